import { and, asc, count, eq, gt, isNull, sql } from "drizzle-orm";
import { reader } from "~/db/client";
import { crucibles } from "~/db/schema/crucible";
import { entries } from "~/db/schema/entry";
import { media } from "~/db/schema/media";
import { accounts } from "~/db/schema/wallet";
import { mediaColumns, viewOf } from "~/domain/media/library.server";
import { sharePool } from "~/domain/contest/prizes";
import { isCompeting, liveRank } from "./field.server";

/**
 * What a person has done: crucibles entered, Buzz won, best place, and the share, 0 to 1, of the decided crucibles they
 * entered in which they won Buzz or a paid place; null before the first.
 */
export async function personStats(userId: number) {
  const [stats] = await reader()
    .select({
      entered: sql<number>`count(DISTINCT ${entries.crucibleId})`,
      won: sql<number>`coalesce(sum(${entries.prize}), 0)`,
      bestPlace: sql<number | null>`min(${entries.place})`,
      decided: sql<number>`count(DISTINCT ${entries.crucibleId}) FILTER (WHERE ${crucibles.outcome} = 'paid')`,
      placed: sql<number>`count(DISTINCT ${entries.crucibleId}) FILTER (WHERE ${entries.place} <= json_array_length(${crucibles.prizes}))`,
    })
    .from(entries)
    .innerJoin(crucibles, eq(crucibles.id, entries.crucibleId))
    .where(and(eq(entries.entrantId, userId), isNull(entries.withdrawnAt)));
  const { decided, placed, ...rest } = stats!;
  return { ...rest, winRate: decided > 0 ? placed / decided : null };
}

/**
 * The running crucibles that a person is in, the first to end first, each with the best live place of their entries, that
 * entry's picture, and what it would win if all ended as it stands.
 */
export async function activeCrucibles(userId: number, now: Date) {
  const rows = await reader()
    .select({
      ...terms,
      pool: accounts.balance,
      ownEntries: count(),
      // SQLite takes the other columns from the row of the one minimum.
      rank: sql<number>`min(${liveRank})`,
      media: mediaColumns,
    })
    .from(entries)
    .innerJoin(crucibles, eq(crucibles.id, entries.crucibleId))
    .innerJoin(media, eq(media.id, entries.mediaId))
    .innerJoin(accounts, eq(accounts.id, crucibles.escrowId))
    .where(and(eq(entries.entrantId, userId), isCompeting, eq(crucibles.status, "active"), gt(crucibles.endsAt, now)))
    .groupBy(crucibles.id)
    .orderBy(asc(crucibles.endsAt), asc(crucibles.id));
  return rows.map(({ media, ...row }) => {
    const { prizes } = sharePool(row.pool, row.prizes, row.entryCount);
    return { ...row, onTrack: prizes[row.rank - 1] ?? 0, media: viewOf(media) };
  });
}

const terms = {
  id: crucibles.id,
  name: crucibles.name,
  status: crucibles.status,
  startsAt: crucibles.startsAt,
  endsAt: crucibles.endsAt,
  entriesCloseAt: crucibles.entriesCloseAt,
  entryFee: crucibles.entryFee,
  entryCount: crucibles.entryCount,
  entriesCap: crucibles.entriesCap,
  entriesPerPerson: crucibles.entriesPerPerson,
  prizes: crucibles.prizes,
};
