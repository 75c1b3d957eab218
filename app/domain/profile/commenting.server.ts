import { and, desc, eq, exists, isNull, lt, ne, or, sql } from "drizzle-orm";
import { reader } from "~/db/client";
import { users } from "~/db/schema/account";
import { comments } from "~/db/schema/comment";
import { crucibles } from "~/db/schema/crucible";
import { media } from "~/db/schema/media";
import { isMetBy } from "~/domain/comment/subjects.server";
import { blindAlt } from "~/domain/crucible/judging/blind-alt";
import { mediaColumns, viewOf } from "~/domain/media/library.server";
import type { Viewer } from "~/domain/media/levels";
import { openTo } from "~/domain/media/visibility.server";

type Page = { before?: number; limit?: number };

/**
 * What a person said on things that the viewer may see, newest first, with the crucible's name or the picture that it is
 * about. Others do not get what one says on one's own entry of a running crucible: it would tell whose that is.
 */
export async function profileComments(userId: number, viewer: Viewer, { before, limit = 30 }: Page = {}) {
  const { id, body, createdAt, editedAt, subjectKind, subjectId } = comments;
  const pictured = sql`CASE ${subjectKind} WHEN 'media' THEN ${subjectId} ELSE ${crucibles.coverMediaId} END`;
  const found = await reader()
    .select({
      id,
      body,
      createdAt,
      editedAt,
      crucible: crucibles.name,
      media: mediaColumns,
      owner: users.username,
      running: isRunning,
    })
    .from(comments)
    .leftJoin(crucibles, and(eq(subjectKind, "crucible"), eq(crucibles.id, subjectId)))
    .leftJoin(media, and(eq(media.id, pictured), openTo(viewer)))
    .leftJoin(users, eq(users.id, media.ownerId))
    .where(and(readable(userId, viewer), before ? lt(id, before) : undefined))
    .orderBy(desc(id))
    .limit(limit + 1);
  const items = found.slice(0, limit).map(shown);
  return { items, next: found.length > limit ? items.at(-1)!.id : null };
}

/** How many comments `profileComments` has in all. */
export function countComments(userId: number, viewer: Viewer) {
  return reader().$count(comments, readable(userId, viewer));
}

const isRunning = sql<number>`EXISTS (SELECT 1 FROM entries e JOIN crucibles c ON c.id = e.crucible_id
  WHERE e.media_id = ${media.id} AND e.withdrawn_at IS NULL AND c.status NOT IN ('completed', 'cancelled'))`;

type Row = { media: Parameters<typeof viewOf>[0] | null; owner: string | null; running: number };

function shown<T extends Row>({ media, owner, running, ...comment }: T) {
  const view = media && viewOf(media);
  return { ...comment, media: view && running ? { ...view, alt: blindAlt(view.alt, owner) } : view };
}

function readable(userId: number, viewer: Viewer) {
  const telling = viewer.id === userId ? undefined : or(ne(media.ownerId, userId), sql`NOT ${isRunning}`);
  const onMedia = reader()
    .select({ id: media.id })
    .from(media)
    .where(and(eq(media.id, comments.subjectId), openTo(viewer), telling));
  const onCrucible = reader()
    .select({ id: crucibles.id })
    .from(crucibles)
    .where(and(eq(crucibles.id, comments.subjectId), isMetBy(viewer)));
  const subject = or(
    and(eq(comments.subjectKind, "media"), exists(onMedia)),
    and(eq(comments.subjectKind, "crucible"), exists(onCrucible)),
  );
  return and(eq(comments.authorId, userId), isNull(comments.deletedAt), subject);
}
