import { sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { inBatches } from "~/db/write";
import { scores } from "../schema";

type AwardScoresInput = {
  /** How many places are paid. */
  places: number;
  /** By id. */
  entries: readonly number[];
  /** In JSON: `judgeId`, and how many of their votes counted when cast and were not voided, `counted`. */
  judges: readonly string[];
};

/**
 * What a completed crucible adds to people's scores: 1 for each vote that counted when it was cast and was not voided, 5
 * for each entry that was judged, and 25 for each of those on a paid place. Whoever has left gains nothing.
 */
export async function awardScores(tx: Tx, { places, entries, judges }: AwardScoresInput) {
  await inBatches(entries, (part) =>
    award(
      tx,
      sql`
    SELECT entrant_id AS person, ${scores.judgedEntry} + ${scores.placedEntry} * (place IS NOT NULL AND place <= ${places}) AS points
    FROM entries WHERE id IN (SELECT value FROM json_each(${JSON.stringify(part)})) AND votes > 0 AND disqualified_at IS NULL`,
    ),
  );
  await inBatches(judges, (part) =>
    award(
      tx,
      sql`
    SELECT one.value ->> 'judgeId' AS person, ${scores.countedVote} * (one.value ->> 'counted') AS points
    FROM json_each(${`[${part.join()}]`}) AS one`,
    ),
  );
}

function award(tx: Tx, points: SQL) {
  return tx.run(sql`
    UPDATE users SET score = score + earned.points FROM (SELECT person, sum(points) AS points FROM (${points}) GROUP BY person) AS earned
    WHERE users.id = earned.person AND earned.points > 0 AND users.deleted_at IS NULL`);
}
