import { and, asc, eq, isNull, ne, sql } from "drizzle-orm";
import { reader } from "~/db/client";
import type { Tx } from "~/db/client";
import { challenges } from "~/db/schema/challenge";
import { challengeEntries, challengeReviews } from "~/db/schema/challenge-entry";
import { media } from "~/db/schema/media";
import { blindViewOf, mediaColumns } from "~/domain/media/library.server";
import { byHandHours } from "../schema";
import { criteriaOf } from "./briefs.server";
import { keepReview } from "./keeping.server";

export type Reviewer = { id: number; moderator: boolean };

const HOUR = 3_600_000;

/** Whether somebody may score a challenge by hand: moderators, and the person who opened it. */
function mayReview(challenge: { creatorId: number | null }, reviewer: Reviewer) {
  return reviewer.moderator || challenge.creatorId === reviewer.id;
}

/** Pictures that wait for a hand, never the reviewer’s own, the longest waiting first. */
function waiting(challengeId: number, reviewerId: number) {
  return and(
    eq(challengeReviews.challengeId, challengeId),
    eq(challengeReviews.state, "by-hand"),
    ne(challengeReviews.entrantId, reviewerId),
    isNull(challengeEntries.withdrawnAt),
    isNull(challengeEntries.removedAt),
  )!;
}

const sameEntry = and(
  eq(challengeEntries.challengeId, challengeReviews.challengeId),
  eq(challengeEntries.pixelHash, challengeReviews.pixelHash),
);

/**
 * A picture to score: the one asked for, or else the next; with how many are left and until when. Null when there is no
 * such challenge, or when it is not this person’s to score. `picture` is null when nothing is left.
 */
export async function toReview(challengeId: number, reviewer: Reviewer, entryId: number | null) {
  const challenge = await reader().query.challenges.findFirst({ where: eq(challenges.id, challengeId) });
  if (!challenge || !mayReview(challenge, reviewer)) return null;
  const rows = await reader()
    .select({ entryId: challengeEntries.id, key: challengeEntries.key, picture: mediaColumns })
    .from(challengeReviews)
    .innerJoin(challengeEntries, sameEntry)
    .innerJoin(media, eq(media.id, challengeEntries.mediaId))
    .where(waiting(challengeId, reviewer.id))
    .orderBy(asc(challengeReviews.id));
  const next = rows.find((row) => row.entryId === entryId) ?? rows[0] ?? null;
  const { title, theme, prompt, endsAt } = challenge;
  return {
    challenge: { id: challengeId, title, theme, prompt, until: new Date(endsAt.getTime() + byHandHours * HOUR) },
    criteria: await criteriaOf(reader(), challengeId),
    left: rows.length,
    entryId: next?.entryId ?? null,
    picture: next && blindViewOf(next.picture, next.key),
  };
}

type ReviewInput = {
  reviewer: Reviewer;
  challengeId: number;
  entryId: number;
  scores: number[];
  words: string;
  now: Date;
};

/** Scores a picture by hand, once. Null when there is none that waits for this person; refuses scores off the rubric. */
export async function reviewByHand(tx: Tx, { reviewer, challengeId, entryId, scores, words, now }: ReviewInput) {
  const challenge = await tx.query.challenges.findFirst({ where: eq(challenges.id, challengeId) });
  if (!challenge || !mayReview(challenge, reviewer)) return null;
  if (!["active", "completing"].includes(challenge.status)) return { ok: false, reason: "over" } as const;
  const [found] = await tx
    .select({ review: challengeReviews })
    .from(challengeReviews)
    .innerJoin(challengeEntries, sameEntry)
    .where(and(waiting(challengeId, reviewer.id), eq(challengeEntries.id, entryId)));
  if (!found) return { ok: false, reason: "done-already" } as const;
  const rubric = await criteriaOf(tx, challengeId);
  if (scores.length !== rubric.length) return { ok: false, reason: "scores" } as const;
  const given = { seen: words, transcript: "", strengths: "", flaws: "", addressesJudge: false, scores };
  await keepReview(tx, { review: found.review, given, by: { reviewerId: reviewer.id }, now });
  return { ok: true } as const;
}

type ClearInput = { challengeId: number; entryId: number; now: Date };

/** Lets an entry that was set aside back in; refuses one that was not. */
export async function clearAside(tx: Tx, { challengeId, entryId, now }: ClearInput) {
  const pixels = sql`(SELECT pixel_hash FROM challenge_entries WHERE id = ${entryId} AND challenge_id = ${challengeId})`;
  const aside = and(
    eq(challengeReviews.challengeId, challengeId),
    eq(challengeReviews.pixelHash, pixels),
    sql`${challengeReviews.asideAt} IS NOT NULL`,
  );
  const cleared = await tx
    .update(challengeReviews)
    .set({ clearedAt: now })
    .where(aside)
    .returning({ id: challengeReviews.id });
  return cleared.length > 0 ? ({ ok: true } as const) : ({ ok: false, reason: "not-aside" } as const);
}
