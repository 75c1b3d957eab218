import { and, eq, isNull, notExists, sql } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { challenges } from "~/db/schema/challenge";
import { challengeEntries, challengeReviews } from "~/db/schema/challenge-entry";
import { laterShare, reviewsPerPerson } from "../schema";
import { fairOrder } from "./fair-order";

type Challenge = Pick<typeof challenges.$inferSelect, "id" | "reviewsPaid" | "reviewsTaken" | "judgedBy">;
type Reserve = { challenge: Challenge; entrantId: number; pixelHash: string; now: Date };

/**
 * Sets a review aside for a new entry, where its turn has come: everyone’s first entry at once, later ones while a
 * quarter of the reviews is not taken. Pixels that were reviewed here before keep that review. Returns whether one is there or on its way.
 */
export async function reserveReview(tx: Tx, { challenge, entrantId, pixelHash, now }: Reserve) {
  const { id, reviewsPaid } = challenge;
  const pixels = and(eq(challengeReviews.challengeId, id), eq(challengeReviews.pixelHash, pixelHash));
  if ((await tx.$count(challengeReviews, pixels)) > 0) return true;
  const taken = await takenOf(tx, id);
  if (taken >= reviewsPaid) return false;
  const own = await tx.$count(
    challengeReviews,
    and(eq(challengeReviews.challengeId, id), eq(challengeReviews.entrantId, entrantId)),
  );
  if (own > 0 && (own >= reviewsPerPerson || taken >= Math.floor(reviewsPaid * laterShare))) return false;
  await insertReview(tx, { challenge, entrantId, pixelHash, now });
  return true;
}

async function takenOf(tx: Tx, challengeId: number) {
  const [row] = await tx
    .select({ taken: challenges.reviewsTaken })
    .from(challenges)
    .where(eq(challenges.id, challengeId));
  return row!.taken;
}

async function insertReview(tx: Tx, { challenge, entrantId, pixelHash, now }: Reserve) {
  const state = challenge.judgedBy === "people" ? ("by-hand" as const) : ("due" as const);
  const row = { challengeId: challenge.id, entrantId, pixelHash, state, nextAt: now, createdAt: now };
  await tx.insert(challengeReviews).values(row);
  await countTaken(tx, challenge.id, 1);
}

function countTaken(tx: Tx, challengeId: number, by: number) {
  const reviewsTaken = sql`${challenges.reviewsTaken} + ${by}`;
  return tx.update(challenges).set({ reviewsTaken }).where(eq(challenges.id, challengeId));
}

/** Frees the review of an entry that is withdrawn before anybody looked at it. */
export async function releaseReview(tx: Tx, { challengeId, pixelHash }: { challengeId: number; pixelHash: string }) {
  const freed = await tx
    .delete(challengeReviews)
    .where(
      and(
        eq(challengeReviews.challengeId, challengeId),
        eq(challengeReviews.pixelHash, pixelHash),
        eq(challengeReviews.tries, 0),
        sql`${challengeReviews.state} IN ('due', 'by-hand')`,
      ),
    )
    .returning({ id: challengeReviews.id });
  if (freed.length > 0) await countTaken(tx, challengeId, -1);
}

/** At the end: the reviews that are left go to the entries that have none, in rounds of one for each person, by lot within. */
export async function reserveRest(tx: Tx, challenge: Challenge, now: Date) {
  const left = challenge.reviewsPaid - (await takenOf(tx, challenge.id));
  if (left <= 0) return 0;
  const chosen = fairOrder(await unreviewed(tx, challenge.id), await reviewedByPerson(tx, challenge.id)).slice(0, left);
  for (const { entrantId, pixelHash } of chosen) await insertReview(tx, { challenge, entrantId, pixelHash, now });
  return chosen.length;
}

function unreviewed(tx: Tx, challengeId: number) {
  const { entrantId, pixelHash, lot, withdrawnAt, removedAt } = challengeEntries;
  const review = tx
    .select({ one: sql`1` })
    .from(challengeReviews)
    .where(and(eq(challengeReviews.challengeId, challengeId), eq(challengeReviews.pixelHash, pixelHash)));
  return tx
    .select({ entrantId, pixelHash, lot })
    .from(challengeEntries)
    .where(
      and(eq(challengeEntries.challengeId, challengeId), isNull(withdrawnAt), isNull(removedAt), notExists(review)),
    );
}

async function reviewedByPerson(tx: Tx, challengeId: number) {
  const { entrantId } = challengeReviews;
  const rows = await tx
    .select({ entrantId, reviewed: sql<number>`count(*)` })
    .from(challengeReviews)
    .where(eq(challengeReviews.challengeId, challengeId))
    .groupBy(entrantId);
  return new Map(rows.map((row) => [row.entrantId, row.reviewed]));
}
