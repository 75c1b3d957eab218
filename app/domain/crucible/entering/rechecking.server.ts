import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { crucibles } from "~/db/schema/crucible";
import { entries } from "~/db/schema/entry";
import { includesRating, contentRatingName } from "~/domain/media/content-ratings";
import { disqualifyEntry } from "./disqualifying.server";
import { hideFromJudges } from "./entry-removal.server";

type RecheckEntriesInput = { mediaId: number; level: number; moderatorId: number; reason: string; now: Date };

/**
 * After a media item was re-rated: its entries in crucibles that are not settled yet take the level on, so that judges are
 * served by it, and leave where it is not allowed, with a reason that their owner reads. Returns the entries that left.
 */
export async function recheckEntries(tx: Tx, { mediaId, level, moderatorId, reason, now }: RecheckEntriesInput) {
  const left: number[] = [];
  for (const entry of await runningEntries(tx, mediaId)) {
    await tx.update(entries).set({ level }).where(eq(entries.id, entry.id));
    await hideFromJudges(tx, { crucibleId: entry.crucibleId, entryId: entry.id, level });
    if (includesRating(entry.allowed, level)) continue;
    const why = `Its content rating is now ${contentRatingName(level)}, which isn’t allowed here: ${reason}`;
    await disqualifyEntry(tx, { moderatorId, entryId: entry.id, reason: why, now });
    left.push(entry.id);
  }
  return left;
}

function runningEntries(tx: Tx, mediaId: number) {
  const standing = and(eq(entries.mediaId, mediaId), isNull(entries.withdrawnAt), isNull(entries.disqualifiedAt));
  return tx
    .select({ id: entries.id, crucibleId: entries.crucibleId, allowed: crucibles.levels })
    .from(entries)
    .innerJoin(crucibles, eq(crucibles.id, entries.crucibleId))
    .where(and(standing, inArray(crucibles.status, ["pending", "active"])));
}
