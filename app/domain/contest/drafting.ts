import type { z } from "zod";

/** Nobody reads more of them at once. */
const MAX_MISTAKES = 20;

// A draft holds fields as they were typed, right or wrong, step by step. A kind of contest describes its steps as data.

/** Fields as they were typed: one text, or several of the same name. */
export type Typed = Record<string, string | string[]>;

/** What is wrong with a field; `at` counts fields of the same name from 0. */
export type DraftError = { field: string; at: number; words: string };

/** For each step the names of its fields, and what it proposes before anything is typed. */
export type Steps<Step extends string> = Record<Step, { fields: readonly string[]; proposal: Typed }>;

/** Whether anything of a step was ever saved. */
export function isStarted<Step extends string>(steps: Steps<Step>, typed: Typed, step: Step) {
  return steps[step].fields.some((field) => field in typed);
}

/** One step of a draft: what was typed, or else what the step proposes. */
export function valuesOfStep<Step extends string>(steps: Steps<Step>, typed: Typed, step: Step): Typed {
  return isStarted(steps, typed, step) ? onlyOf(typed, steps[step].fields) : steps[step].proposal;
}

/** A whole draft, with proposals for the steps not come to yet. */
export function withDefaults<Step extends string>(steps: Steps<Step>, typed: Typed): Typed {
  const names = Object.keys(steps) as Step[];
  return Object.assign({}, ...names.map((step) => valuesOfStep(steps, typed, step))) as Typed;
}

/** A saved draft with one step typed again; fields that aren't of this step are left out. */
export function mergeStep(saved: Typed, typed: Typed, fields: readonly string[]): Typed {
  const others = Object.entries(saved).filter(([field]) => !fields.includes(field));
  return { ...Object.fromEntries(others), ...onlyOf(typed, fields) };
}

/** Fields left empty count as not given. */
export function given(typed: Typed): Typed {
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ""));
}

/** The first mistake of each field, of what a schema found. */
export function mistakesFrom(error: z.ZodError | undefined): DraftError[] {
  const found = (error?.issues ?? []).map(({ path, message }) => ({
    field: String(path[0]),
    at: Number(path[1] ?? 0),
    words: message,
  }));
  const first = found.filter(
    ({ field, at }, i) => found.findIndex((one) => one.field === field && one.at === at) === i,
  );
  return first.slice(0, MAX_MISTAKES);
}

/** A whole number from 0 with up to 12 plain digits; null for anything else. */
export function parseWhole(text: string | string[] | undefined) {
  return typeof text === "string" && /^\s*\d{1,12}\s*$/.test(text) ? Number(text) : null;
}

function onlyOf(typed: Typed, fields: readonly string[]): Typed {
  return Object.fromEntries(Object.entries(typed).filter(([field]) => fields.includes(field)));
}
