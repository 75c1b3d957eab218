import type { Flags } from "./flags";
import { measure, type Measures } from "./measures";
import { type Crowd, play } from "./run";

export type Cell = Measures & {
  n: number;
  v: number;
  policy: string;
  estimator: string;
  runs: number;
  potError: number;
};
type Task = { n: number; v: number; policy: Flags["policies"][number]; runs: number; crowd?: Crowd };

const MEASURES = ["tau", "top1", "top3", "potMisallocated"] as const;

/** One policy on one size of contest: how well each estimator orders it, on average over runs with seeds of their own. */
export async function orderCells({ n, v, policy: [name, strategy], runs, crowd }: Task, flags: Flags): Promise<Cell[]> {
  const seen = flags.estimators.map((): Measures[] => []);
  for (let run = 0; run < runs; run += 1) {
    const seed = flags.seed * 1_000_003 + run;
    const played = await play({ ...flags.setup, n, v, seed, strategy, percents: flags.percents, crowd });
    flags.estimators.forEach(([, estimate], i) => {
      seen[i]!.push(measure(played.truth, estimate(played, flags.prior), flags.percents));
    });
  }
  return flags.estimators.map(([estimator], i) => {
    const means = Object.fromEntries(MEASURES.map((key) => [key, mean(seen[i]!.map((one) => one[key]))])) as Measures;
    const potError = standardError(seen[i]!.map((one) => one.potMisallocated));
    return { n, v, policy: name, estimator, runs, ...means, potError };
  });
}

export function mean(numbers: readonly number[]) {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}

function standardError(numbers: readonly number[]) {
  const average = mean(numbers);
  return Math.sqrt(mean(numbers.map((one) => (one - average) ** 2)) / Math.max(1, numbers.length - 1));
}
