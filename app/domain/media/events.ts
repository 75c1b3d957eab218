import { z } from "zod";
import { nothingMore, rowId } from "~/domain/event/payload";

export const events = {
  "media-deleted": nothingMore,
  "media-level-corrected": z.object({ from: z.number(), to: z.number(), ownerId: rowId }),
};
