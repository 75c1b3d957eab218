import { z } from "zod";
import { BLOCKED, levels } from "./levels";

const level = z.coerce
  .number({ error: "Say how this may be shown." })
  .refine((bit) => levels.some((one) => one.bit === bit), "Say how this may be shown.");

export const correctedLevel = z.coerce
  .number()
  .refine((bit) => bit === BLOCKED || levels.some((one) => one.bit === bit), "Choose a level.");

const altText = z.string().trim().max(500, "A description has at most 500 characters.").default("");

/** The words of an upload form, beside its files. */
export const UploadWords = z.object({ level, alt: altText });

export const MediaForm = z.strictObject({
  level,
  alt: altText,
  hidePrompt: z.literal("on").optional(),
  publish: z.literal("on").optional(),
});

export const mediaRefusals = {
  "judged-now": "It is being judged without names. You can show it to everyone when that crucible is over.",
  "level-corrected": "A moderator set this level. Ask them if you think it is wrong.",
  "level-in-use": "It is in a crucible that is not over, so its level stays as it is until then.",
} as const;
