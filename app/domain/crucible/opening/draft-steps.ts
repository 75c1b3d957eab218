import { BasicsForm, CrucibleForm, EntryForm, PrizesForm, steps } from "./forms";
import type { Step } from "./forms";
import { durations, personLimits, prizeSplits, verifiedJudges } from "../schema";
import { feePrice, isStandardSplit } from "./pricing";
import { startRefusal } from "../timing";
import { openingRefusals } from "../words";
import { instantIn } from "./zoned-time";

/** Fields as they were typed: one text, or several of the same name. */
export type Typed = Record<string, string | string[]>;

/** What is wrong with a field; `at` counts fields of the same name from 0. */
export type DraftMistake = { field: string; at: number; words: string };

export const stepNames = Object.keys(steps) as Step[];

const forms = { basics: BasicsForm, entry: EntryForm, prizes: PrizesForm };

const defaults: Record<Step, Typed> = {
  basics: {},
  entry: {
    duration: "8",
    start: "now",
    close: "tenth",
    fee: "0",
    perPerson: "1",
    level: ["1", "2"],
    media: "image",
    enforce: "yes",
    judges: "anyone",
  },
  prizes: { split: "standard", share: prizeSplits.standard.map(String) },
};

/** Whether anything of a step was ever saved. */
export function isStarted(typed: Typed, step: Step) {
  return steps[step].some((field) => field in typed);
}

/** One step of a draft; where nothing of it was typed yet, what the wizard proposes. */
export function typedIn(typed: Typed, step: Step): Typed {
  if (!isStarted(typed, step)) return defaults[step];
  return Object.fromEntries(Object.entries(typed).filter(([field]) => steps[step].includes(field)));
}

/** A draft with what the wizard proposes for the steps not come to yet. */
export function filledIn(typed: Typed): Typed {
  return Object.assign({}, ...stepNames.map((step) => typedIn(typed, step))) as Typed;
}

/** What keeps a step from being done, the first mistake of each field. */
export function mistakesIn(step: Step, typed: Typed, now: Date): DraftMistake[] {
  const read = forms[step].safeParse(given(typed));
  const issues = read.success ? [] : read.error.issues;
  const found = issues.map(({ path, message }) => ({
    field: String(path[0]),
    at: Number(path[1] ?? 0),
    words: message,
  }));
  const late = step === "entry" && found.length === 0 ? startMistake(typed, now) : [];
  return [
    ...found.filter(({ field, at }, i) => found.findIndex((one) => one.field === field && one.at === at) === i),
    ...late,
  ];
}

function startMistake(typed: Typed, now: Date): DraftMistake[] {
  const startsAt = typed.start === "at" ? instantIn(String(typed.timeZone ?? "UTC"), String(typed.startsAt)) : null;
  const reason = startRefusal(startsAt, now);
  return reason ? [{ field: "startsAt", at: 0, words: openingRefusals[reason] }] : [];
}

/** What a draft amounts to: fields left empty count as not given, and so do the shares of a split that is not used. */
export function parseDraft(typed: Typed) {
  return CrucibleForm.safeParse(given(typed));
}

function given(typed: Typed) {
  const { share, ...rest } = typed;
  const used = typed.split === "custom" ? { ...rest, share: share ?? [] } : rest;
  return Object.fromEntries(Object.entries(used).filter(([, value]) => value !== ""));
}

/** Every choice of a draft that could cost something, with what it costs in whole Buzz; what cannot be read is left out. */
export function pricesOf(typed: Typed) {
  const duration = durations.find(({ hours }) => String(hours) === typed.duration);
  const limit = personLimits.find(({ entries }) => String(entries) === typed.perPerson);
  const fee = wholeOf(typed.fee);
  const people = limit && `${limit.entries} ${limit.entries === 1 ? "entry" : "entries"} per person`;
  return [
    ...(duration ? [{ label: `Runs ${duration.words}`, amount: duration.price }] : []),
    ...(fee === null
      ? []
      : [{ label: fee === 0 ? "No entry fee" : `Entry fee, ${fee.toLocaleString("en")}`, amount: feePrice(fee) }]),
    ...(people ? [{ label: people, amount: limit.price }] : []),
    splitPrice(typed),
    typed.judges === "verified"
      ? { label: "Verified judges only", amount: verifiedJudges.price }
      : { label: "Anyone can judge", amount: 0 },
  ];
}

function splitPrice(typed: Typed) {
  const { standard, customPrice } = prizeSplits;
  if (isStandardSplit(sharesOf(typed))) return { label: `Prizes, ${standard.join("/")}`, amount: 0 };
  return { label: "Your own split", amount: customPrice };
}

/** The shares of a split as far as they are whole numbers; others count nothing. */
export function sharesOf({ split, share }: Typed): number[] {
  if (split !== "custom") return [...prizeSplits.standard];
  return [share ?? []].flat().map((text) => wholeOf(text) ?? 0);
}

/** A whole number from 0 with up to 12 plain digits; null for anything else. */
export function wholeOf(text: string | string[] | undefined) {
  return typeof text === "string" && /^\s*\d{1,12}\s*$/.test(text) ? Number(text) : null;
}
