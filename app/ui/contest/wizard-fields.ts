import type { DraftError, Typed } from "~/domain/contest/drafting";
import type { FieldError } from "~/ui/parts/error-summary";
import type { FieldMeta } from "~/ui/parts/field";

/** Gives the fields of a step by name, each with what was typed into it and what is wrong with that. */
export function fieldsOf(typed: Typed, errors: readonly DraftError[]) {
  return (name: string): FieldMeta => ({
    id: name,
    name,
    initialValue: typed[name],
    errors: errors.filter(({ field }) => field === name).map(({ words }) => words),
  });
}

const NUMBERED = ["share", "prize"];

/** Where a mistake stands: fields that come often are numbered from 1. */
export function idOf({ field, at }: DraftError) {
  return NUMBERED.includes(field) ? `${field}-${at + 1}` : field;
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
