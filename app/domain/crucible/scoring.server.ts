import { sql } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { scores } from "./schema";

type Award = { crucibleId: number; /** How many places are paid. */ places: number };

/** What entries earn their people when a crucible is completed: 5 for each that was judged, 25 for each on a paid place. */
export async function awardScores(tx: Tx, { crucibleId, places }: Award) {
  await tx.run(sql`
    UPDATE users SET score = score + earned.points FROM (
      SELECT entrant_id, sum(${scores.judgedEntry} * (votes > 0) + ${scores.placedEntry} * (coalesce(place, 1e9) <= ${places})) AS points
      FROM entries WHERE crucible_id = ${crucibleId} AND withdrawn_at IS NULL AND disqualified_at IS NULL GROUP BY entrant_id
    ) AS earned WHERE users.id = earned.entrant_id AND earned.points > 0`);
}
