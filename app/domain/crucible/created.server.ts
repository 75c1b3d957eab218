import { and, desc, eq, lt, sql } from "drizzle-orm";
import { reader } from "~/db/client";
import { crucibles } from "~/db/schema/crucible";
import { ALL_RATINGS } from "~/domain/media/content-ratings";
import type { Viewer } from "~/domain/media/content-ratings";

type Page = { before?: number; limit?: number };

/** The crucibles that a person created and that the viewer's levels meet, newest first. */
export async function createdCrucibles(userId: number, viewer: Viewer, { before, limit = 24 }: Page = {}) {
  const { id, name, status, startsAt, endsAt, entriesCloseAt, entryCount, voteCount } = crucibles;
  const found = await reader()
    .select({ id, name, status, startsAt, endsAt, entriesCloseAt, entryCount, voteCount })
    .from(crucibles)
    .where(and(createdBy(userId, viewer), before ? lt(id, before) : undefined))
    .orderBy(desc(id))
    .limit(limit + 1);
  const items = found.slice(0, limit);
  return { items, next: found.length > limit ? items.at(-1)!.id : null };
}

/** How many crucibles `createdCrucibles` has in all. */
export function countCreated(userId: number, viewer: Viewer) {
  return reader().$count(crucibles, createdBy(userId, viewer));
}

function createdBy(userId: number, viewer: Viewer) {
  const met = sql`(${crucibles.levels} & ${viewer.levels & ALL_RATINGS}) <> 0`;
  return and(eq(crucibles.creatorId, userId), viewer.id === userId ? undefined : met);
}
