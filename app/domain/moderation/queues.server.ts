import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, or } from "drizzle-orm";
import { reader } from "~/db/client";
import { users } from "~/db/schema/account";
import { crucibles } from "~/db/schema/crucible";
import { media } from "~/db/schema/media";
import { onNow } from "~/db/schema/views";
import { UNRATED } from "~/domain/media/content-ratings";
import type { Viewer } from "~/domain/media/content-ratings";
import { mediaColumns, viewOf } from "~/domain/media/library.server";
import { visibleTo } from "~/domain/media/visibility.server";
import type { SubjectKind } from "~/domain/subject/kinds";
import { addressOf } from "~/domain/subject/subject";
import { featurableKinds } from "./desk";

type Page = { before?: number; limit?: number };

/** Media that nobody rated yet, the newest first. */
export async function unratedMedia({ before, limit = 48 }: Page = {}) {
  const found = await reader()
    .select(mediaColumns)
    .from(media)
    .where(and(eq(media.level, UNRATED), isNull(media.deletedAt), before ? lt(media.id, before) : undefined))
    .orderBy(desc(media.id))
    .limit(limit + 1);
  const items = found.slice(0, limit).map(viewOf);
  return { items, next: found.length > limit ? items.at(-1)!.id : null };
}

/**
 * A media item whose level a moderator may correct, with the level that its owner stated. Its picture is null where the
 * moderator's own levels leave it out. Null when it is not there.
 */
export async function findRatable(moderator: Viewer, mediaId: number) {
  const [item] = await reader()
    .select({ id: media.id, level: media.level, statedLevel: media.statedLevel, owner: users.username })
    .from(media)
    .innerJoin(users, eq(users.id, media.ownerId))
    .where(and(eq(media.id, mediaId), isNull(media.deletedAt)));
  if (!item) return null;
  const [shown] = await reader()
    .select(mediaColumns)
    .from(media)
    .where(and(eq(media.id, mediaId), visibleTo(moderator)));
  return { ...item, picture: shown ? viewOf(shown) : null };
}

/** What can stand at the top of the discovery page, and what does, the featured first. */
export async function listFeaturable({ limit = 100 }: { limit?: number } = {}) {
  const { featuredAt, status, endsAt, kind, id } = onNow;
  const rows = await reader()
    .select()
    .from(onNow)
    .where(and(inArray(kind, featurableKinds), or(isNotNull(featuredAt), inArray(status, ["pending", "active"]))))
    .orderBy(desc(featuredAt), asc(endsAt), asc(kind), asc(id))
    .limit(limit);
  return rows.map((row) => ({ ...row, path: addressOf({ kind: row.kind as SubjectKind, id: row.id }) }));
}

/** A crucible's name, and whether it is featured; null when there is none. */
export async function findFeaturable(crucibleId: number) {
  const crucible = await reader().query.crucibles.findFirst({
    columns: { id: true, name: true, featuredAt: true },
    where: eq(crucibles.id, crucibleId),
  });
  return crucible ? { id: crucible.id, name: crucible.name, featured: crucible.featuredAt !== null } : null;
}
