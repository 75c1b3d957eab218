import { START } from "./elo";
import { finalOrder } from "./final-order";
import type { OpenLog } from "./open-log";
import { replayRatings } from "./replaying";

export type Recount = ReturnType<typeof recount>;

/** Everything a log claims, counted anew from its votes, entries and fees: of the votes, those that were not voided. */
export function recount(log: OpenLog) {
  const { entries, crucible, votes, voids } = log;
  const voided = new Set(voids.map(({ vote }) => vote));
  const standing = votes.filter(({ seq }) => !voided.has(seq));
  const judges = numbers(standing.map(({ judge }) => judge));
  const indexes = numbers(entries.map(({ id }) => id));
  const order = finalOrder({
    entries,
    judges: judges.size,
    votes: standing.map((vote) => ({
      ...vote,
      winner: indexes.get(vote.winner)!,
      loser: indexes.get(vote.loser)!,
      judge: judges.get(vote.judge)!,
    })),
    percents: crucible.percents,
    pool: poolOf(log),
    seed: crucible.id,
  });
  const ratings = replayRatings(standing);
  return { standing, order, live: (entry: number) => ratings.get(entry)?.elo ?? START };
}

/** What is in the pool when it is shared: fees, less those of entries withdrawn while it ran. */
function poolOf({ transfers, crucible }: OpenLog) {
  const inTime = transfers.filter(({ at, kind }) => kind === "entry-fee" || (kind === "refund" && at < crucible.endedAt));
  return inTime.reduce((sum, { kind, amount }) => sum + (kind === "refund" ? -amount : amount), 0);
}

function numbers<T>(keys: readonly T[]) {
  const found = new Map<T, number>();
  for (const key of keys) if (!found.has(key)) found.set(key, found.size);
  return found;
}
