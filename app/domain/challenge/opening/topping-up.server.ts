import { eq, sql } from "drizzle-orm";
import { reader } from "~/db/client";
import type { Tx } from "~/db/client";
import { challengePrizes, challenges } from "~/db/schema/challenge";
import { recordEvent } from "~/domain/event/recording.server";
import { balanceOf, holding, wallet } from "~/domain/wallet/accounts.server";
import { transfer } from "~/domain/wallet/transferring.server";
import { looksOf } from "../looks";
import { reviews as bounds } from "../schema";
import { isOver } from "../times";
import { sponsorOf } from "./opening.server";

type TopUpInput = { creatorId: number; challengeId: number; reviews: number; now: Date };

/** The looks that so many more reviews come to, and their price in whole Buzz. */
export function topUpCost(challenge: { reviewsPaid: number; lookPrice: number }, places: number, more: number) {
  const before = looksOf(challenge.reviewsPaid, places).all;
  const looks = looksOf(challenge.reviewsPaid + more, places).all - before;
  return { looks, price: looks * challenge.lookPrice };
}

/** What a person could pay for more reviews with, in whole Buzz. */
export function topUpBalance(userId: number) {
  return balanceOf(reader(), wallet(userId));
}

/** Pays for more reviews while a challenge is not over. Null when there is no such challenge of theirs. */
export async function topUp(tx: Tx, { creatorId, challengeId, reviews, now }: TopUpInput) {
  const challenge = await tx.query.challenges.findFirst({ where: eq(challenges.id, challengeId) });
  if (!challenge || challenge.creatorId !== creatorId) return null;
  if (isOver(challenge, now)) return { ok: false, reason: "over" } as const;
  if (challenge.judgedBy === "people") return { ok: false, reason: "by-people" } as const;
  if (challenge.reviewsPaid + reviews > bounds.max) return { ok: false, reason: "too-many" } as const;
  const places = await tx.$count(challengePrizes, eq(challengePrizes.challengeId, challengeId));
  const { looks, price } = topUpCost(challenge, places, reviews);
  const subject = `challenge:${challengeId}` as const;
  const ends = { from: sponsorOf(challenge), to: holding("challenge-looks", subject), amount: price };
  const key = `challenge-looks:${challengeId}:${challenge.topUps + 1}`;
  const paid = await transfer(tx, { key, kind: "funding", ...ends, subject, actorId: creatorId, now });
  if (!paid.ok) return { ok: false, reason: paid.reason } as const;
  await tx
    .update(challenges)
    .set({
      reviewsPaid: sql`${challenges.reviewsPaid} + ${reviews}`,
      looksPaid: sql`${challenges.looksPaid} + ${looks}`,
      topUps: sql`${challenges.topUps} + 1`,
    })
    .where(eq(challenges.id, challengeId));
  const data = { reviews, price };
  await recordEvent(tx, { kind: "challenge-topped-up", subject, actorId: creatorId, data, now });
  return { ok: true, reviews, price } as const;
}
