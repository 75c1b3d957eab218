import { z } from "zod";
import { rowId } from "~/domain/event/payload";
import { commentableKinds } from "~/domain/subject/kinds";

export const events = {
  "comment-written": z.object({
    subjectKind: z.enum(commentableKinds),
    subjectId: rowId,
    /** Whose it is that the comment is on; null when it is nobody's. */
    ownerId: rowId.nullable(),
    commentId: rowId,
  }),
};
