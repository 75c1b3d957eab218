import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { comments, reactions } from "~/db/schema/comment";
import type { Viewer } from "~/domain/media/content-ratings";
import { find } from "~/domain/subject/finding.server";
import type { ReactionKind } from "./schema";

type ReactInput = { reader: Viewer & { id: number }; commentId: number; kind: ReactionKind; now: Date };

/** Adds a reaction, once. Null when the reader cannot see the comment. */
export async function react(tx: Tx, { reader, commentId, kind, now }: ReactInput) {
  if (!(await isReadable(tx, reader, commentId))) return null;
  const added = await tx
    .insert(reactions)
    .values({ commentId, userId: reader.id, kind, createdAt: now })
    .onConflictDoNothing()
    .returning({ kind: reactions.kind });
  await count(tx, commentId, added.length);
  return { ok: true } as const;
}

/** Takes a reaction back, if it is there. Null when the reader cannot see the comment. */
export async function unreact(tx: Tx, { reader, commentId, kind }: Omit<ReactInput, "now">) {
  if (!(await isReadable(tx, reader, commentId))) return null;
  const mine = and(eq(reactions.commentId, commentId), eq(reactions.userId, reader.id), eq(reactions.kind, kind));
  const taken = await tx.delete(reactions).where(mine).returning({ kind: reactions.kind });
  await count(tx, commentId, -taken.length);
  return { ok: true } as const;
}

async function isReadable(tx: Tx, viewer: Viewer, commentId: number) {
  return (await find(tx, viewer, { kind: "comment", id: commentId })) !== null;
}

async function count(tx: Tx, commentId: number, by: number) {
  if (by === 0) return;
  await tx
    .update(comments)
    .set({ reactionCount: sql`${comments.reactionCount} + ${by}` })
    .where(eq(comments.id, commentId));
}
