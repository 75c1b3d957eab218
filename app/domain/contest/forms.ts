import { z } from "zod";

const mostReason = 500;

/** For whatever others have to be told the reason of. */
export const ReasonForm = z.strictObject({
  reason: z
    .string({ error: "Give a reason; everyone concerned will read it." })
    .trim()
    .min(3, "Give a reason; everyone concerned will read it.")
    .max(mostReason, `A reason has at most ${mostReason} characters.`),
});

/** `to` is the page to go back to. */
export const ReminderForm = z.strictObject({ to: z.string().optional() });
