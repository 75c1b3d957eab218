import { z } from "zod";

export const ReadForm = z.strictObject({
  notificationId: z.coerce.number().int().positive().optional(),
  to: z.string().optional(),
});
