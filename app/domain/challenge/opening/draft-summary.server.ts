import { reader } from "~/db/client";
import { coverRefusal } from "~/domain/media/cover-rules.server";
import { parseWhole } from "~/domain/contest/drafting";
import type { DraftError, Typed } from "~/domain/contest/drafting";
import { mediaViews } from "~/domain/media/library.server";
import { balanceOf, wallet } from "~/domain/wallet/accounts.server";
import { openingRefusals } from "../challenge-messages";
import { judgedBy } from "../judge/port.server";
import { choicesIn, errorsIn, isStarted, stepNames, valuesOfStep, withDefaults } from "./draft-steps";
import { readDraft } from "./drafting.server";
import type { Step } from "./forms";
import { costOf } from "./pricing";

/** A person’s draft as the wizard shows it: what was typed, what is wrong in each step, what it would cost. */
export async function summarizeDraft(userId: number, now: Date) {
  const draft = await readDraft(userId, now);
  const saved = (draft?.data ?? {}) as Typed;
  const typed = withDefaults(saved);
  const steps = [];
  for (const step of stepNames) {
    const errors = await stepErrors(userId, step, valuesOfStep(saved, step), now);
    steps.push({ step, started: isStarted(saved, step), errors });
  }
  const judge = judgedBy();
  return {
    typed,
    steps,
    judge,
    cost: costOf(choicesIn(typed), judge),
    places: choicesIn(typed).prizes.length,
    balance: await balanceOf(reader(), wallet(userId)),
    cover: await coverOf(userId, typed),
    savedAt: draft?.updatedAt ?? null,
  };
}

/** What keeps a step from being done, the cover’s own rules included. */
export async function stepErrors(userId: number, step: Step, typed: Typed, now: Date): Promise<DraftError[]> {
  const errors = errorsIn(step, typed, now);
  const cover = step === "theme" ? parseWhole(typed.cover) : null;
  const reason = cover === null ? null : await coverRefusal(reader(), userId, cover);
  return reason ? [...errors, { field: "cover", at: 0, words: openingRefusals[reason] }] : errors;
}

async function coverOf(userId: number, typed: Typed) {
  const id = parseWhole(typed.cover);
  if (id === null) return null;
  const ownOnly = { id: userId, levels: 0, moderator: false };
  return (await mediaViews(reader(), ownOnly, [id])).get(id) ?? null;
}
