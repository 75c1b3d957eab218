import { chancesOf, fitStrengths, stepTowards } from "./bradley-terry";
import { groupByPair, sortedBy, sumVotes, type WeightedVote } from "./duels";
import { type Random, seededRandom } from "~/domain/contest/random";

export type Confidence = "firm" | "close" | "could have gone either way";
export const REFITS = 100;
/** Least share of refits in which a place must beat the next one to be called so. */
export const HIGH_CONFIDENCE_FROM = 0.95;
export const CLOSE_FROM = 0.75;

/**
 * For each place but the last, the share, 0 to 1, of `REFITS` refits in which it still beats the next: every refit
 * counts each vote 0, 1, 2 … times (Poisson bootstrap, Chamandy et al. 2012), the same ones for the same seed, and goes one
 * Newton step from the fit of all (docs/decisions/011).
 * `order` holds the indexes of the placed entries, best first, out of `count`; level ratings count half.
 */
export function holdingShares(order: readonly number[], count: number, votes: readonly WeightedVote[], seed: number) {
  const random = seededRandom(seed);
  const pairs = groupByPair(votes);
  const from = fitStrengths(count, sumVotes(votes, pairs), { tolerance: 1e-6 });
  const held = new Float64Array(Math.max(0, order.length - 1));
  const chances = chancesOf(pairs, from);
  const ballots = toBallots(votes, pairs);
  for (let refit = 0; refit < REFITS; refit += 1) {
    const theta = stepTowards({ ...pairs, ...drawAgain(ballots, pairs.a.length, random) }, from, chances);
    for (let place = 0; place < held.length; place += 1)
      held[place]! += winOf(theta[order[place]!]!, theta[order[place + 1]!]!);
  }
  return Array.from(held, (wins) => wins / REFITS);
}

/** The word for a place that beat the next one in `share`, 0 to 1, of the refits. */
export function confidenceOf(share: number): Confidence {
  if (share >= HIGH_CONFIDENCE_FROM) return "firm";
  return share >= CLOSE_FROM ? "close" : "could have gone either way";
}

function winOf(mine: number, theirs: number) {
  if (Math.abs(mine - theirs) < 1e-9) return 0.5;
  return mine > theirs ? 1 : 0;
}

type Ballots = { row: Int32Array; lowWins: Uint8Array; weight: Float64Array };

/** By row, so that a refit walks through its pairs once. */
function toBallots(votes: readonly WeightedVote[], { rowOf }: ReturnType<typeof groupByPair>): Ballots {
  const order = sortedBy(rowOf, Int32Array.from(votes.keys()));
  return {
    row: order.map((nth) => rowOf[nth]!),
    lowWins: Uint8Array.from(order, (nth) => (votes[nth]!.winner < votes[nth]!.loser ? 1 : 0)),
    weight: Float64Array.from(order, (nth) => votes[nth]!.weight),
  };
}

function drawAgain({ row, lowWins, weight }: Ballots, pairs: number, random: Random) {
  const winsA = new Float64Array(pairs);
  const winsB = new Float64Array(pairs);
  for (let vote = 0; vote < row.length; vote += 1) {
    const times = TIMES[(random() * TIMES.length) | 0]!;
    const wins = lowWins[vote] === 1 ? winsA : winsB;
    if (times > 0) wins[row[vote]!]! += times * weight[vote]!;
  }
  return { winsA, winsB };
}

/** 0, 1, 2 … as often among 65,536 as they come up with mean 1. */
const TIMES = poissonTable(1 << 16);

function poissonTable(size: number) {
  const table = new Uint8Array(size);
  let chance = Math.exp(-1);
  let upTo = chance;
  for (let at = 0, times = 0; at < size; at += 1) {
    while (times < 12 && (at + 0.5) / size > upTo) {
      times += 1;
      chance /= times;
      upTo += chance;
    }
    table[at] = times;
  }
  return table;
}
