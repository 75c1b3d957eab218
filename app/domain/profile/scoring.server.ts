import { sql } from "drizzle-orm";
import { reader } from "~/db/client";
import { write } from "~/db/write";
import type { Tx } from "~/db/write";
import { scores } from "~/domain/crucible/schema";

const WEEK = 7 * 86_400_000;
const AT_ONCE = 200;

type Recount = {
  now: Date;
  /** Whose scores to count again: those with anything to do with crucibles that were running then or later. */
  since?: Date;
};

/**
 * Counts scores again from votes and entries: 1 for each counted vote, 5 for each own entry that was judged and 25 for each
 * on a paid place, once their crucible is completed (product.md). Verbs add to scores as things happen; this mends what
 * came later, such as voided votes. People of the last week's crucibles, unless `since` says otherwise, 200 in a
 * transaction; running it twice changes nothing. Returns how many changed.
 */
export async function recomputeScores({ now, since = new Date(now.getTime() - WEEK) }: Recount) {
  const people = concerned(since);
  let changed = 0;
  for (let i = 0; i < people.length; i += AT_ONCE) changed += await write((tx) => recount(tx, people.slice(i, i + AT_ONCE)));
  return { changed };
}

function concerned(since: Date) {
  const rows = reader().all<{ id: number }>(sql`
    WITH recent AS (
      SELECT id FROM crucibles WHERE status IN ('active', 'finalizing') OR finished_at >= ${since.getTime()}
    )
    SELECT judge_id AS id FROM seats WHERE crucible_id IN recent
    UNION SELECT judge_id FROM votes WHERE crucible_id IN recent
    UNION SELECT entrant_id FROM entries WHERE crucible_id IN recent`);
  return rows.map(({ id }) => id);
}

async function recount(tx: Tx, people: number[]) {
  const { changes } = await tx.run(sql`
    WITH counted AS (
      SELECT u.id,
        ${scores.countedVote} * (SELECT count(*) FROM votes v WHERE v.judge_id = u.id AND v.weight > 0
          AND NOT EXISTS (SELECT 1 FROM vote_voids x WHERE x.vote_id = v.id))
        + (SELECT coalesce(sum(${scores.judgedEntry} * (e.votes > 0)
            + ${scores.placedEntry} * (coalesce(e.place <= json_array_length(c.prizes), 0))), 0)
          FROM entries e JOIN crucibles c ON c.id = e.crucible_id WHERE e.entrant_id = u.id AND c.status = 'completed'
            AND e.withdrawn_at IS NULL AND e.disqualified_at IS NULL) AS score
      FROM users u WHERE u.deleted_at IS NULL AND u.id IN (SELECT value FROM json_each(${JSON.stringify(people)}))
    )
    UPDATE users SET score = counted.score FROM counted WHERE users.id = counted.id AND users.score <> counted.score`);
  return changes;
}
