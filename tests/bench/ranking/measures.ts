import { rankOrder } from "./run";

export type Measures = { tau: number; top1: number; top3: number; potMisallocated: number };

/** How well `estimate` orders what `truth` orders; and the share of a pot split by `percents` that goes to the wrong entry. */
export function measure(truth: Float64Array, estimate: Float64Array, percents: readonly number[]): Measures {
  const [due, given] = [rankOrder(truth), rankOrder(estimate)];
  const top = Math.min(3, truth.length);
  return {
    tau: kendall(truth, estimate),
    top1: due[0] === given[0] ? 1 : 0,
    top3: given.slice(0, top).filter((entry) => due.slice(0, top).includes(entry)).length / top,
    potMisallocated: misallocated(due, given, percents),
  };
}

/** What entries get beyond their due, summed: two neighbors swapped cost the difference of their prizes. */
function misallocated(due: readonly number[], given: readonly number[], percents: readonly number[]) {
  const dues = new Map(due.slice(0, percents.length).map((entry, place) => [entry, percents[place]!]));
  const excess = percents.map((percent, place) => Math.max(0, percent - (dues.get(given[place] ?? -1) ?? 0)));
  return excess.reduce((sum, share) => sum + share, 0) / percents.reduce((sum, share) => sum + share, 0);
}

/** Kendall's τ-a: concordant less discordant pairs, as a share of all. */
function kendall(x: Float64Array, y: Float64Array) {
  let sum = 0;
  for (let i = 0; i < x.length; i += 1) {
    for (let j = 0; j < i; j += 1) sum += Math.sign((x[i]! - x[j]!) * (y[i]! - y[j]!));
  }
  return sum / ((x.length * (x.length - 1)) / 2);
}
