import { and, eq, or, sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { crucibles } from "~/db/schema/crucible";
import { pairs } from "~/db/schema/judging";

type RemoveEntryInput = { crucibleId: number; entryId: number; entrantId: number };

/** After an entry left the field: the crucible counts one less, and nobody is shown it any more. */
export async function removeFromContest(tx: Tx, { crucibleId, entryId, entrantId }: RemoveEntryInput) {
  const stays = sql`EXISTS (SELECT 1 FROM entries WHERE entries.crucible_id = ${crucibleId} AND entries.entrant_id = ${entrantId}
    AND entries.withdrawn_at IS NULL AND entries.disqualified_at IS NULL)`;
  await tx
    .update(crucibles)
    .set({
      entryCount: sql`${crucibles.entryCount} - 1`,
      entrantCount: sql`${crucibles.entrantCount} - NOT ${stays}`,
    })
    .where(eq(crucibles.id, crucibleId));
  await dropPairs(tx, crucibleId, entryId);
}

/** After an entry was re-rated: who does not browse that level loses the pairs with it, and no skip is counted. */
export async function hideFromJudges(
  tx: Tx,
  { crucibleId, entryId, level }: { crucibleId: number; entryId: number; level: number },
) {
  await dropPairs(
    tx,
    crucibleId,
    entryId,
    sql`${pairs.judgeId} IN (SELECT id FROM users WHERE (browsing_levels & ${level}) = 0)`,
  );
}

async function dropPairs(tx: Tx, crucibleId: number, entryId: number, ofThese?: SQL) {
  const shown = or(eq(pairs.leftEntry, entryId), eq(pairs.rightEntry, entryId));
  const onSeat = sql`${pairs.state} IN ('current', 'next', 'held')`;
  await tx
    .update(pairs)
    .set({ state: "dropped" })
    .where(and(eq(pairs.crucibleId, crucibleId), onSeat, shown, ofThese));
}
