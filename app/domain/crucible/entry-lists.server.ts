import { and, asc, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import { createHmac } from "node:crypto";
import { reader } from "~/db/client";
import { users } from "~/db/schema/account";
import { crucibles } from "~/db/schema/crucible";
import { entries } from "~/db/schema/entry";
import { media } from "~/db/schema/media";
import type { Viewer } from "~/domain/media/content-ratings";
import { blindViewOf, mediaColumns, viewOf } from "~/domain/media/library.server";
import { openTo, visibleTo } from "~/domain/media/visibility.server";
import { entryNumber } from "./entry-number";
import { pageOf, readCursor } from "~/domain/list/keyset";
import { isCompeting, liveRank } from "./field.server";

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
      key: entries.key,
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
  const { salt, over } = await secretsOf(crucibleId);
  const place = shuffleKey(`${salt}:${viewer.id ?? "anyone"}`);
  const cursor = readCursor(after);
  const rows = await reader()
    .select({
      id: entries.id,
      key: entries.key,
      own: isOwn(viewer),
      rank: ownRank(viewer),
      media: mediaColumns,
      place,
    })
    .from(entries)
    .innerJoin(media, and(eq(media.id, entries.mediaId), visibleTo(viewer)))
    .where(and(eq(entries.crucibleId, crucibleId), isCompeting, cursor ? sql`${place} > ${cursor.key}` : undefined))
    .orderBy(asc(place))
    .limit(limit + 1);
  const page = pageOf(rows, limit, (row) => ({ key: row.place, id: 0, rank: 0 }));
  return { ...page, rows: page.rows.map(({ place: _, ...row }) => (over ? named(row) : blind(row, viewer))) };
}

/**
 * A page of the live ranking, best first, without names but for one's own; media only where the viewer may see them.
 * Ratings are in Elo points; `lcb` is two deviations below.
 */
export async function liveLeaderboard({ crucibleId, viewer, after, limit }: Page) {
  const cursor = readCursor(after);
  const [elo, key] = String(cursor?.key ?? "").split(" ");
  const beyond = key
    ? sql`${entries.elo} <= ${Number(elo)} AND (${entries.elo} < ${Number(elo)} OR ${entries.key} > ${key})`
    : undefined;
  const found = await reader()
    .select({ id: entries.id, key: entries.key, own: isOwn(viewer), ...score, media: mediaColumns })
    .from(entries)
    .leftJoin(media, and(eq(media.id, entries.mediaId), visibleTo(viewer)))
    .where(and(eq(entries.crucibleId, crucibleId), isCompeting, beyond))
    .orderBy(desc(entries.elo), asc(entries.key))
    .limit(limit + 1);
  const first = (cursor?.rank ?? 0) + 1;
  const rows = found.map((row, i) => ({ ...blind(row, viewer), rank: first + i }));
  return pageOf(rows, limit, ({ elo, key, rank }) => ({ key: `${elo} ${key}`, id: 0, rank }));
}

/** A page of the final table of an ended crucible, by place, with names, both ratings and prizes. */
export async function resultsTable({ crucibleId, viewer, after, limit }: Page) {
  const cursor = readCursor(after);
  const beyond = cursor ? sql`${entries.place} > ${cursor.key}` : undefined;
  const rows = await reader()
    .select({ id: entries.id, key: entries.key, own: isOwn(viewer), ...result, ...score, media: mediaColumns })
    .from(entries)
    .innerJoin(users, eq(users.id, entries.entrantId))
    .leftJoin(media, and(eq(media.id, entries.mediaId), openTo(viewer)))
    .where(and(eq(entries.crucibleId, crucibleId), isNotNull(entries.place), beyond))
    .orderBy(asc(entries.place))
    .limit(limit + 1);
  return pageOf(rows.map(named), limit, ({ place, id }) => ({ key: place, id, rank: place }));
}

const result = {
  place: sql<number>`${entries.place}`,
  prize: entries.prize,
  settled: sql<number>`${entries.settled}`,
  holds: entries.firmness,
  tieBrokenBy: entries.tieBrokenBy,
  entrant: { id: users.id, username: users.username },
};

type WithMedia = { key: string; media: Parameters<typeof viewOf>[0] | null };

function named<T extends WithMedia>({ media, ...row }: T) {
  return { ...row, number: entryNumber(row.key), media: media && viewOf(media) };
}

/**
 * What everybody may know of an entry while names are hidden: under keys of its own, without the numbers of the entry and of
 * its media item, which tell an order and lead to its owner. Moderators and its owner get the entry's number, to act on it.
 */
function blind<T extends WithMedia & { id: number; own: boolean }>({ media, ...row }: T, viewer: Viewer) {
  const id = row.own || viewer.moderator ? row.id : null;
  return { ...row, id, number: entryNumber(row.key), media: media && blindViewOf(media, row.key) };
}

async function secretsOf(crucibleId: number) {
  const crucible = await reader().query.crucibles.findFirst({
    columns: { logSalt: true, outcome: true },
    where: eq(crucibles.id, crucibleId),
  });
  return { salt: crucible?.logSalt ?? "", over: crucible?.outcome === "paid" };
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

/** Scatters entry numbers over 0 … PRIME: squares keep neighbors apart, the seed keeps viewers apart. */
function shuffleKey(seed: string): SQL<number> {
  const digest = createHmac("sha256", "shuffle").update(seed).digest();
  const shift = digest.readUInt32LE(0) % PRIME;
  const factor = 1 + (digest.readUInt32LE(4) % (PRIME - 1));
  const shifted = sql`((${entries.number} + ${shift}) % ${PRIME})`;
  return sql<number>`(${shifted} * ${shifted} % ${PRIME} * ${factor} % ${PRIME})`;
}
