import type { Tx } from "~/db/client";
import { removeComment as remove } from "~/domain/comment/removing.server";
import { featureCrucible } from "~/domain/crucible/featuring.server";
import { recordEvent } from "~/domain/event/recording.server";
import { rateMedia } from "~/domain/media/rating.server";
import { followRating } from "~/domain/subject/finding.server";
import { audit } from "./auditing.server";

type ModeratorInput = { moderatorId: number; reason: string; now: Date };

type CorrectInput = ModeratorInput & { mediaId: number; level: number };

/**
 * Rates a media item again, and every contest that it is in follows; Blocked takes it away from everyone but its owner and
 * moderators. Null when it is not there.
 */
export async function correctContentRating(tx: Tx, { moderatorId, mediaId, level, reason, now }: CorrectInput) {
  const rated = await rateMedia(tx, { mediaId, level });
  if (!rated) return null;
  if (rated.from === level) return { ok: true } as const;
  await followRating(tx, { mediaId, level, moderatorId, reason, now });
  const data = { from: rated.from, to: level, ownerId: rated.ownerId };
  await recordEvent(tx, {
    kind: "media-level-corrected",
    subject: `media:${mediaId}`,
    actorId: moderatorId,
    data,
    now,
  });
  await audit(tx, { actorId: moderatorId, action: "correct-level", subject: `media:${mediaId}`, reason, data, now });
  return { ok: true } as const;
}

type FeatureInput = ModeratorInput & { crucibleId: number; featured: boolean };

/** `featureCrucible`, written down. */
export async function feature(tx: Tx, { moderatorId, crucibleId, featured, reason, now }: FeatureInput) {
  const done = await featureCrucible(tx, { crucibleId, featured, now });
  const action = featured ? "feature" : "unfeature";
  if (done) await audit(tx, { actorId: moderatorId, action, subject: `crucible:${crucibleId}`, reason, now });
  return done;
}

/** Takes somebody's comment away. Its text stays in the audit log. Null when it is gone already. */
export async function removeComment(
  tx: Tx,
  { moderatorId, commentId, reason, now }: ModeratorInput & { commentId: number },
) {
  const gone = await remove(tx, { moderatorId, commentId, now });
  if (!gone) return null;
  const act = { actorId: moderatorId, action: "remove-comment", subject: `comment:${commentId}`, reason, now } as const;
  await audit(tx, { ...act, data: { authorId: gone.authorId, body: gone.body } });
  return { ok: true } as const;
}
