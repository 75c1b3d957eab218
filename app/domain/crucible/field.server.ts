import { and, isNull, sql } from "drizzle-orm";
import { entries } from "~/db/schema/entry";

/** The entries that are still in the contest. */
export const isCompeting = and(isNull(entries.withdrawnAt), isNull(entries.disqualifiedAt))!;

const ahead = sql`SELECT count(*) FROM entries AS ahead WHERE ahead.crucible_id = ${entries.crucibleId}
  AND ahead.withdrawn_at IS NULL AND ahead.disqualified_at IS NULL`;

/** An entry's place by live rating: one more than those ahead of it; the order of equals says nothing of when they came. */
export const liveRank = sql<number>`1 + (${ahead} AND ahead.elo > ${entries.elo})
  + (${ahead} AND ahead.elo = ${entries.elo} AND ahead.key < ${entries.key})`;
