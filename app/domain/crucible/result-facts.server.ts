import { and, eq, isNotNull, sql } from "drizzle-orm";
import { reader } from "~/db/client";
import { users } from "~/db/schema/account";
import { crucibles } from "~/db/schema/crucible";
import { entries } from "~/db/schema/entry";
import { media } from "~/db/schema/media";
import { SAFE_RATINGS, includesRating } from "~/domain/media/content-ratings";
import type { Viewer } from "~/domain/media/content-ratings";
import { mediaColumns, viewOf } from "~/domain/media/library.server";
import { openTo } from "~/domain/media/visibility.server";
import { entryNumber } from "./entry-number";
import { prizeTable } from "~/domain/contest/prizes";

type PaidCrucible = { id: number; paidPool: number | null; prizes: readonly number[] };

/**
 * How a paid crucible's pool was shared: per paid place its percent of what the filled places have together, and the Buzz
 * after rounding down; what rounding left; and between how many votes its placed entries had.
 */
export async function resultFacts({ id, paidPool, prizes }: PaidCrucible) {
  const [field] = await reader()
    .select({
      placed: sql<number>`count(*)`,
      fewestVotes: sql<number>`coalesce(min(${entries.votes}), 0)`,
      mostVotes: sql<number>`coalesce(max(${entries.votes}), 0)`,
    })
    .from(entries)
    .where(and(eq(entries.crucibleId, id), isNotNull(entries.place)));
  const pool = paidPool ?? 0;
  const { placed, ...exposure } = field!;
  return { pool, placed, ...prizeTable(pool, prizes, placed), ...exposure };
}

/** An entry that took a place, when the viewer may see its picture; `open` when everyone may. Null for any other. */
export async function placedEntry(entryId: number, viewer: Viewer) {
  const [found] = await reader()
    .select({
      ...placedColumns,
      author: users.username,
      crucible: { id: crucibles.id, name: crucibles.name, field: crucibles.entryCount, endsAt: crucibles.endsAt },
      level: media.level,
      media: mediaColumns,
    })
    .from(entries)
    .innerJoin(crucibles, eq(crucibles.id, entries.crucibleId))
    .innerJoin(users, eq(users.id, entries.entrantId))
    .innerJoin(media, and(eq(media.id, entries.mediaId), openTo(viewer)))
    .where(and(eq(entries.id, entryId), isNotNull(entries.place)));
  if (!found) return null;
  const open = includesRating(SAFE_RATINGS, found.level);
  return { ...found, number: entryNumber(found.key), open, media: viewOf(found.media) };
}

const placedColumns = {
  id: entries.id,
  key: entries.key,
  place: sql<number>`${entries.place}`,
  prize: sql<number>`coalesce(${entries.prize}, 0)`,
  settled: entries.settled,
  votes: entries.votes,
  wins: entries.wins,
  losses: entries.losses,
  holds: entries.firmness,
};
