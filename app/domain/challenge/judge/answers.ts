import { z } from "zod";
import { addressesJudge } from "./orders";
import { plainWords } from "./questions";

const LONGEST_TRANSCRIPT = 1000;

export type GivenReview = {
  seen: string;
  transcript: string;
  addressesJudge: boolean;
  strengths: string;
  flaws: string;
  scores: number[];
};

/**
 * What a model said about one picture: a whole score of 0 to 10 for every criterion and nothing else. Null for anything
 * off the form; a score out of range is a bad answer, and never clamped.
 */
export function readReview(value: unknown, criteria: number): GivenReview | null {
  const score = z.number().int().min(0).max(10);
  const shape = Object.fromEntries(Array.from({ length: criteria }, (_, at) => [`c${at}`, score]));
  const form = z.strictObject({
    seen: z.string(),
    text: z.string(),
    addressesJudge: z.boolean(),
    strengths: z.string(),
    flaws: z.string(),
    scores: z.strictObject(shape),
  });
  const read = form.safeParse(value);
  if (!read.success) return null;
  const { seen, text, strengths, flaws, scores } = read.data;
  return {
    seen: plainWords(seen),
    transcript: plainWords(text, LONGEST_TRANSCRIPT),
    addressesJudge: read.data.addressesJudge || addressesJudge(text),
    strengths: plainWords(strengths),
    flaws: plainWords(flaws),
    scores: Array.from({ length: criteria }, (_, at) => (scores as Record<string, number>)[`c${at}`]!),
  };
}

const DuelForm = z.strictObject({ why: z.string(), better: z.enum(["first", "second"]) });

/** Which of two pictures a model found better; null for anything off the form. */
export function readDuel(value: unknown) {
  const read = DuelForm.safeParse(value);
  return read.success ? { better: read.data.better, why: plainWords(read.data.why) } : null;
}

const WritingForm = z.strictObject({ verdict: z.string().min(1), reasons: z.array(z.string().min(1)) });

/** A verdict, and a reason for each of so many places; null for anything off the form. */
export function readWriting(value: unknown, places: number) {
  const read = WritingForm.safeParse(value);
  if (!read.success || read.data.reasons.length !== places) return null;
  const { verdict, reasons } = read.data;
  return { verdict: plainWords(verdict, 2 * LONGEST_TRANSCRIPT), reasons: reasons.map((reason) => plainWords(reason)) };
}

/** A model’s name without the date or variant behind it: the same model for a pinned challenge. */
export function modelName(model: string) {
  return model.replace(/:\w+$/, "").replace(/-(\d{4}-\d{2}-\d{2}|\d{8}|\d{4})$/, "");
}
