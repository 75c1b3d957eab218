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
  const held = new Float64Array(Math.max(0, order.length - 1));
  for (let refit = 0; refit < REFITS; refit += 1) {
    const duels = sumVotes(votes, pairs, ({ weight }) => weight * poisson(random));
    const theta = fitStrengths(count, duels, { from, tolerance: 0.05 });
    for (let place = 0; place < held.length; place += 1) held[place]! += winOf(theta[order[place]!]!, theta[order[place + 1]!]!);
  }
  return Array.from(held, (wins) => wins / REFITS);
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

const UP_TO = cumulativePoisson();

/** 0, 1, 2 … with mean 1, by inversion. */
function poisson(random: Random) {
  const drawn = random();
  let count = 0;
  while (drawn >= UP_TO[count]!) count += 1;
  return count;
}

function cumulativePoisson() {
  const chances = [Math.exp(-1)];
  for (let k = 1; k < 20; k += 1) chances.push(chances[k - 1]! / k);
  let sum = 0;
  return [...chances.map((chance) => (sum += chance)).slice(0, 16), Infinity];
}
