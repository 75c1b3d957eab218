import { z } from "zod";
import { checkText } from "~/domain/list/visible-text";
import { BLOCKED, contentRatings } from "./content-ratings";

const level = z.coerce
  .number({ error: "Choose a content rating." })
  .refine((bit) => contentRatings.some((one) => one.bit === bit), "Choose a content rating.");

export const correctedContentRating = z.coerce
  .number()
  .refine((bit) => bit === BLOCKED || contentRatings.some((one) => one.bit === bit), "Choose a content rating.");

const altText = z
  .string()
  .trim()
  .max(500, "Alt text can be at most 500 characters long.")
  .superRefine(checkText)
  .default("");

/** The words of an upload form, beside its files. */
export const UploadFields = z.object({ level, alt: altText });

export const MediaForm = z.strictObject({
  level,
  alt: altText,
  hidePrompt: z.literal("on").optional(),
  publish: z.literal("on").optional(),
});

export const mediaRefusals = {
  "judged-now": "It’s being judged anonymously. You can show it to everyone when that crucible is over.",
  "level-corrected": "A moderator set this content rating. Contact them if you think it’s wrong.",
  "level-in-use": "It’s in a crucible, so you can’t change its content rating until that’s over.",
} as const;
