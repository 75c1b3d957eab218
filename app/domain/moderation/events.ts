import { z } from "zod";
import { rowId } from "~/domain/event/payload";
import { reportableKinds } from "~/domain/subject/kinds";

export const events = {
  "report-filed": z.object({ subjectKind: z.enum(reportableKinds), subjectId: rowId }),
};
