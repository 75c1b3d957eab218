import type { Flags } from "./flags";
import { mean } from "./ordering";
import { play, rankOrder } from "./run";

export type AttackRow = {
  attack: string;
  skipRule: boolean;
  policy: string;
  estimator: string;
  runs: number;
  meanRank: number;
  inTop3: number;
};

const ENTRIES = 100;
const TARGET = 50;
const SHARE = 0.2;

/** Where 20 % of the votes carry the entry of true rank 50 in 100, when their judges skip up to `rerolls` pairs to meet it. */
export async function attackRows(
  rerolls: number,
  skipRule: boolean,
  policy: Flags["policies"][number],
  runs: number,
  flags: Flags,
) {
  const ranks = flags.estimators.map((): number[] => []);
  for (let run = 0; run < runs; run += 1) {
    const seed = flags.seed * 1_000_003 + run;
    const attack = { share: SHARE, target: TARGET, rerolls, skipRule };
    const played = await play({
      ...flags.setup,
      n: ENTRIES,
      v: 20,
      seed,
      strategy: policy[1],
      percents: flags.percents,
      attack,
    });
    const target = rankOrder(played.truth)[TARGET - 1]!;
    flags.estimators.forEach(([, estimate], i) => {
      ranks[i]!.push(rankOrder(estimate(played, flags.prior)).indexOf(target) + 1);
    });
  }
  return flags.estimators.map(([estimator], i): AttackRow => ({
    attack: rerolls === 0 ? "assigned" : `${rerolls}-skip`,
    skipRule,
    policy: policy[0],
    estimator,
    runs,
    meanRank: mean(ranks[i]!),
    inTop3: mean(ranks[i]!.map((rank) => (rank <= 3 ? 1 : 0))),
  }));
}
