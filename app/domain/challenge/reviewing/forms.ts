import { z } from "zod";
import { checkText } from "~/domain/list/visible-text";
import { reasonLength } from "../schema";

const asked = `Write ${reasonLength.min} to ${reasonLength.max} characters.`;

const score = z
  .string({ error: "Choose a score." })
  .regex(/^(\d|10)$/, "Choose a score.")
  .transform(Number);

/** A review by hand: a whole score of 0 to 10 for each criterion, by its position, and words. */
export const HandReviewForm = z.strictObject({
  c0: score,
  c1: score,
  c2: score.optional(),
  c3: score.optional(),
  words: z
    .string({ error: asked })
    .trim()
    .min(reasonLength.min, asked)
    .max(reasonLength.max, asked)
    .superRefine(checkText),
});

/** The scores of a form, in the order of the criteria. */
export function scoresIn({ c0, c1, c2, c3 }: z.output<typeof HandReviewForm>) {
  return [c0, c1, c2, c3].filter((one) => one !== undefined);
}
