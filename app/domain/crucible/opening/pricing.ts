import { durations, entryFees, personLimits, prizeSplits, verifiedJudges } from "../schema";
import type { Terms } from "../schema";

export type Priced = Pick<Terms, "durationHours" | "entryFee" | "entriesPerPerson" | "prizes" | "judgeRule">;
export type Cost = { label: string; amount: number };

/** What opening a crucible on these terms costs, in whole Buzz, premium by premium; options that are free are not named. */
export function costsOf(terms: Priced): Cost[] {
  const duration = durations.find(({ hours }) => hours === terms.durationHours);
  const limit = personLimits.find(({ entries }) => entries === terms.entriesPerPerson);
  const all = [
    { label: `Runs ${duration?.words}`, amount: duration?.price ?? 0 },
    { label: `Entry fee above ${entryFees.freeTo.toLocaleString("en")}`, amount: feePrice(terms.entryFee) },
    { label: `${terms.entriesPerPerson} entries per person`, amount: limit?.price ?? 0 },
    { label: "Your own prize split", amount: isStandardSplit(terms.prizes) ? 0 : prizeSplits.customPrice },
    { label: "Verified judges only", amount: terms.judgeRule === "verified" ? verifiedJudges.price : 0 },
  ];
  return all.filter(({ amount }) => amount > 0);
}

/** The sum of the premiums: what is charged when it is opened. */
export function setupFeeOf(terms: Priced) {
  return costsOf(terms).reduce((sum, { amount }) => sum + amount, 0);
}

/** Whole Buzz that an entry fee costs its creator: nothing up to the free limit. */
export function feePrice(entryFee: number) {
  return entryFee > entryFees.freeTo ? entryFees.price : 0;
}

/** Whether a split, in whole percents, is the one that is free. */
export function isStandardSplit(prizes: readonly number[]) {
  return prizes.join() === prizeSplits.standard.join();
}
