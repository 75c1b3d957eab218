import { and, count, desc, eq, inArray, isNull, lt, sql } from "drizzle-orm";
import { reader } from "~/db/client";
import { users } from "~/db/schema/account";
import { comments, reactions } from "~/db/schema/comment";
import { reactionKinds } from "~/db/schema/values";
import type { Viewer } from "~/domain/media/levels";
import { linkSegments } from "./links";
import { EDITABLE_FOR } from "./schema";
import type { CommentSubject, ReactionKind } from "./schema";
import { findSubject } from "./subjects.server";
import type { On } from "./subjects.server";

type Page = { now: Date; before?: number; limit?: number };

/**
 * The comments on something, newest first, each with its reactions and the viewer's own ones; null when the viewer cannot
 * see what they are on.
 */
export async function readComments(viewer: Viewer, on: On, { now, before, limit = 30 }: Page) {
  if (!(await findSubject(reader(), viewer, on))) return null;
  const found = await reader()
    .select({
      id: comments.id,
      body: comments.body,
      createdAt: comments.createdAt,
      editedAt: comments.editedAt,
      author: { id: users.id, username: users.username },
    })
    .from(comments)
    .innerJoin(users, eq(users.id, comments.authorId))
    .where(and(standingOn(on.subjectKind), eq(comments.subjectId, on.subjectId), before ? lt(comments.id, before) : undefined))
    .orderBy(desc(comments.id))
    .limit(limit + 1);
  const page = found.slice(0, limit);
  const counts = await reactionsOf(page.map(({ id }) => id), viewer.id);
  const items = page.map((comment) => ({
    ...comment,
    segments: linkSegments(comment.body),
    reactions: counts.get(comment.id) ?? none(),
    own: comment.author.id === viewer.id,
    editable: comment.author.id === viewer.id && now.getTime() - comment.createdAt.getTime() < EDITABLE_FOR,
  }));
  return { items, next: found.length > limit ? page.at(-1)!.id : null };
}

/** How many comments each of the subjects has; those without one are absent. The caller has checked what may be seen. */
export async function commentCounts(subjectKind: CommentSubject, subjectIds: number[]) {
  const rows = await reader()
    .select({ subjectId: comments.subjectId, comments: count() })
    .from(comments)
    .where(and(standingOn(subjectKind), inArray(comments.subjectId, subjectIds)))
    .groupBy(comments.subjectId);
  return new Map(rows.map((row) => [row.subjectId, row.comments]));
}

/**
 * For judging: the comment with most reactions on each of the media, the older one of equals. Blind: it says nothing of who
 * wrote it. The caller has checked what may be seen.
 */
export async function topComments(mediaIds: number[]) {
  const best = sql`row_number() OVER (PARTITION BY ${comments.subjectId} ORDER BY ${comments.reactionCount} DESC, ${comments.id})`;
  const ranked = reader()
    .select({
      id: comments.id,
      mediaId: comments.subjectId,
      body: comments.body,
      reactions: comments.reactionCount,
      rank: best.mapWith(Number).as("rank"),
    })
    .from(comments)
    .where(and(standingOn("media"), inArray(comments.subjectId, mediaIds)))
    .as("ranked");
  const rows = await reader().select().from(ranked).where(eq(ranked.rank, 1));
  return new Map(rows.map(({ mediaId, id, body, reactions }) => [mediaId, { id, body, reactions, segments: linkSegments(body) }]));
}

/**
 * For judging: what was said about each of the media, by its id. The comment with most reactions, without its author, and
 * how many there are. The caller has checked what may be seen.
 */
export async function saidAbout(mediaIds: number[]) {
  const [tops, counts] = [await topComments(mediaIds), await commentCounts("media", mediaIds)];
  const kinds = await reactionsOf([...tops.values()].map(({ id }) => id), null);
  const said = mediaIds.map((mediaId) => {
    const top = tops.get(mediaId);
    const given = (top && kinds.get(top.id))?.filter(({ times }) => times > 0) ?? [];
    const reactions = given.map(({ kind, times }) => ({ kind, count: times }));
    return [mediaId, { top: top ? { body: top.body, reactions } : null, comments: counts.get(mediaId) ?? 0 }] as const;
  });
  return Object.fromEntries(said);
}

/** Written out, so that SQLite finds the partial index. */
function standingOn(subjectKind: CommentSubject) {
  return and(eq(comments.subjectKind, subjectKind), isNull(comments.deletedAt));
}

type Reaction = { kind: ReactionKind; times: number; mine: boolean };

async function reactionsOf(commentIds: number[], viewerId: number | null) {
  const rows = await reader()
    .select({
      commentId: reactions.commentId,
      kind: reactions.kind,
      times: count(),
      mine: sql`max(${reactions.userId} IS ${viewerId})`.mapWith(Boolean),
    })
    .from(reactions)
    .where(inArray(reactions.commentId, commentIds))
    .groupBy(reactions.commentId, reactions.kind);
  const byComment = new Map<number, Reaction[]>();
  for (const { commentId, ...reaction } of rows) {
    const all = byComment.get(commentId) ?? none();
    byComment.set(commentId, all.map((one) => (one.kind === reaction.kind ? reaction : one)));
  }
  return byComment;
}

function none(): Reaction[] {
  return reactionKinds.map((kind) => ({ kind, times: 0, mine: false }));
}
