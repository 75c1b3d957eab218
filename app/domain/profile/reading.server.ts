import { and, desc, eq, isNull, lt, ne, sql } from "drizzle-orm";
import { reader } from "~/db/client";
import { users } from "~/db/schema/account";
import { crucibles } from "~/db/schema/crucible";
import { entries } from "~/db/schema/entry";
import { votes } from "~/db/schema/judging";
import { media } from "~/db/schema/media";
import { mediaColumns, viewOf } from "~/domain/media/library.server";
import { ALL_LEVELS } from "~/domain/media/levels";
import type { Viewer } from "~/domain/media/levels";
import { openTo } from "~/domain/media/visibility.server";
import { countComments } from "./commenting.server";
import { rankOf } from "./people.server";

type Page = { before?: number; limit?: number };

/** A person, with what came of their entries, and how much else of theirs the viewer may see; null for a name that nobody has. */
export async function readProfile(username: string, viewer: Viewer) {
  const person = await reader().query.users.findFirst({
    columns: { id: true, username: true, role: true, membership: true, score: true, createdAt: true, bannedAt: true },
    where: and(sql`${users.username} = ${username} COLLATE NOCASE`, isNull(users.deletedAt)),
  });
  if (!person) return null;
  const { bannedAt, ...shown } = person;
  return {
    ...shown,
    banned: bannedAt !== null,
    rank: await rankOf(person.score),
    ...(await record(person.id)),
    ...(await seen(person.id, viewer)),
  };
}

async function record(userId: number) {
  const [sums] = await reader()
    .select({
      entered: sql<number>`count(*)`,
      placed: sql<number>`count(CASE WHEN ${entries.place} <= json_array_length(${crucibles.prizes}) THEN 1 END)`,
      bestPlace: sql<number | null>`min(${entries.place})`,
      won: sql<number>`coalesce(sum(${entries.prize}), 0)`,
    })
    .from(entries)
    .innerJoin(crucibles, eq(crucibles.id, entries.crucibleId))
    .where(and(eq(entries.entrantId, userId), standing(), eq(crucibles.status, "completed")));
  return { ...sums!, votes: await reader().$count(votes, eq(votes.judgeId, userId)) };
}

async function seen(userId: number, viewer: Viewer) {
  return {
    created: await reader().$count(crucibles, createdBy(userId, viewer)),
    comments: await countComments(userId, viewer),
  };
}

/**
 * A person's entries that the viewer may see, newest first, with their places. Nobody but the person learns which entries
 * of a running crucible are theirs.
 */
export async function profileEntries(userId: number, viewer: Viewer, { before, limit = 24 }: Page = {}) {
  const known = viewer.id === userId ? ne(crucibles.status, "cancelled") : eq(crucibles.status, "completed");
  const found = await reader()
    .select({
      id: entries.id,
      place: entries.place,
      prize: entries.prize,
      crucible: entered,
      media: mediaColumns,
    })
    .from(entries)
    .innerJoin(crucibles, eq(crucibles.id, entries.crucibleId))
    .innerJoin(media, eq(media.id, entries.mediaId))
    .where(
      and(
        eq(entries.entrantId, userId),
        standing(),
        known,
        openTo(viewer),
        before ? lt(entries.id, before) : undefined,
      ),
    )
    .orderBy(desc(entries.id))
    .limit(limit + 1);
  const items = found.slice(0, limit).map((entry) => ({ ...entry, media: viewOf(entry.media) }));
  return { items, next: found.length > limit ? items.at(-1)!.id : null };
}

/** The crucibles that a person created and that the viewer's levels meet, newest first. */
export async function profileCrucibles(userId: number, viewer: Viewer, { before, limit = 24 }: Page = {}) {
  const { id, name, status, startsAt, endsAt, entriesCloseAt, entryCount, voteCount } = crucibles;
  const found = await reader()
    .select({ id, name, status, startsAt, endsAt, entriesCloseAt, entryCount, voteCount })
    .from(crucibles)
    .where(and(createdBy(userId, viewer), before ? lt(crucibles.id, before) : undefined))
    .orderBy(desc(crucibles.id))
    .limit(limit + 1);
  const items = found.slice(0, limit);
  return { items, next: found.length > limit ? items.at(-1)!.id : null };
}

const entered = {
  id: crucibles.id,
  name: crucibles.name,
  status: crucibles.status,
  startsAt: crucibles.startsAt,
  entriesCloseAt: crucibles.entriesCloseAt,
  endsAt: crucibles.endsAt,
  outcome: crucibles.outcome,
  entryCount: crucibles.entryCount,
};

function createdBy(userId: number, viewer: Viewer) {
  const met = sql`(${crucibles.levels} & ${viewer.levels & ALL_LEVELS}) <> 0`;
  return and(eq(crucibles.creatorId, userId), viewer.id === userId ? undefined : met);
}

function standing() {
  return and(isNull(entries.withdrawnAt), isNull(entries.disqualifiedAt));
}
