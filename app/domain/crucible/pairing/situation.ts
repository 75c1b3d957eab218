import type { PairingConstants } from "./constants";

/**
 * Where a crucible stands: `percents` is how the pool splits, best place first; `elapsed` the share of its run that is
 * over; `open` whether entries still come in; `judgeVotes` the votes that this judge has cast in it.
 */
export type Situation = {
  entries: number;
  votes: number;
  percents: readonly number[];
  elapsed: number;
  open: boolean;
  judgeVotes: number;
};

/** Votes per entry this crucible looks like getting by its end, if they go on coming as they did. */
export function forecastVotesPerEntry({ entries, votes, elapsed }: Situation) {
  return (2 * votes) / Math.max(1, entries) / Math.max(elapsed, 0.01);
}

/** Whether the least voted entry has yet to get the looks that everyone gets before any pair is about the prizes. */
export function needsCoverage(least: { votes: number } | undefined, situation: Situation, constants: PairingConstants) {
  return !least || least.votes < minVotesPerEntry(situation, constants);
}

/** Share of the pairs, 0 to 1, that are about the prizes: `openShare` in a large field, more in a small one, where anyone may win. */
export function titleShare({ open, entries }: Situation, { openShare, closedShare, smallField }: PairingConstants) {
  if (!open) return closedShare;
  return openShare + (1 - openShare) * Math.min(1, smallField / Math.max(1, entries));
}

/** Votes that every entry gets first. */
export function minVotesPerEntry(situation: Situation, { floorShare, floorLeast, floorMost }: PairingConstants) {
  return Math.max(floorLeast, Math.min(floorMost, floorShare * forecastVotesPerEntry(situation)));
}

/** Times that a judge may have had an entry and still get it: few enough that nobody's friends can carry it far. */
export function seenLimit(
  { entries, judgeVotes }: Situation,
  { seenAbove, seenHeadStart, seenMost }: PairingConstants,
) {
  const average = (2 * (judgeVotes + seenHeadStart)) / Math.max(1, entries);
  return Math.min(seenMost, seenAbove + Math.floor(average));
}

/** Pairs that a judge who may see `entries` entries, and has had `had` pairs of them, has left. 0 is caught up. */
export function remainingPairs(entries: number, had: number) {
  return Math.max(0, (entries * (entries - 1)) / 2 - had);
}
