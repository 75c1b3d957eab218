import { and, eq, gt, isNull } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { comments } from "~/db/schema/comment";
import { recordEvent } from "~/domain/event/recording.server";
import type { Viewer } from "~/domain/media/content-ratings";
import { find } from "~/domain/subject/finding.server";
import { EDIT_WINDOW_MS, DUPLICATE_WINDOW_MS, onOf, subjectPath } from "./schema";
import type { CommentTarget } from "./schema";

type Author = Viewer & { id: number };
type WriteCommentInput = CommentTarget & { author: Author; body: string; now: Date };

/**
 * Puts a comment on something that its author can see; null when they cannot, or it is not there. The same words twice within a
 * minute are one comment: a form was sent twice.
 */
export async function writeComment(tx: Tx, { author, subjectKind, subjectId, body, now }: WriteCommentInput) {
  const subject = await find(tx, author, onOf({ subjectKind, subjectId }));
  if (!subject) return null;
  const repeated = await justWritten(tx, { author, subjectKind, subjectId, body, now });
  if (repeated) return written({ subjectKind, subjectId }, repeated.id);
  const [row] = await tx
    .insert(comments)
    .values({ authorId: author.id, subjectKind, subjectId, body, createdAt: now })
    .returning({ id: comments.id });
  const commentId = row!.id;
  const data = { subjectKind, subjectId, ownerId: subject.ownerId, commentId };
  await recordEvent(tx, { kind: "comment-written", subject: `comment:${commentId}`, actorId: author.id, data, now });
  return written({ subjectKind, subjectId }, commentId);
}

function written(on: CommentTarget, commentId: number) {
  return { ok: true, commentId, path: `${subjectPath(on)}#comment-${commentId}` } as const;
}

function justWritten(tx: Tx, { author, subjectKind, subjectId, body, now }: WriteCommentInput) {
  const on = and(eq(comments.subjectKind, subjectKind), eq(comments.subjectId, subjectId), isNull(comments.deletedAt));
  const same = and(
    eq(comments.authorId, author.id),
    eq(comments.body, body),
    gt(comments.createdAt, new Date(now.getTime() - DUPLICATE_WINDOW_MS)),
  );
  return tx.query.comments.findFirst({ columns: { id: true }, where: and(on, same) });
}

type EditCommentInput = { authorId: number; commentId: number; body: string; now: Date };

/** Changes one's own comment. Refuses after 15 minutes; null when it is not one's own, or deleted. */
export async function editComment(tx: Tx, { authorId, commentId, body, now }: EditCommentInput) {
  const young = gt(comments.createdAt, new Date(now.getTime() - EDIT_WINDOW_MS));
  const own = and(eq(comments.id, commentId), eq(comments.authorId, authorId), isNull(comments.deletedAt));
  if ((await tx.$count(comments, own)) === 0) return null;
  const [edited] = await tx
    .update(comments)
    .set({ body, editedAt: now })
    .where(and(own, young))
    .returning({ id: comments.id });
  return edited ? ({ ok: true } as const) : ({ ok: false, reason: "too-late" } as const);
}

/** Takes one's own comment away; what is gone stays as it went. Null when it is not one's own. Moderators: `removeComment`. */
export async function deleteComment(
  tx: Tx,
  { authorId, commentId, now }: { authorId: number; commentId: number; now: Date },
) {
  const own = and(eq(comments.id, commentId), eq(comments.authorId, authorId));
  if ((await tx.$count(comments, own)) === 0) return null;
  await tx
    .update(comments)
    .set({ deletedAt: now, deletedBy: authorId })
    .where(and(own, isNull(comments.deletedAt)));
  return { ok: true } as const;
}
