import { formMessages } from "../challenge-messages";
import { criteria, prizes } from "../schema";
import type { Criterion } from "../schema";

/** A rubric as it was typed, row by row. */
export type Rubric = { label: string[]; question: string[]; percent: string[] };

/** The criteria of the rows in which anything was typed. */
export function criteriaOf({ label, question, percent }: Rubric) {
  return label
    .map((name, at) => ({ label: name, question: question[at] ?? "", percent: Number(percent[at] || 0) }))
    .filter((one, at) => at === 0 || one.label !== "" || one.percent > 0);
}

/** What is wrong with a rubric; null when nothing is. */
export function criteriaFault(rubric: Criterion[]) {
  if (rubric.length < 2 || rubric.length > criteria.max) return formMessages.fewCriteria;
  if (rubric.some(({ label }) => label === "")) return formMessages.label;
  if (rubric.some(({ percent }) => percent < 1)) return formMessages.percent;
  const sum = rubric.reduce((all, { percent }) => all + percent, 0);
  if (sum !== 100) return formMessages.percentSum(sum);
  return rubric[0]!.percent < criteria.leastTheme ? formMessages.themeShare : null;
}

/** What is wrong with prizes, and at which place, from 0; null when nothing is. */
export function prizeFault(amounts: readonly number[]) {
  if (amounts.length < 1 || amounts.length > prizes.maxPlaces) return { at: 0, message: formMessages.prizePlaces };
  if (amounts[0]! < prizes.leastFirst) return { at: 0, message: formMessages.prizeFirst };
  const zero = amounts.findIndex((amount) => amount < 1);
  if (zero >= 0) return { at: zero, message: formMessages.prizeWhole };
  const rising = amounts.findIndex((amount, at) => at > 0 && amount > amounts[at - 1]!);
  if (rising >= 0) return { at: rising, message: formMessages.prizeOrder };
  const sum = amounts.reduce((all, amount) => all + amount, 0);
  return sum > prizes.maxSum ? { at: 0, message: formMessages.prizeSum } : null;
}
