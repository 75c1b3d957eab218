import type { z } from "zod";

// Letters by their class that draw nothing: Hangul fillers and the empty Braille cell.
const BLANK = /[\s\p{C}\p{M}\p{Default_Ignorable_Code_Point}\u115f\u1160\u3164\uffa0\u2800]/gu;
const BIDI_CONTROL = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const STACKED_MARKS = /\p{M}{5}/u;
const BLANK_LETTER = /[\u115f\u1160\u3164\uffa0\u2800]/u;

/** Whether anything of a text can be seen. */
export function isVisible(text: string) {
  return text.replace(BLANK, "") !== "";
}

/** What is wrong with a text that would spoil the page around it; null when it may stand. */
export function textFault(text: string) {
  const composed = text.normalize("NFC");
  if (BIDI_CONTROL.test(composed)) return "Remove the hidden characters that change the text direction.";
  if (BLANK_LETTER.test(composed)) return "Remove the letters that can’t be seen.";
  if (STACKED_MARKS.test(composed)) return "Use at most four accents or marks on one letter.";
  return null;
}

/** For `superRefine`: refuses a text that hides, or spills over what stands around it. */
export function checkText(text: string, ctx: z.RefinementCtx) {
  const message = textFault(text);
  if (message) ctx.addIssue({ code: "custom", message });
}
