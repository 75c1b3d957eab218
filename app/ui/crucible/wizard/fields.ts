import type { DraftError, Typed } from "~/domain/contest/drafting";
import type { FieldMeta } from "~/ui/parts/field";
import type { FieldError } from "~/ui/parts/error-summary";
import type { MediaView } from "~/ui/parts/picture";
import { wizardText } from "./wizard-words";

export type StepName = "basics" | "entry" | "prizes";

/** What the wizard's frame knows and its steps show; instants in milliseconds. */
export type Wizard = {
  typed: Typed;
  steps: { step: StepName; started: boolean; errors: DraftError[] }[];
  prices: { label: string; amount: number }[];
  setupFee: number;
  balance: number;
  cover: MediaView | null;
  creator: string;
  savedAt: number | null;
  now: number;
};

export const stepTitles = { basics: "Basics", entry: wizardText.entryRules, prizes: "Prizes" } as const;

/** Gives the fields of a step by name, each with what was typed into it and what is wrong with that. */
export function fieldsOf(typed: Typed, errors: readonly DraftError[]) {
  return (name: string): FieldMeta => ({
    id: name,
    name,
    initialValue: typed[name],
    errors: errors.filter(({ field }) => field === name).map(({ words }) => words),
  });
}

/** Where a mistake stands: fields that come often are numbered from 1. */
export function idOf({ field, at }: DraftError) {
  return field === "share" ? `share-${at + 1}` : field;
}

export function summaryOf(errors: readonly DraftError[]): FieldError[] {
  return errors.map((error) => ({ id: idOf(error), words: error.words }));
}

/** One text of a field, the first where there are several. */
export function textOf(typed: Typed, name: string) {
  return [typed[name] ?? ""].flat()[0] ?? "";
}

/** All the texts of a field. */
export function textsOf(typed: Typed, name: string) {
  return [typed[name] ?? []].flat();
}
