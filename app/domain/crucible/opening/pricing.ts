import { durations, entryFees, personLimits, prizeSplits, verifiedJudges } from "../schema";
import type { Terms } from "../schema";

type Priced = "durationHours" | "entryFee" | "entriesPerPerson" | "prizes" | "judgeRule";

/** The choices that can cost something. In a draft some of them may not be made yet. */
export type Choices = Partial<Pick<Terms, "durationHours" | "entryFee" | "entriesPerPerson">> &
  Pick<Terms, "prizes" | "judgeRule">;

export type Price = { label: string; amount: number };

/** What each choice costs in whole Buzz, the free ones included. */
export function pricesOf({ durationHours, entryFee, entriesPerPerson, prizes, judgeRule }: Choices): Price[] {
  const all = [durationPrice(durationHours), feePrice(entryFee), limitPrice(entriesPerPerson), splitPrice(prizes)];
  return [...all.filter((price) => price !== null), judgesPrice(judgeRule)];
}

/** The sum of the prices: what opening it costs. */
export function setupFeeOf(terms: Pick<Terms, Priced>) {
  return pricesOf(terms).reduce((sum, { amount }) => sum + amount, 0);
}

function durationPrice(chosen: number | undefined) {
  const duration = durations.find(({ hours }) => hours === chosen);
  return duration ? { label: `Runs ${duration.words}`, amount: duration.price } : null;
}

function feePrice(fee: number | undefined) {
  if (fee === undefined) return null;
  const label = fee === 0 ? "No entry fee" : `Entry fee, ${fee.toLocaleString("en")}`;
  return { label, amount: fee > entryFees.freeTo ? entryFees.price : 0 };
}

function limitPrice(chosen: number | undefined) {
  const limit = personLimits.find(({ entries }) => entries === chosen);
  if (!limit) return null;
  return { label: `${limit.entries} ${limit.entries === 1 ? "entry" : "entries"} per person`, amount: limit.price };
}

function splitPrice(prizes: readonly number[]) {
  const { standard, customPrice } = prizeSplits;
  if (prizes.join() === standard.join()) return { label: `Prizes, ${standard.join("/")}`, amount: 0 };
  return { label: "Your own split", amount: customPrice };
}

function judgesPrice(judgeRule: Terms["judgeRule"]) {
  if (judgeRule === "verified") return { label: "Verified judges only", amount: verifiedJudges.price };
  return { label: "Anyone may judge", amount: 0 };
}
