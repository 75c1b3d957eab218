import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { comments } from "~/db/schema/comment";
import { crucibles } from "~/db/schema/crucible";
import { media } from "~/db/schema/media";
import { record } from "~/domain/event/recording.server";
import { audit } from "./auditing.server";

type Act = { moderatorId: number; reason: string; now: Date };

/**
 * What is to happen to entries of running crucibles whose level has changed, in the same transaction; the crucible room's
 * verb.
 */
export type Recheck = (
  tx: Tx,
  change: { mediaId: number; level: number; moderatorId: number; reason: string; now: Date },
) => Promise<unknown>;

type Correction = Act & { mediaId: number; level: number; recheckEntries: Recheck };

/** Rates a media item anew; Blocked takes it away from everyone but its owner and moderators. Null when it is not there. */
export async function correctLevel(tx: Tx, { moderatorId, mediaId, level, reason, recheckEntries, now }: Correction) {
  const there = and(eq(media.id, mediaId), isNull(media.deletedAt));
  const item = await tx.query.media.findFirst({ columns: { level: true, ownerId: true }, where: there });
  if (!item) return null;
  if (item.level === level) return { ok: true } as const;
  await tx.update(media).set({ level }).where(there);
  await recheckEntries(tx, { mediaId, level, moderatorId, reason, now });
  const data = { from: item.level, to: level, ownerId: item.ownerId };
  await record(tx, { kind: "media-level-corrected", subject: `media:${mediaId}`, actorId: moderatorId, data, now });
  await audit(tx, { actorId: moderatorId, action: "correct-level", subject: `media:${mediaId}`, reason, data, now });
  return { ok: true } as const;
}

type Featuring = Act & { crucibleId: number; featured: boolean };

/** Puts a crucible at the top of the discovery page, or takes it down. Null when there is no such crucible. */
export async function feature(tx: Tx, { moderatorId, crucibleId, featured, reason, now }: Featuring) {
  const [found] = await tx
    .update(crucibles)
    .set({ featuredAt: featured ? now : null })
    .where(eq(crucibles.id, crucibleId))
    .returning({ id: crucibles.id });
  if (!found) return null;
  await audit(tx, {
    actorId: moderatorId,
    action: featured ? "feature" : "unfeature",
    subject: `crucible:${crucibleId}`,
    reason,
    now,
  });
  return { ok: true } as const;
}

/** Takes somebody's comment away. Its text stays in the audit log. Null when it is gone already. */
export async function removeComment(tx: Tx, { moderatorId, commentId, reason, now }: Act & { commentId: number }) {
  const [gone] = await tx
    .update(comments)
    .set({ deletedAt: now, deletedBy: moderatorId })
    .where(and(eq(comments.id, commentId), isNull(comments.deletedAt)))
    .returning();
  if (!gone) return null;
  const data = { authorId: gone.authorId, body: gone.body };
  await audit(tx, {
    actorId: moderatorId,
    action: "remove-comment",
    subject: `comment:${commentId}`,
    reason,
    data,
    now,
  });
  return { ok: true } as const;
}
