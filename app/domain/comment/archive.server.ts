import { eq, sql } from "drizzle-orm";
import { reader } from "~/db/client";
import { comments, reactions } from "~/db/schema/comment";
import type { Archive } from "~/domain/subject/archive";

/** Comments, which stay under a name that says nothing, and reactions, which go. */
export const archive: Archive = {
  async exportOf(userId) {
    return {
      comments: await reader().select().from(comments).where(eq(comments.authorId, userId)),
      reactions: await reader().select().from(reactions).where(eq(reactions.userId, userId)),
    };
  },
  async anonymize(tx, { userId }) {
    await tx.run(sql`
      UPDATE comments SET reaction_count = reaction_count
        - (SELECT count(*) FROM reactions r WHERE r.comment_id = comments.id AND r.user_id = ${userId})
      WHERE id IN (SELECT comment_id FROM reactions WHERE user_id = ${userId})`);
    await tx.delete(reactions).where(eq(reactions.userId, userId));
  },
};
