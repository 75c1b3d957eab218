import { sql } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { scores } from "./schema";

type Award = {
  crucibleId: number;
  /** How many places are paid. */
  places: number;
  /** Votes of each judge that counted when cast and were not voided. */
  judges: readonly { judgeId: number; counted: number }[];
};

/**
 * What a completed crucible adds to people's scores: 1 for each vote that counted when it was cast and was not voided, 5
 * for each entry that was judged, and 25 for each of those on a paid place. Whoever has left gains nothing.
 */
export async function awardScores(tx: Tx, { crucibleId, places, judges }: Award) {
  await tx.run(sql`
    UPDATE users SET score = score + earned.points FROM (
      SELECT person, sum(points) AS points FROM (
        SELECT entrant_id AS person,
          ${scores.judgedEntry} + ${scores.placedEntry} * (place IS NOT NULL AND place <= ${places}) AS points
        FROM entries WHERE crucible_id = ${crucibleId} AND votes > 0 AND disqualified_at IS NULL
        UNION ALL
        SELECT one.value ->> 'judgeId', ${scores.countedVote} * (one.value ->> 'counted') FROM json_each(${JSON.stringify(judges)}) AS one
      ) GROUP BY person
    ) AS earned WHERE users.id = earned.person AND earned.points > 0 AND users.deleted_at IS NULL`);
}
