import { and, asc, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import { createHmac } from "node:crypto";
import { reader } from "~/db/client";
import { users } from "~/db/schema/account";
import { crucibles } from "~/db/schema/crucible";
import { entries } from "~/db/schema/entry";
import { media } from "~/db/schema/media";
import type { Viewer } from "~/domain/media/levels";
import { mediaColumns, viewOf } from "~/domain/media/library.server";
import { visibleTo } from "~/domain/media/visibility.server";
import { blindAlt } from "./blind-alt";
import { pageOf, readCursor } from "~/domain/list/keyset";
import { inField, liveRank } from "./field.server";

type Page = { crucibleId: number; viewer: Viewer; after?: string; limit: number };

const score = {
  elo: entries.elo,
  lcb: entries.lcb,
  votes: entries.votes,
  wins: entries.wins,
  losses: entries.losses,
};

/** The person's own entries, in the order of entering, with their live place; a disqualified one has its reason and none. */
export async function ownEntries(crucibleId: number, userId: number) {
  const rows = await reader()
    .select({
      id: entries.id,
      number: entries.number,
      ...score,
      rank: sql<number | null>`CASE WHEN ${entries.disqualifiedAt} IS NULL THEN ${liveRank} END`,
      fee: entries.fee,
      settled: entries.settled,
      place: entries.place,
      prize: entries.prize,
      disqualifiedReason: entries.disqualifiedReason,
      media: mediaColumns,
    })
    .from(entries)
    .innerJoin(media, eq(media.id, entries.mediaId))
    .where(and(eq(entries.entrantId, userId), eq(entries.crucibleId, crucibleId), isNull(entries.withdrawnAt)))
    .orderBy(asc(entries.number));
  return rows.map(named);
}

/**
 * A page of the entries that the viewer may see, in an order that is shuffled for them and stays the same: nameless, with
 * their own marked with their place.
 */
export async function shuffledEntries({ crucibleId, viewer, after, limit }: Page) {
  const salt = await saltOf(crucibleId);
  const key = shuffleKey(`${salt}:${viewer.id ?? "anyone"}`);
  const cursor = readCursor(after);
  const rows = await reader()
    .select({
      id: entries.id,
      number: entries.number,
      own: isOwn(viewer),
      rank: ownRank(viewer),
      media: mediaColumns,
      author,
      key,
    })
    .from(entries)
    .innerJoin(media, and(eq(media.id, entries.mediaId), visibleTo(viewer)))
    .leftJoin(users, eq(users.id, entries.entrantId))
    .where(
      and(
        eq(entries.crucibleId, crucibleId),
        inField,
        cursor ? sql`(${key}, ${entries.id}) > (${cursor.key}, ${cursor.id})` : undefined,
      ),
    )
    .orderBy(asc(key), asc(entries.id))
    .limit(limit + 1);
  const page = pageOf(rows, limit, (row) => ({ key: row.key, id: row.id, rank: 0 }));
  return { ...page, rows: page.rows.map(nameless) };
}

/**
 * A page of the live ranking, best first, without names but for one's own; media only where the viewer may see them.
 * Ratings are in Elo points; `lcb` is two deviations below.
 */
export async function liveLeaderboard({ crucibleId, viewer, after, limit }: Page) {
  const cursor = readCursor(after);
  const beyond = cursor
    ? sql`${entries.elo} <= ${cursor.key} AND (${entries.elo} < ${cursor.key} OR ${entries.id} > ${cursor.id})`
    : undefined;
  const found = await reader()
    .select({ id: entries.id, number: entries.number, own: isOwn(viewer), ...score, media: mediaColumns, author })
    .from(entries)
    .leftJoin(users, eq(users.id, entries.entrantId))
    .leftJoin(media, and(eq(media.id, entries.mediaId), visibleTo(viewer)))
    .where(and(eq(entries.crucibleId, crucibleId), inField, beyond))
    .orderBy(desc(entries.elo), asc(entries.id))
    .limit(limit + 1);
  const first = (cursor?.rank ?? 0) + 1;
  const rows = found.map((row, i) => ({ ...nameless(row), rank: first + i }));
  return pageOf(rows, limit, ({ elo, id, rank }) => ({ key: elo, id, rank }));
}

/** A page of the final table of an ended crucible, by place, with names, both ratings and prizes. */
export async function resultsTable({ crucibleId, viewer, after, limit }: Page) {
  const cursor = readCursor(after);
  const rows = await reader()
    .select({
      id: entries.id,
      number: entries.number,
      own: isOwn(viewer),
      place: sql<number>`${entries.place}`,
      prize: entries.prize,
      settled: sql<number>`${entries.settled}`,
      holds: entries.firmness,
      tieBrokenBy: entries.tieBrokenBy,
      ...score,
      entrant: { id: users.id, username: users.username },
      media: mediaColumns,
    })
    .from(entries)
    .innerJoin(users, eq(users.id, entries.entrantId))
    .leftJoin(media, and(eq(media.id, entries.mediaId), visibleTo(viewer)))
    .where(
      and(
        eq(entries.crucibleId, crucibleId),
        isNotNull(entries.place),
        cursor ? sql`${entries.place} > ${cursor.key}` : undefined,
      ),
    )
    .orderBy(asc(entries.place))
    .limit(limit + 1);
  return pageOf(rows.map(named), limit, ({ place, id }) => ({ key: place, id, rank: place }));
}

type Pictured = { media: Parameters<typeof viewOf>[0] | null };

function named<T extends Pictured>({ media, ...row }: T) {
  return { ...row, media: media && viewOf(media) };
}

/** Without the author, also where the picture's own words would tell. */
function nameless<T extends Pictured & { author: string | null }>({ media, author, ...row }: T) {
  return { ...row, media: media && viewOf({ ...media, alt: blindAlt(media.alt, author) }) };
}

const author = users.username;

async function saltOf(crucibleId: number) {
  const crucible = await reader().query.crucibles.findFirst({
    columns: { logSalt: true },
    where: eq(crucibles.id, crucibleId),
  });
  return crucible?.logSalt ?? "";
}

/** One's own entry's place once there is one, and its live place until then. */
function ownRank(viewer: Viewer) {
  return sql<
    number | null
  >`CASE WHEN ${entries.entrantId} = ${viewer.id ?? -1} THEN coalesce(${entries.place}, ${liveRank}) END`;
}

function isOwn({ id }: Viewer) {
  return sql<boolean>`${entries.entrantId} = ${id ?? -1}`.mapWith(Boolean);
}

const PRIME = 2_147_483_647;

/** Scatters entry numbers over 0 … PRIME: squares keep neighbours apart, the seed keeps viewers apart. */
function shuffleKey(seed: string): SQL<number> {
  const digest = createHmac("sha256", "shuffle").update(seed).digest();
  const shift = digest.readUInt32LE(0) % PRIME;
  const factor = 1 + (digest.readUInt32LE(4) % (PRIME - 1));
  const shifted = sql`((${entries.number} + ${shift}) % ${PRIME})`;
  return sql<number>`(${shifted} * ${shifted} % ${PRIME} * ${factor} % ${PRIME})`;
}
