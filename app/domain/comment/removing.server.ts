import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { comments } from "~/db/schema/comment";

type Removal = { moderatorId: number; commentId: number; now: Date };

/** Takes somebody's comment away, and says whose it was and what it said. Null when it is gone already. */
export async function removeComment(tx: Tx, { moderatorId, commentId, now }: Removal) {
  const [gone] = await tx
    .update(comments)
    .set({ deletedAt: now, deletedBy: moderatorId })
    .where(and(eq(comments.id, commentId), isNull(comments.deletedAt)))
    .returning();
  return gone ? ({ ok: true, authorId: gone.authorId, body: gone.body } as const) : null;
}
