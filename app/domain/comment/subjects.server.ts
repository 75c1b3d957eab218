import { and, eq, sql } from "drizzle-orm";
import type { Db } from "~/db/client";
import { crucibles } from "~/db/schema/crucible";
import { media } from "~/db/schema/media";
import { ALL_LEVELS } from "~/domain/media/levels";
import type { Viewer } from "~/domain/media/levels";
import { openTo } from "~/domain/media/visibility.server";
import type { CommentSubject } from "./schema";

export type On = { subjectKind: CommentSubject; subjectId: number };

/** Who owns what is commented on; null when there is no such thing for this viewer. */
export async function findSubject(db: Db, viewer: Viewer, { subjectKind, subjectId }: On) {
  const [found] = await (subjectKind === "media"
    ? findMedia(db, viewer, subjectId)
    : findCrucible(db, viewer, subjectId));
  return found ?? null;
}

function findMedia(db: Db, viewer: Viewer, id: number) {
  return db
    .select({ ownerId: media.ownerId })
    .from(media)
    .where(and(eq(media.id, id), openTo(viewer)));
}

function findCrucible(db: Db, viewer: Viewer, id: number) {
  return db
    .select({ ownerId: crucibles.creatorId })
    .from(crucibles)
    .where(and(eq(crucibles.id, id), isMetBy(viewer)));
}

/** A crucible's page is for those whose levels it meets, its creator and moderators. */
export function isMetBy(viewer: Viewer) {
  return sql`((${crucibles.levels} & ${viewer.levels & ALL_LEVELS}) <> 0 OR ${crucibles.creatorId} IS ${viewer.id} OR ${viewer.moderator ? 1 : 0})`;
}
