import { and, asc, eq, isNull } from "drizzle-orm";
import type { Db } from "~/db/client";
import { challengePrizes } from "~/db/schema/challenge";
import { challengeDuels, challengeEntries, challengeReviews } from "~/db/schema/challenge-entry";
import { themeRule } from "../schema";
import type { Duel, Scored } from "./standings";

/**
 * The entries that can be placed: in, reviewed, on the theme, and not set aside. Each with its review’s total and theme
 * score.
 */
export async function fieldOf(db: Db, challengeId: number): Promise<Scored[]> {
  const rows = await scoredEntries(db, challengeId);
  return rows
    .filter(({ scores, aside }) => !aside && scores[0]! >= themeRule.out)
    .map(({ scores, aside: _, createdAt, ...row }) => ({
      ...row,
      themeScore: scores[0]!,
      createdAt: createdAt.getTime(),
    }));
}

/** Every reviewed entry that is in. */
export async function scoredEntries(db: Db, challengeId: number) {
  const rows = await reviewedEntries(db, challengeId);
  return rows.map(({ asideAt, clearedAt, total, scores, ...row }) => ({
    ...row,
    total: total!,
    scores: scores!,
    aside: asideAt !== null && clearedAt === null,
  }));
}

function reviewedEntries(db: Db, challengeId: number) {
  const { id, entrantId, createdAt, withdrawnAt, removedAt, pixelHash } = challengeEntries;
  const { total, scores, asideAt, clearedAt } = challengeReviews;
  return db
    .select({ id, entrantId, createdAt, total, scores, asideAt, clearedAt })
    .from(challengeEntries)
    .innerJoin(
      challengeReviews,
      and(eq(challengeReviews.challengeId, challengeId), eq(challengeReviews.pixelHash, pixelHash)),
    )
    .where(
      and(
        eq(challengeEntries.challengeId, challengeId),
        isNull(withdrawnAt),
        isNull(removedAt),
        eq(challengeReviews.state, "done"),
      ),
    )
    .orderBy(asc(id));
}

export async function duelsOf(db: Db, challengeId: number): Promise<(Duel & { state: string })[]> {
  const { stage, firstEntry, secondEntry, winnerEntry, state } = challengeDuels;
  return db
    .select({ stage, first: firstEntry, second: secondEntry, winner: winnerEntry, state })
    .from(challengeDuels)
    .where(eq(challengeDuels.challengeId, challengeId))
    .orderBy(asc(challengeDuels.id));
}

export async function prizesOf(db: Db, challengeId: number) {
  const rows = await db
    .select({ amount: challengePrizes.amount })
    .from(challengePrizes)
    .where(eq(challengePrizes.challengeId, challengeId))
    .orderBy(asc(challengePrizes.place));
  return rows.map(({ amount }) => amount);
}

/** Reviews that are not done: on their way to a model, or waiting for a hand. Those of entries that left don’t count. */
export async function openReviews(db: Db, challengeId: number) {
  const { state, pixelHash } = challengeReviews;
  const rows = await db
    .select({ state })
    .from(challengeReviews)
    .innerJoin(
      challengeEntries,
      and(eq(challengeEntries.challengeId, challengeId), eq(challengeEntries.pixelHash, pixelHash)),
    )
    .where(
      and(
        eq(challengeReviews.challengeId, challengeId),
        isNull(challengeReviews.doneAt),
        isNull(challengeEntries.withdrawnAt),
        isNull(challengeEntries.removedAt),
      ),
    );
  const byHand = rows.filter((row) => row.state === "by-hand").length;
  return { byHand, byModel: rows.length - byHand };
}

/** Who took part: everyone with an entry that is in. */
export async function entrantsOf(db: Db, challengeId: number) {
  const rows = await db
    .selectDistinct({ id: challengeEntries.entrantId })
    .from(challengeEntries)
    .where(and(eq(challengeEntries.challengeId, challengeId), isNull(challengeEntries.withdrawnAt)));
  return rows.map(({ id }) => id);
}
