import { fitStrengths } from "./bradley-terry";
import { pairUp, sumVotes, type WeightedVote } from "./duels";
import { type Random, seededRandom } from "./random";

export type Firmness = "firm" | "close" | "could have gone either way";
export const REFITS = 100;
/** Least share of refits in which a place must beat the next one to be called so. */
export const FIRM_FROM = 0.95;
export const CLOSE_FROM = 0.75;

/**
 * For each place but the last, the share, 0 to 1, of `REFITS` refits in which it still beats the next: every refit
 * counts each vote 0, 1, 2 … times (Poisson bootstrap, Chamandy et al. 2012), the same ones for the same seed.
 * `order` holds the indexes of the placed entries, best first, out of `count`; level ratings count half.
 */
export function holdingShares(order: readonly number[], count: number, votes: readonly WeightedVote[], seed: number) {
  const random = seededRandom(seed);
  const pairs = pairUp(votes);
  const from = fitStrengths(count, sumVotes(votes, pairs), { tolerance: 1e-6 });
  const held = new Array<number>(Math.max(0, order.length - 1)).fill(0);
  for (let refit = 0; refit < REFITS; refit += 1) {
    const duels = sumVotes(votes, pairs, (vote) => vote.weight * poisson(random));
    const theta = fitStrengths(count, duels, { from, tolerance: 1e-4 });
    held.forEach((_, place) => (held[place]! += winOf(theta[order[place]!]!, theta[order[place + 1]!]!)));
  }
  return held.map((wins) => wins / REFITS);
}

/** The word for a place that beat the next one in `share`, 0 to 1, of the refits. */
export function firmnessOf(share: number): Firmness {
  if (share >= FIRM_FROM) return "firm";
  return share >= CLOSE_FROM ? "close" : "could have gone either way";
}

function winOf(mine: number, theirs: number) {
  if (Math.abs(mine - theirs) < 1e-9) return 0.5;
  return mine > theirs ? 1 : 0;
}

/** 0, 1, 2 … with mean 1, by inversion. */
function poisson(random: Random) {
  let chance = Math.exp(-1);
  let rest = random() - chance;
  let count = 0;
  while (rest >= 0 && count < 20) {
    count += 1;
    chance /= count;
    rest -= chance;
  }
  return count;
}
