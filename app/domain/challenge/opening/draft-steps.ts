import * as drafting from "~/domain/contest/drafting";
import type { DraftError, Typed } from "~/domain/contest/drafting";
import { startOf } from "~/domain/contest/fields";
import { openingRefusals } from "../challenge-messages";
import { entriesCap, entriesPerPerson, prizes, reviews, standardCriteria } from "../schema";
import { startRefusal } from "../times";
import { ChallengeForm, EntryForm, JudgingForm, PrizesForm, reviewsOf, steps as fields, ThemeForm } from "./forms";
import type { Step } from "./forms";

export const stepNames = Object.keys(fields) as Step[];

const forms = { theme: ThemeForm, entry: EntryForm, judging: JudgingForm, prizes: PrizesForm };

const steps: drafting.Steps<Step> = {
  theme: { fields: fields.theme, proposal: {} },
  entry: {
    fields: fields.entry,
    proposal: {
      duration: "72",
      start: "now",
      perPerson: String(entriesPerPerson.standard),
      cap: String(entriesCap.standard),
      level: ["1", "2"],
      fresh: "no",
      models: "any",
    },
  },
  judging: {
    fields: fields.judging,
    proposal: {
      label: standardCriteria.map(({ label }) => label),
      question: standardCriteria.map(({ question }) => question),
      percent: standardCriteria.map(({ percent }) => String(percent)),
      prompt: "",
    },
  },
  prizes: {
    fields: fields.prizes,
    proposal: {
      prize: prizes.standard.map(String),
      by: "number",
      reviews: String(reviews.standard),
      share: "50",
      judge: "standard",
    },
  },
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

/** What a draft amounts to. */
export function parseDraft(typed: Typed) {
  return ChallengeForm.safeParse(given(typed));
}

/** Rows of the rubric keep their place, also where one field of a row is empty. */
function given(typed: Typed) {
  return drafting.given(typed);
}

/** The choices of a draft that cost something, as far as they can be read. */
export function choicesIn(typed: Typed) {
  const amounts = [typed.prize ?? []].flat().map((text) => drafting.parseWhole(text) ?? 0);
  const wanted = {
    by: String(typed.by ?? "number"),
    reviews: drafting.parseWhole(typed.reviews) ?? 0,
    share: drafting.parseWhole(typed.share) ?? 0,
    cap: drafting.parseWhole(typed.cap) ?? entriesCap.standard,
  };
  return { prizes: amounts, reviews: reviewsOf(wanted), careful: typed.judge === "careful" };
}
