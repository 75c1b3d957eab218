import { z } from "zod";

const pair = z.string().max(100);

/** Everything a judge can do: sit down, answer the pair, or take the last answer back. */
export const JudgingForm = z.union([
  z.strictObject({ pair, choice: z.enum(["left", "right", "skip", "unseen"]) }),
  z.strictObject({ intent: z.literal("undo"), pair }),
  z.strictObject({ intent: z.literal("sit") }),
]);
export type JudgingForm = z.output<typeof JudgingForm>;
