import * as drafting from "~/domain/contest/drafting";
import type { DraftError, Typed } from "~/domain/contest/drafting";
import { startOf } from "~/domain/contest/fields";
import { BasicsForm, CrucibleForm, EntryForm, PrizesForm, steps as fields } from "./forms";
import type { Step } from "./forms";
import type { Choices } from "./pricing";
import { durations, personLimits, prizeSplits } from "../schema";
import { startRefusal } from "../schedule";
import { openingRefusals } from "../crucible-messages";

export const stepNames = Object.keys(fields) as Step[];

const forms = { basics: BasicsForm, entry: EntryForm, prizes: PrizesForm };

const steps: drafting.Steps<Step> = {
  basics: { fields: fields.basics, proposal: {} },
  entry: {
    fields: fields.entry,
    proposal: {
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
  },
  prizes: { fields: fields.prizes, proposal: { split: "standard", share: prizeSplits.standard.map(String) } },
};

/** Whether anything of a step was ever saved. */
export function isStarted(typed: Typed, step: Step) {
  return drafting.isStarted(steps, typed, step);
}

/** One step of a draft; where nothing of it was typed yet, what the wizard proposes. */
export function valuesOfStep(typed: Typed, step: Step) {
  return drafting.valuesOfStep(steps, typed, step);
}

/** A draft with what the wizard proposes for the steps not come to yet. */
export function withDefaults(typed: Typed) {
  return drafting.withDefaults(steps, typed);
}

/** What keeps a step from being done, the first mistake of each field. */
export function errorsIn(step: Step, typed: Typed, now: Date): DraftError[] {
  const found = drafting.mistakesFrom(forms[step].safeParse(given(typed)).error);
  return step === "entry" && found.length === 0 ? startError(typed, now) : found;
}

function startError(typed: Typed, now: Date): DraftError[] {
  const start = typed.start === "at" ? "at" : "now";
  const timeZone = String(typed.timeZone ?? "UTC");
  const reason = startRefusal(startOf({ start, startsAt: String(typed.startsAt), timeZone }), now);
  return reason ? [{ field: "startsAt", at: 0, words: openingRefusals[reason] }] : [];
}

/** What a draft amounts to: fields left empty count as not given, and so do the shares of a split that is not used. */
export function parseDraft(typed: Typed) {
  return CrucibleForm.safeParse(given(typed));
}

function given(typed: Typed) {
  const { share, ...rest } = typed;
  return drafting.given(typed.split === "custom" ? { ...rest, share: share ?? [] } : rest);
}

/** The choices of a draft that can cost something; what can't be read is left out. */
export function choicesIn(typed: Typed): Choices {
  return {
    durationHours: durations.find(({ hours }) => String(hours) === typed.duration)?.hours,
    entriesPerPerson: personLimits.find(({ entries }) => String(entries) === typed.perPerson)?.entries,
    entryFee: drafting.parseWhole(typed.fee) ?? undefined,
    prizes: sharesOf(typed),
    judgeRule: typed.judges === "verified" ? "verified" : "anyone",
  };
}

/** The shares of a split as far as they are whole numbers; others count nothing. */
export function sharesOf({ split, share }: Typed): number[] {
  if (split !== "custom") return [...prizeSplits.standard];
  return [share ?? []].flat().map((text) => drafting.parseWhole(text) ?? 0);
}
