import { and, desc, eq, inArray, isNull, lt, sql } from "drizzle-orm";
import { reader } from "~/db/client";
import { users } from "~/db/schema/account";
import { comments } from "~/db/schema/comment";
import { media } from "~/db/schema/media";
import { onOf } from "~/domain/comment/schema";
import { blindAlt } from "~/domain/crucible/blind-alt";
import type { MediaView } from "~/domain/media/library.server";
import type { Viewer } from "~/domain/media/content-ratings";
import { isBlind } from "~/domain/media/uses.server";
import { findAll, isVisible } from "~/domain/subject/finding.server";
import { subjectOf } from "~/domain/subject/subject";

type Page = { before?: number; limit?: number };

/**
 * What a person said on things that the viewer may see, newest first, with the name or the picture of what it is about.
 * Others do not get what one says on one's own entry of something that runs: it would tell whose that is.
 */
export async function profileComments(userId: number, viewer: Viewer, { before, limit = 30 }: Page = {}) {
  const { id, body, createdAt, editedAt, subjectKind, subjectId } = comments;
  const found = await reader()
    .select({ id, body, createdAt, editedAt, subjectKind, subjectId })
    .from(comments)
    .where(and(readable(userId, viewer), before ? lt(id, before) : undefined))
    .orderBy(desc(id))
    .limit(limit + 1);
  const page = found.slice(0, limit).map((row) => ({ row, on: onOf(row) }));
  const seen = await findAll(
    reader(),
    viewer,
    page.map(({ on }) => on),
  );
  const blind = await blindOwners([...seen.values()].flatMap(({ picture }) => picture?.id ?? []));
  const items = page.map(({ row: { id, body, createdAt, editedAt }, on }) => {
    const about = seen.get(subjectOf(on.kind, on.id));
    return { id, body, createdAt, editedAt, about: about?.name ?? null, media: blinded(about?.picture ?? null, blind) };
  });
  return { items, next: found.length > limit ? items.at(-1)!.id : null };
}

/** How many comments `profileComments` has in all. */
export function countComments(userId: number, viewer: Viewer) {
  return reader().$count(comments, readable(userId, viewer));
}

/** Whose those of the media are that nobody may tell the owner of yet. */
async function blindOwners(mediaIds: number[]) {
  const rows = await reader()
    .select({ id: media.id, owner: users.username })
    .from(media)
    .innerJoin(users, eq(users.id, media.ownerId))
    .where(and(inArray(media.id, mediaIds), isBlind));
  return new Map(rows.map(({ id, owner }) => [id, owner]));
}

function blinded(view: MediaView | null, blind: Map<number, string>) {
  const owner = view && blind.get(view.id);
  return view && owner ? { ...view, alt: blindAlt(view.alt, owner) } : view;
}

function readable(userId: number, viewer: Viewer) {
  const kind = comments.subjectKind;
  const revealsNothing = sql`EXISTS (SELECT 1 FROM ${media}
    WHERE ${and(eq(kind, "media"), eq(media.id, comments.subjectId), eq(media.ownerId, userId), isBlind)})`;
  const visible = isVisible(viewer, { kind, id: comments.subjectId });
  const others = viewer.id === userId ? undefined : sql`NOT ${revealsNothing}`;
  return and(eq(comments.authorId, userId), isNull(comments.deletedAt), visible, others);
}
