import { and, asc, count, desc, eq, gt, inArray, isNotNull, lte, ne, or, sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import { reader } from "~/db/client";
import { users } from "~/db/schema/account";
import { crucibleBaseModels, crucibles } from "~/db/schema/crucible";
import { baseModels, media } from "~/db/schema/media";
import { searchDocuments } from "~/db/schema/subject";
import { accounts } from "~/db/schema/wallet";
import type { Viewer } from "~/domain/media/content-ratings";
import { mediaColumns, viewOf } from "~/domain/media/library.server";
import { visibleTo } from "~/domain/media/visibility.server";
import type { Discovery, Filter, Sort } from "./discovery";
import { pageOf, readCursor } from "~/domain/list/keyset";
import { looseQuery, searchQuery } from "~/domain/list/search-query";
import { pathTerms } from "./slug";
import { listedFor } from "./visibility.server";

type FindCruciblesInput = { asked: Discovery; viewer: Viewer; limit: number; now: Date };

/** What is in a crucible's pool: its escrow while it runs, what was paid out after it. */
export const pool = sql<number>`coalesce(${crucibles.paidPool}, ${accounts.balance}, 0)`;

/** One page of crucibles whose levels meet the viewer's, as asked, with the cursor of the next page. */
export async function findCrucibles({ asked, viewer, limit, now }: FindCruciblesInput) {
  const { key, down } = order(asked);
  const rows = await cards(viewer, key)
    .where(
      and(
        statusIs(asked.status, now),
        listedFor(viewer),
        hasText(asked.words),
        lists(asked.baseModel),
        after(asked, key, down),
      ),
    )
    .orderBy(down ? desc(key) : asc(key), desc(crucibles.id))
    .limit(limit + 1);
  const page = pageOf(rows, limit, (row) => ({ key: row.sortKey, id: row.id, rank: 0 }));
  return { ...page, rows: page.rows.map(shown) };
}

/** The running crucible at the top of the page: the latest that moderators picked, else the one with the largest pool. */
export async function findHero(viewer: Viewer, now: Date) {
  const [hero] = await cards(viewer, sql`0`)
    .where(and(statusIs("active", now), listedFor(viewer)))
    .orderBy(desc(sql`coalesce(${crucibles.featuredAt}, 0)`), desc(pool), desc(crucibles.id))
    .limit(1);
  return hero ? shown(hero) : null;
}

const NEAR = 3;

/** What an address that leads nowhere may have meant: up to three crucibles of such words in their names or descriptions, the likeliest first. */
export async function findNear(pathname: string, viewer: Viewer) {
  const query = looseQuery(pathTerms(pathname));
  if (!query) return [];
  const rows = await cards(viewer, sql`0`)
    .innerJoin(searchDocuments, and(eq(searchDocuments.kind, "crucible"), eq(searchDocuments.subjectId, crucibles.id)))
    .innerJoin(sql`search_index`, sql`search_index.rowid = ${searchDocuments.id}`)
    .where(and(sql`search_index MATCH ${query}`, ne(crucibles.status, "cancelled"), listedFor(viewer)))
    .orderBy(sql`bm25(search_index, 10, 1)`, desc(crucibles.id))
    .limit(NEAR);
  return rows.map(shown);
}

/** How many crucibles run now that the viewer may see, and what is in their pools together. */
export async function runningTotals(viewer: Viewer, now: Date) {
  const [totals] = await reader()
    .select({ crucibles: count(), pool: sql<number>`coalesce(sum(${pool}), 0)` })
    .from(crucibles)
    .leftJoin(accounts, isEscrow)
    .where(and(statusIs("active", now), listedFor(viewer)));
  return totals!;
}

/** The base models that some crucible lists, for the filter. */
export function listedBaseModels() {
  return reader()
    .selectDistinct({ id: baseModels.id, name: baseModels.name })
    .from(crucibleBaseModels)
    .innerJoin(baseModels, eq(baseModels.id, crucibleBaseModels.baseModelId))
    .orderBy(asc(baseModels.name));
}

/** For a join that `pool` reads from. */
export const isEscrow = eq(accounts.id, crucibles.escrowId);

function cards(viewer: Viewer, key: SQL) {
  return reader()
    .select({
      ...card,
      creator: { id: users.id, username: users.username },
      cover: mediaColumns,
      sortKey: sql<string | number>`${key}`,
    })
    .from(crucibles)
    .innerJoin(users, eq(users.id, crucibles.creatorId))
    .leftJoin(accounts, isEscrow)
    .leftJoin(media, and(eq(media.id, crucibles.coverMediaId), visibleTo(viewer)))
    .$dynamic();
}

const card = {
  id: crucibles.id,
  name: crucibles.name,
  description: crucibles.description,
  status: crucibles.status,
  startsAt: crucibles.startsAt,
  endsAt: crucibles.endsAt,
  entriesCloseAt: crucibles.entriesCloseAt,
  entryFee: crucibles.entryFee,
  entryCount: crucibles.entryCount,
  entrantCount: crucibles.entrantCount,
  createdAt: crucibles.createdAt,
  featured: sql<boolean>`${crucibles.featuredAt} IS NOT NULL`.mapWith(Boolean),
  pool,
};

type Row = Awaited<ReturnType<typeof cards>>[number];

function shown({ cover, ...row }: Row) {
  return { ...row, cover: cover && viewOf(cover) };
}

export type FoundCrucible = ReturnType<typeof shown>;

function statusIs(filter: Filter, now: Date) {
  if (filter === "active") return and(eq(crucibles.status, "active"), gt(crucibles.endsAt, now));
  if (filter === "upcoming") return eq(crucibles.status, "pending");
  if (filter === "any") return ne(crucibles.status, "cancelled");
  const counting = and(eq(crucibles.status, "active"), lte(crucibles.endsAt, now));
  return or(inArray(crucibles.status, ["finalizing", "completed"]), counting);
}

function hasText(typed: string) {
  if (typed.trim() === "") return undefined;
  const query = searchQuery(typed);
  return query
    ? sql`${crucibles.id} IN (SELECT subject_id FROM search_documents JOIN search_index ON search_index.rowid = id
        WHERE kind = 'crucible' AND search_index MATCH ${query})`
    : sql`0`;
}

function lists(baseModelId: number | undefined) {
  if (baseModelId === undefined) return undefined;
  return sql`EXISTS (SELECT 1 FROM crucible_base_models AS listed
    WHERE listed.crucible_id = ${crucibles.id} AND listed.base_model_id = ${baseModelId})`;
}

const FEATURED_FIRST = 1e15;

function order({ sort, status }: { sort: Sort; status: Filter }): { key: SQL; down: boolean } {
  const keys = {
    featured: sql`((${isNotNull(crucibles.featuredAt)}) * ${FEATURED_FIRST} + ${pool})`,
    pool: sql`${pool}`,
    ending: sql`${crucibles.endsAt}`,
    newest: sql`${crucibles.id}`,
    entries: sql`${crucibles.entryCount}`,
    name: sql`lower(${crucibles.name})`,
  };
  const up = sort === "name" || (sort === "ending" && status !== "completed");
  return { key: keys[sort], down: !up };
}

function after({ after }: Discovery, key: SQL, down: boolean) {
  const cursor = readCursor(after);
  if (!cursor) return undefined;
  const beyond = down ? sql`${key} < ${cursor.key}` : sql`${key} > ${cursor.key}`;
  return sql`(${beyond} OR (${key} = ${cursor.key} AND ${crucibles.id} < ${cursor.id}))`;
}
