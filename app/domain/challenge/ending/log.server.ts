import { asc, eq } from "drizzle-orm";
import { reader } from "~/db/client";
import { challengePrizes, challenges } from "~/db/schema/challenge";
import { challengeDuels, challengeEntries, challengeReviews } from "~/db/schema/challenge-entry";
import { criteriaOf } from "../reviewing/briefs.server";

/** The public log of a completed challenge, a JSON object a line; null while it is not completed. The sums in it can be checked. */
export async function challengeLog(challengeId: number) {
  const challenge = await reader().query.challenges.findFirst({ where: eq(challenges.id, challengeId) });
  if (challenge?.status !== "completed") return null;
  const { title, theme, prompt, judgedBy, pinnedModel, lotSalt, outcome, reviewsPaid } = challenge;
  const head = { title, theme, prompt, judgedBy, model: pinnedModel, lotSalt, outcome, reviewsPaid };
  const rubric = await criteriaOf(reader(), challengeId);
  const rows = [
    { kind: "challenge", ...head, criteria: rubric.map(({ position: _, ...one }) => one) },
    ...(await prizeRows(challengeId)),
    ...(await reviewRows(challengeId)),
    ...(await duelRows(challengeId)),
    ...(await placeRows(challengeId)),
  ];
  return `${rows.map((row) => JSON.stringify(row)).join("\n")}\n`;
}

async function prizeRows(challengeId: number) {
  const { place, amount } = challengePrizes;
  const rows = await reader()
    .select({ place, amount })
    .from(challengePrizes)
    .where(eq(challengePrizes.challengeId, challengeId))
    .orderBy(asc(place));
  return rows.map((row) => ({ kind: "prize", ...row }));
}

async function reviewRows(challengeId: number) {
  const { pixelHash, seen, transcript, strengths, flaws, scores, total, model, asideAt, clearedAt } = challengeReviews;
  const rows = await reader()
    .select({ pixelHash, seen, transcript, strengths, flaws, scores, total, model, asideAt, clearedAt })
    .from(challengeReviews)
    .where(eq(challengeReviews.challengeId, challengeId))
    .orderBy(asc(challengeReviews.id));
  return rows.map(({ asideAt, clearedAt, ...row }) => ({
    kind: "review",
    ...row,
    setAside: asideAt !== null && clearedAt === null,
  }));
}

async function duelRows(challengeId: number) {
  const { stage, firstEntry: first, secondEntry: second, winnerEntry: winner, why, state } = challengeDuels;
  const rows = await reader()
    .select({ stage, first, second, winner, why, state })
    .from(challengeDuels)
    .where(eq(challengeDuels.challengeId, challengeId))
    .orderBy(asc(challengeDuels.id));
  return rows.map((row) => ({ kind: "duel", ...row }));
}

async function placeRows(challengeId: number) {
  const { id, pixelHash, lot, createdAt, withdrawnAt, removedAt, total, roundWins, finalPoints, place } =
    challengeEntries;
  const rows = await reader()
    .select({ id, pixelHash, lot, createdAt, withdrawnAt, removedAt, total, roundWins, finalPoints, place })
    .from(challengeEntries)
    .where(eq(challengeEntries.challengeId, challengeId))
    .orderBy(asc(id));
  return rows.map(({ withdrawnAt, removedAt, finalPoints, ...row }) => ({
    kind: "entry",
    ...row,
    in: withdrawnAt === null && removedAt === null,
    finalPoints: finalPoints === null ? null : finalPoints / 2,
  }));
}
