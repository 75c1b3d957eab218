import { and, count, desc, eq, isNull, lt, sql } from "drizzle-orm";
import type { Placeholder } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { reader } from "~/db/client";
import { prepared } from "~/db/prepared";
import { users } from "~/db/schema/account";
import { comments, reactions } from "~/db/schema/comment";
import { reactionKinds } from "~/db/schema/values";
import type { Viewer } from "~/domain/media/content-ratings";
import type { CommentableKind } from "~/domain/subject/kinds";
import { find } from "~/domain/subject/finding.server";
import { linkSegments } from "./links";
import { EDIT_WINDOW_MS, onOf, subjectPath } from "./schema";
import type { CommentTarget, ReactionKind } from "./schema";

type Page = { now: Date; before?: number; limit?: number };

/**
 * The comments on something, newest first, each with its reactions and the viewer's own ones, and where they stand; null
 * when the viewer cannot see what they are on.
 */
export async function readComments(viewer: Viewer, on: CommentTarget, { now, before, limit = 30 }: Page) {
  if (!(await find(reader(), viewer, onOf(on)))) return null;
  const found = await latest(on, before, limit + 1);
  const page = found.slice(0, limit);
  const counts = await reactionsOf(
    page.map(({ id }) => id),
    viewer.id,
  );
  const items = page.map((comment) => ({
    ...comment,
    segments: linkSegments(comment.body),
    reactions: counts.get(comment.id) ?? none(),
    own: comment.author.id === viewer.id,
    editable: comment.author.id === viewer.id && now.getTime() - comment.createdAt.getTime() < EDIT_WINDOW_MS,
  }));
  const next = found.length > limit ? page.at(-1)!.id : null;
  const who = { signedIn: viewer.id !== null, moderator: viewer.moderator };
  return { path: subjectPath(on), items, next, reader: who };
}

function latest({ subjectKind, subjectId }: CommentTarget, before: number | undefined, limit: number) {
  const earlier = before ? lt(comments.id, before) : undefined;
  return reader()
    .select({
      id: comments.id,
      body: comments.body,
      createdAt: comments.createdAt,
      editedAt: comments.editedAt,
      author: { id: users.id, username: users.username, role: users.role },
    })
    .from(comments)
    .innerJoin(users, eq(users.id, comments.authorId))
    .where(and(standingOn(subjectKind), eq(comments.subjectId, subjectId), earlier))
    .orderBy(desc(comments.id))
    .limit(limit);
}

/** How many comments each of the subjects has; those without one are absent. The caller has checked what may be seen. */
export async function commentCounts(subjectKind: CommentableKind, subjectIds: number[]) {
  const rows = await queries(reader()).counts.all({ subjectKind, ids: JSON.stringify(subjectIds) });
  return new Map(rows.map((row) => [row.subjectId, row.comments]));
}

const queries = prepared((db) => ({
  counts: db
    .select({ subjectId: comments.subjectId, comments: count() })
    .from(comments)
    .where(and(standingOn(sql.placeholder("subjectKind")), inList(comments.subjectId)))
    .groupBy(comments.subjectId)
    .prepare(),
  reactions: db
    .select({
      commentId: reactions.commentId,
      kind: reactions.kind,
      times: count(),
      mine: sql`max(${reactions.userId} IS ${sql.placeholder("viewerId")})`.mapWith(Boolean),
    })
    .from(reactions)
    .where(inList(reactions.commentId))
    .groupBy(reactions.commentId, reactions.kind)
    .prepare(),
}));

function inList(column: SQLiteColumn) {
  return sql`${column} IN (SELECT value FROM json_each(${sql.placeholder("ids")}))`;
}

/** Written out, so that SQLite finds the partial index. */
function standingOn(subjectKind: CommentableKind | Placeholder) {
  return and(eq(comments.subjectKind, subjectKind), isNull(comments.deletedAt));
}

type Reaction = { kind: ReactionKind; times: number; mine: boolean };

async function reactionsOf(commentIds: number[], viewerId: number | null) {
  if (commentIds.length === 0) return new Map<number, Reaction[]>();
  const rows = await queries(reader()).reactions.all({ viewerId, ids: JSON.stringify(commentIds) });
  const byComment = new Map<number, Reaction[]>();
  for (const { commentId, ...reaction } of rows) {
    const all = byComment.get(commentId) ?? none();
    byComment.set(
      commentId,
      all.map((one) => (one.kind === reaction.kind ? reaction : one)),
    );
  }
  return byComment;
}

function none(): Reaction[] {
  return reactionKinds.map((kind) => ({ kind, times: 0, mine: false }));
}
