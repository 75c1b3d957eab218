import { and, asc, count, desc, eq, gt, inArray, lte, or, sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import { reader } from "~/db/client";
import { users } from "~/db/schema/account";
import { challenges } from "~/db/schema/challenge";
import { media } from "~/db/schema/media";
import { pageOf, readCursor } from "~/domain/list/keyset";
import { searchQuery } from "~/domain/list/search-query";
import type { Viewer } from "~/domain/media/content-ratings";
import { mediaColumns, viewOf } from "~/domain/media/library.server";
import { visibleTo } from "~/domain/media/visibility.server";
import type { Discovery, Filter } from "./discovery";
import { listedFor, namedFor } from "./visibility.server";

const prizeSum = sql<number>`(SELECT coalesce(sum(amount), 0) FROM challenge_prizes WHERE challenge_id = ${challenges.id})`;

type FindInput = { asked: Discovery; viewer: Viewer; limit: number; now: Date };

/** One page of challenges that the viewer may see, as asked, with the cursor of the next page. */
export async function findChallenges({ asked, viewer, limit, now }: FindInput) {
  const { key, down } = order(asked);
  const rows = await cards(viewer, key)
    .where(and(statusIs(asked.status, now), conditions(asked, viewer, now), after(asked, key, down)))
    .orderBy(down ? desc(key) : asc(key), desc(challenges.id))
    .limit(limit + 1);
  const page = pageOf(rows, limit, (row) => ({ key: row.sortKey, id: row.id, rank: 0 }));
  return { ...page, rows: page.rows.map(shown) };
}

/** How many challenges of each status the same filters find. */
export async function countByStatus({ asked, viewer, now }: Omit<FindInput, "limit">) {
  const of = async (status: Filter) => {
    const where = and(statusIs(status, now), conditions(asked, viewer, now));
    const [row] = await reader().select({ found: count() }).from(challenges).where(where);
    return row!.found;
  };
  return { active: await of("active"), upcoming: await of("upcoming"), completed: await of("completed") };
}

/** The site’s own challenge that runs now; null when there is none. */
export async function todaysChallenge(viewer: Viewer, now: Date) {
  const [found] = await cards(viewer, sql`0`)
    .where(and(statusIs("active", now), eq(challenges.source, "system"), listedFor(viewer, now)))
    .orderBy(desc(challenges.startsAt))
    .limit(1);
  return found ? shown(found) : null;
}

/** Challenges that open within so many days, soonest first. */
export async function comingUp(viewer: Viewer, now: Date, limit: number) {
  const rows = await cards(viewer, sql`0`)
    .where(and(statusIs("upcoming", now), listedFor(viewer, now)))
    .orderBy(asc(challenges.startsAt), asc(challenges.id))
    .limit(limit);
  return rows.map(shown);
}

/** The challenges that a person has to do with: those they opened or entered and that are not long over, latest first. */
export async function challengesOf(userId: number, now: Date, limit: number) {
  const own = { id: userId, levels: 31, moderator: false };
  const recent = or(
    inArray(challenges.status, ["scheduled", "active", "completing"]),
    gt(challenges.finishedAt, new Date(now.getTime() - 3 * 86_400_000)),
  );
  const rows = await cards(own, sql`0`)
    .where(and(recent, or(eq(challenges.creatorId, userId), enteredBy(userId))))
    .orderBy(desc(challenges.endsAt))
    .limit(limit);
  return rows.map((row) => ({ ...shown(row), mine: row.creatorId === userId }));
}

/** The condition that a person has an entry in it. */
export function enteredBy(userId: number) {
  return sql`EXISTS (SELECT 1 FROM challenge_entries AS own WHERE own.challenge_id = ${challenges.id}
    AND own.entrant_id = ${userId} AND own.withdrawn_at IS NULL)`;
}

const cardColumns = {
  id: challenges.id,
  source: challenges.source,
  creatorId: challenges.creatorId,
  title: challenges.title,
  theme: challenges.theme,
  invitation: challenges.invitation,
  description: challenges.description,
  status: challenges.status,
  startsAt: challenges.startsAt,
  endsAt: challenges.endsAt,
  createdAt: challenges.createdAt,
  level: challenges.level,
  levels: challenges.levels,
  judgedBy: challenges.judgedBy,
  entryCount: challenges.entryCount,
  entrantCount: challenges.entrantCount,
  reviewCount: challenges.reviewCount,
  reviewsTaken: challenges.reviewsTaken,
  reviewsPaid: challenges.reviewsPaid,
  outcome: challenges.outcome,
  prizes: prizeSum,
  creator: users.username,
  cover: mediaColumns,
};

/** Challenges as lists show them, with what they are sorted by. */
export function cards(viewer: Viewer, key: SQL) {
  return reader()
    .select({ ...cardColumns, sortKey: sql<string | number>`${key}` })
    .from(challenges)
    .leftJoin(users, eq(users.id, challenges.creatorId))
    .leftJoin(media, and(eq(media.id, challenges.coverMediaId), visibleTo(viewer)))
    .$dynamic();
}

type Row = Awaited<ReturnType<typeof cards>>[number];

/** A row as pages show it. */
export function shown({ cover, sortKey: _, ...row }: Row) {
  return { ...row, cover: cover && viewOf(cover) };
}

export type FoundChallenge = ReturnType<typeof shown>;

function conditions({ q, source, mine }: Discovery, viewer: Viewer, now: Date) {
  return and(
    mine === "opened" ? namedFor(viewer, now) : listedFor(viewer, now),
    hasText(q),
    source ? eq(challenges.source, source) : undefined,
    mine === "opened" ? eq(challenges.creatorId, viewer.id ?? -1) : undefined,
    mine === "entered" ? enteredBy(viewer.id ?? -1) : undefined,
  );
}

/** The clock decides, not the job, which may come late. */
function statusIs(status: Filter, now: Date) {
  if (status === "upcoming") return eq(challenges.status, "scheduled");
  if (status === "completed") return inArray(challenges.status, ["completed"]);
  return and(inArray(challenges.status, ["active", "completing"]), lte(challenges.startsAt, now));
}

/** The words in title, theme, invitation or description. */
export function hasText(q: string) {
  const query = searchQuery(q);
  if (!query) return undefined;
  return sql`${challenges.id} IN (SELECT subject_id FROM search_documents
    JOIN search_index ON search_index.rowid = search_documents.id WHERE kind = 'challenge' AND search_index MATCH ${query})`;
}

function order({ sort, status }: Discovery): { key: SQL; down: boolean } {
  if (sort === "ending") return { key: sql`${challenges.endsAt}`, down: false };
  if (sort === "prizes") return { key: prizeSum, down: true };
  if (sort === "entries") return { key: sql`${challenges.entryCount}`, down: true };
  if (status === "upcoming") return { key: sql`${challenges.startsAt}`, down: false };
  return { key: sql`${challenges.startsAt}`, down: true };
}

function after({ after: text }: Discovery, key: SQL, down: boolean) {
  const cursor = readCursor(text);
  if (!cursor) return undefined;
  const further = down ? sql`${key} < ${cursor.key}` : sql`${key} > ${cursor.key}`;
  return or(further, and(sql`${key} = ${cursor.key}`, sql`${challenges.id} < ${cursor.id}`));
}
