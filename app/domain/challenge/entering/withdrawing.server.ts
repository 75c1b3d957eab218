import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { challenges } from "~/db/schema/challenge";
import { challengeEntries } from "~/db/schema/challenge-entry";
import { recordEvent } from "~/domain/event/recording.server";
import { contentRatingName, includesRating } from "~/domain/media/content-ratings";
import { isOpen } from "../times";
import { ownIn } from "./candidates.server";
import { releaseReview } from "./reservations.server";

type WithdrawInput = { entrantId: number; entryId: number; now: Date };

/** Takes an entry out again while the challenge runs; a replay answers as the first time. Missing and not one’s own look the same. */
export async function withdrawEntry(tx: Tx, { entrantId, entryId, now }: WithdrawInput) {
  const own = and(eq(challengeEntries.id, entryId), eq(challengeEntries.entrantId, entrantId));
  const entry = await tx.query.challengeEntries.findFirst({ where: own });
  if (!entry) return null;
  const { challengeId, pixelHash } = entry;
  if (entry.withdrawnAt) return { ok: true, challengeId } as const;
  const challenge = (await tx.query.challenges.findFirst({ where: eq(challenges.id, challengeId) }))!;
  if (!isOpen(challenge, now)) return { ok: false, reason: "not-open", challengeId } as const;
  if (entry.removedAt) return { ok: false, reason: "removed", challengeId } as const;
  await tx.update(challengeEntries).set({ withdrawnAt: now }).where(own);
  await releaseReview(tx, { challengeId, pixelHash });
  await takeFromCounts(tx, { challengeId, entrantId });
  const subject = `challenge:${challengeId}` as const;
  await recordEvent(tx, { kind: "challenge-withdrawn", subject, actorId: entrantId, data: { entryId }, now });
  return { ok: true, challengeId } as const;
}

async function takeFromCounts(tx: Tx, { challengeId, entrantId }: { challengeId: number; entrantId: number }) {
  const left = await tx.$count(challengeEntries, ownIn(challengeId, entrantId));
  await tx
    .update(challenges)
    .set({
      entryCount: sql`${challenges.entryCount} - 1`,
      entrantCount: sql`${challenges.entrantCount} - ${left === 0 ? 1 : 0}`,
    })
    .where(eq(challenges.id, challengeId));
}

type Rerated = { mediaId: number; level: number; reason: string };

/** After a media item was re-rated: its entries in challenges that are not over take the rating on, and leave where it is not allowed. */
export async function recheckEntries(tx: Tx, { mediaId, level, reason, now }: Rerated & { now: Date }) {
  const entries = await tx
    .select({ id: challengeEntries.id, allowed: challenges.levels })
    .from(challengeEntries)
    .innerJoin(challenges, eq(challenges.id, challengeEntries.challengeId))
    .where(
      and(
        eq(challengeEntries.mediaId, mediaId),
        isNull(challengeEntries.withdrawnAt),
        isNull(challengeEntries.removedAt),
        inArray(challenges.status, ["active", "completing"]),
      ),
    );
  for (const { id, allowed } of entries) {
    const why = `Its content rating is now ${contentRatingName(level)}, which isn’t allowed here: ${reason}`;
    const out = includesRating(allowed, level) ? {} : { removedAt: now, removedReason: why };
    await tx
      .update(challengeEntries)
      .set({ level, ...out })
      .where(eq(challengeEntries.id, id));
  }
}
