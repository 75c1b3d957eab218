import { and, desc, eq, isNull, lt, ne, sql } from "drizzle-orm";
import { reader } from "~/db/client";
import { users } from "~/db/schema/account";
import { crucibles } from "~/db/schema/crucible";
import { entries } from "~/db/schema/entry";
import { media } from "~/db/schema/media";
import { results } from "~/db/schema/views";
import { mediaColumns, viewOf } from "~/domain/media/library.server";
import type { Viewer } from "~/domain/media/content-ratings";
import { openTo } from "~/domain/media/visibility.server";
import type { ProfileTab } from "~/domain/subject/archive";
import { countComments } from "./commenting.server";
import { archives } from "./exporting.server";
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
    tabs: await tabsOf(person.id, viewer),
  };
}

async function record(userId: number) {
  const [sums] = await reader()
    .select({
      entered: sql<number>`count(*)`,
      /** Those that the first tab lists. */
      listed: sql<number>`coalesce(sum(${results.kind} = 'crucible'), 0)`,
      placed: sql<number>`coalesce(sum(${results.paid}), 0)`,
      bestPlace: sql<number | null>`min(${results.place})`,
      won: sql<number>`coalesce(sum(${results.prize}), 0)`,
    })
    .from(results)
    .where(eq(results.personId, userId));
  let votes = 0;
  for (const archive of archives) votes += (await archive.votes?.(userId)) ?? 0;
  return { ...sums!, votes };
}

/** The pages of a profile beside the entries, and how much of each the viewer may see. */
async function tabsOf(userId: number, viewer: Viewer) {
  const tabs = [commentsTab, ...archives.flatMap(({ tab }) => tab ?? [])].sort((a, b) => a.order - b.order);
  const counted = [];
  for (const { path, label, count } of tabs) counted.push({ path, label, count: await count(userId, viewer) });
  return counted;
}

const commentsTab: ProfileTab = { path: "comments", label: "Comments", order: 90, count: countComments };

/**
 * A person's entries that the viewer may see, newest first, with their places. Nobody but the person learns which entries
 * of a running crucible are theirs.
 */
export async function profileEntries(userId: number, viewer: Viewer, { before, limit = 24 }: Page = {}) {
  const known = viewer.id === userId ? ne(crucibles.status, "cancelled") : eq(crucibles.status, "completed");
  const earlier = before ? lt(entries.id, before) : undefined;
  const found = await reader()
    .select({ id: entries.id, place: entries.place, prize: entries.prize, crucible: entered, media: mediaColumns })
    .from(entries)
    .innerJoin(crucibles, eq(crucibles.id, entries.crucibleId))
    .innerJoin(media, eq(media.id, entries.mediaId))
    .where(and(eq(entries.entrantId, userId), standing(), known, openTo(viewer), earlier))
    .orderBy(desc(entries.id))
    .limit(limit + 1);
  const items = found.slice(0, limit).map((entry) => ({ ...entry, media: viewOf(entry.media) }));
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

function standing() {
  return and(isNull(entries.withdrawnAt), isNull(entries.disqualifiedAt));
}
