import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { challenges } from "~/db/schema/challenge";
import { challengeDuels, challengeEntries, challengeReviews } from "~/db/schema/challenge-entry";
import { recordEvent } from "~/domain/event/recording.server";
import type { GivenReview } from "../judge/answers";
import { totalOf } from "../total";
import { criteriaOf } from "./briefs.server";

type Review = Pick<typeof challengeReviews.$inferSelect, "id" | "challengeId" | "entrantId" | "pixelHash">;
type By = { model: string; asked: string; claim: string } | { reviewerId: number };
type KeepReview = { review: Review; given: GivenReview; by: By; now: Date };

/**
 * Keeps what was said about a picture, once. A model’s answer counts only for the claim it was asked under, one by hand
 * only while the picture waits for a hand. False, with nothing changed, when somebody else was faster.
 */
export async function keepReview(tx: Tx, { review, given, by, now }: KeepReview) {
  const rubric = await criteriaOf(tx, review.challengeId);
  const total = totalOf(
    rubric.map(({ percent }) => percent),
    given.scores,
  );
  const waiting =
    "claim" in by
      ? and(eq(challengeReviews.state, "claimed"), eq(challengeReviews.claim, by.claim))
      : eq(challengeReviews.state, "by-hand");
  const { addressesJudge, ...words } = given;
  const who = "claim" in by ? { model: by.model, claim: null } : { reviewerId: by.reviewerId };
  const [kept] = await tx
    .update(challengeReviews)
    .set({ ...words, ...who, state: "done", total, asideAt: addressesJudge ? now : null, doneAt: now })
    .where(and(eq(challengeReviews.id, review.id), waiting))
    .returning({ id: challengeReviews.id });
  if (!kept) return false;
  await countReview(tx, review.challengeId, "claim" in by ? by.asked : null);
  await tellOf(tx, review, addressesJudge, now);
  return true;
}

async function countReview(tx: Tx, challengeId: number, asked: string | null) {
  await tx
    .update(challenges)
    .set({
      reviewCount: sql`${challenges.reviewCount} + 1`,
      looksUsed: sql`min(${challenges.looksPaid}, ${challenges.looksUsed} + ${asked === null ? 0 : 1})`,
      pinnedModel: sql`coalesce(${challenges.pinnedModel}, ${asked})`,
    })
    .where(eq(challenges.id, challengeId));
}

async function tellOf(tx: Tx, { challengeId, entrantId, pixelHash }: Review, aside: boolean, now: Date) {
  const entry = await tx.query.challengeEntries.findFirst({
    columns: { id: true },
    where: and(
      eq(challengeEntries.challengeId, challengeId),
      eq(challengeEntries.pixelHash, pixelHash),
      isNull(challengeEntries.withdrawnAt),
    ),
  });
  if (!entry) return;
  const kind = aside ? "challenge-set-aside" : "challenge-reviewed";
  const data = { entryId: entry.id, entrantId };
  await recordEvent(tx, { kind, subject: `challenge:${challengeId}`, actorId: null, data, now });
}

type Duel = Pick<typeof challengeDuels.$inferSelect, "id" | "challengeId" | "firstEntry" | "secondEntry">;
type KeepDuel = { duel: Duel; better: "first" | "second"; why: string; model: string; claim: string; now: Date };

/** Keeps which of two entries was found better, once. False when somebody else was faster. */
export async function keepDuel(tx: Tx, { duel, better, why, model, claim, now }: KeepDuel) {
  const winnerEntry = better === "first" ? duel.firstEntry : duel.secondEntry;
  const own = and(eq(challengeDuels.id, duel.id), eq(challengeDuels.state, "claimed"), eq(challengeDuels.claim, claim));
  const set = { state: "done" as const, winnerEntry, why, model, claim: null, doneAt: now };
  const [kept] = await tx.update(challengeDuels).set(set).where(own).returning({ id: challengeDuels.id });
  if (!kept) return false;
  await useLook(tx, duel.challengeId);
  return true;
}

/** One more look was used; never more than were paid for. */
export function useLook(tx: Tx, challengeId: number) {
  const looksUsed = sql`min(${challenges.looksPaid}, ${challenges.looksUsed} + 1)`;
  return tx.update(challenges).set({ looksUsed }).where(eq(challenges.id, challengeId));
}
