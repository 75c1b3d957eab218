import { START } from "../elo";
import { finalOrder } from "../rating/final-order";
import type { CastVote } from "../rating/settled-weights";
import type { OpenLog } from "./open-log";
import { replayRatings } from "../rating/replaying";

export type Recount = ReturnType<typeof recount>;

/** Everything a log claims, recounted from its entries and votes, and of those the ones that were not voided. */
export function recount({ entries, crucible, votes, voids }: OpenLog) {
  const voided = new Set(voids.map(({ vote }) => vote));
  const standing = votes.filter(({ seq }) => !voided.has(seq));
  const judges = numbers(standing.map(({ judge }) => judge));
  const indexes = numbers(entries.map(({ id }) => id));
  const order = finalOrder({
    entries,
    judges: judges.size,
    votes: standing.map(({ winner, loser, judge, weight, reasons, seconds, kind }): CastVote => ({
      winner: indexes.get(winner)!,
      loser: indexes.get(loser)!,
      judge: judges.get(judge)!,
      weight,
      reasons,
      seconds,
      kind,
    })),
    percents: crucible.percents,
    rules: crucible.version,
    pool: crucible.entryFee * entries.length, // those that left had theirs back
    seed: null, // the log does not say how firmly
  });
  const ratings = replayRatings(standing);
  return { standing, order, live: (entry: number) => ratings.get(entry)?.elo ?? START };
}

function numbers<T>(keys: readonly T[]) {
  const found = new Map<T, number>();
  for (const key of keys) if (!found.has(key)) found.set(key, found.size);
  return found;
}
