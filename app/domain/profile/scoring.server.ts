import { eq, sql } from "drizzle-orm";
import { reader } from "~/db/client";
import { users } from "~/db/schema/account";
import { write } from "~/db/write";
import { points } from "./rules";

const WEEK = 7 * 86_400_000;
const AT_ONCE = 200;

type Recount = {
  now: Date;
  /** Whose scores to count again: those with anything to do with crucibles that were running then or later. */
  since?: Date;
};

/**
 * Counts scores again from votes and entries: 1 for each counted vote, 5 for each own entry that was judged, 25 for each
 * that was placed (product.md). Only people of crucibles that ran within the last week, unless `since` says otherwise;
 * only rows that change are written, a few hundred in a transaction. Running it twice changes nothing. Returns how many changed.
 */
export async function recomputeScores({ now, since = new Date(now.getTime() - WEEK) }: Recount) {
  const changed = stale(since);
  for (let i = 0; i < changed.length; i += AT_ONCE) {
    const some = changed.slice(i, i + AT_ONCE);
    await write(async (tx) => {
      for (const { id, score } of some) await tx.update(users).set({ score }).where(eq(users.id, id));
    });
  }
  return { changed: changed.length };
}

function stale(since: Date) {
  return reader().all<{ id: number; score: number }>(sql`
    WITH recent AS (
      SELECT id FROM crucibles WHERE status IN ('active', 'finalizing') OR finished_at >= ${since.getTime()}
    ), concerned AS (
      SELECT judge_id AS id FROM seats WHERE crucible_id IN (SELECT id FROM recent)
      UNION SELECT judge_id FROM votes WHERE crucible_id IN (SELECT id FROM recent)
      UNION SELECT entrant_id FROM entries WHERE crucible_id IN (SELECT id FROM recent)
    ), counted AS (
      SELECT u.id, u.score AS before,
        ${points.vote} * (SELECT count(*) FROM votes v WHERE v.judge_id = u.id AND v.weight > 0
          AND NOT EXISTS (SELECT 1 FROM vote_voids x WHERE x.vote_id = v.id))
        + (SELECT coalesce(sum(${points.judgedEntry} * (e.votes > 0) + ${points.placedEntry} * (e.prize IS NOT NULL)), 0)
          FROM entries e WHERE e.entrant_id = u.id AND e.withdrawn_at IS NULL AND e.disqualified_at IS NULL) AS score
      FROM users u WHERE u.id IN concerned AND u.deleted_at IS NULL
    )
    SELECT id, score FROM counted WHERE score <> before ORDER BY id`);
}
