import { and, eq, isNull } from "drizzle-orm";
import { reader } from "~/db/client";
import { users } from "~/db/schema/account";
import { comments } from "~/db/schema/comment";
import type { Viewer } from "~/domain/media/content-ratings";
import { find } from "~/domain/subject/finding.server";
import { EDIT_WINDOW_MS, onOf } from "./schema";

/** One comment with what it is on; null when the viewer cannot see that, or it was deleted. */
export async function findComment(viewer: Viewer, commentId: number, now: Date) {
  const { id, body, subjectKind, subjectId, createdAt } = comments;
  const [comment] = await reader()
    .select({ id, body, subjectKind, subjectId, createdAt, author: { id: users.id, username: users.username } })
    .from(comments)
    .innerJoin(users, eq(users.id, comments.authorId))
    .where(and(eq(comments.id, commentId), isNull(comments.deletedAt)));
  if (!comment || !(await find(reader(), viewer, onOf(comment)))) return null;
  const own = comment.author.id === viewer.id;
  return { ...comment, own, editable: own && now.getTime() - comment.createdAt.getTime() < EDIT_WINDOW_MS };
}
