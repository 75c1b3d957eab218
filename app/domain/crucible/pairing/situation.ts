import type { PairingConstants } from "./constants";

/** Where a crucible stands: `elapsed` is the share of its run that is over, `open` whether entries still come in. */
export type Situation = { entries: number; votes: number; paidPlaces: number; elapsed: number; open: boolean };

/** Votes per entry this crucible looks like getting by its end, if they go on coming as they did. */
export function forecastVotesPerEntry({ entries, votes, elapsed }: Situation) {
  return (2 * votes) / Math.max(1, entries) / Math.max(elapsed, 0.01);
}

/** Votes that every entry gets before title matches start. */
export function floorOf(situation: Situation, { floorShare, floorLeast, floorMost }: PairingConstants) {
  return Math.max(floorLeast, Math.min(floorMost, floorShare * forecastVotesPerEntry(situation)));
}

/** Votes of all judges that a pair may have before title matches leave it alone. */
export function pairLimit({ entries, votes }: Situation, { pairCap, pairCapPerMean }: PairingConstants) {
  const pairs = Math.max(1, (entries * (entries - 1)) / 2);
  return pairCap + Math.floor((pairCapPerMean * votes) / pairs);
}

/** Pairs that a judge who may see `entries` entries, and has had `had` pairs of them, has left. 0 is caught up. */
export function remainingPairs(entries: number, had: number) {
  return Math.max(0, (entries * (entries - 1)) / 2 - had);
}
