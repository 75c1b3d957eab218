import { z } from "zod";
import { fieldMessages } from "./field-messages";

const maxReasonLength = 500;

/** For whatever others have to be told the reason of. */
export const ReasonForm = z.strictObject({
  reason: z
    .string({ error: fieldMessages.noReason })
    .trim()
    .min(3, fieldMessages.noReason)
    .max(maxReasonLength, `Reasons can be at most ${maxReasonLength} characters long.`),
});

/** `to` is the page to go back to. */
export const ReminderForm = z.strictObject({ to: z.string().optional() });
