import { reader } from "~/db/client";
import { mediaViews } from "~/domain/media/library.server";
import { balanceOf, house, wallet } from "~/domain/wallet/accounts.server";
import { payingWallet } from "~/domain/wallet/paying.server";
import { coverRefusal } from "~/domain/media/cover-rules.server";
import { choicesIn, withDefaults, isStarted, errorsIn, stepNames, valuesOfStep } from "./draft-steps";
import { parseWhole } from "~/domain/contest/drafting";
import type { DraftError, Typed } from "~/domain/contest/drafting";
import { readDraft } from "./drafting.server";
import type { Step } from "./forms";
import { pricesOf } from "./pricing";
import { openingRefusals } from "../crucible-messages";

/** A person's draft as the wizard shows it: what was typed, what is wrong in each step, what it would cost. */
export async function summarizeDraft(userId: number, now: Date) {
  const draft = await readDraft(userId, now);
  const saved = (draft?.data ?? {}) as Typed;
  const typed = withDefaults(saved);
  const steps = [];
  for (const step of stepNames) {
    steps.push({
      step,
      started: isStarted(saved, step),
      errors: await stepErrors(userId, step, valuesOfStep(saved, step), now),
    });
  }
  const { prices, setupFee } = costOf(typed);
  const payer = await payerOf(userId, setupFee);
  return {
    typed,
    steps,
    prices,
    setupFee,
    balance: await balanceOf(reader(), payer),
    blue: payer.kind === "blue",
    cover: await coverOf(userId, typed),
    savedAt: draft?.updatedAt ?? null,
  };
}

function costOf(typed: Typed) {
  const prices = pricesOf(choicesIn(typed));
  return { prices, setupFee: prices.reduce((sum, { amount }) => sum + amount, 0) };
}

/** The wallet that would pay: blue Buzz where there is enough of it. */
function payerOf(userId: number, amount: number) {
  if (amount === 0) return wallet(userId);
  return payingWallet(reader(), { userId, kind: "setup-fee", to: house, amount });
}

/** What keeps a step from being done, the cover's own rules included. */
export async function stepErrors(userId: number, step: Step, typed: Typed, now: Date): Promise<DraftError[]> {
  const errors = errorsIn(step, typed, now);
  const cover = step === "basics" ? parseWhole(typed.cover) : null;
  const reason = cover === null ? null : await coverRefusal(reader(), userId, cover);
  return reason ? [...errors, { field: "cover", at: 0, words: openingRefusals[reason] }] : errors;
}

async function coverOf(userId: number, typed: Typed) {
  const id = parseWhole(typed.cover);
  if (id === null) return null;
  const ownOnly = { id: userId, levels: 0, moderator: false };
  return (await mediaViews(reader(), ownOnly, [id])).get(id) ?? null;
}
