import { and, asc, eq, lte, or } from "drizzle-orm";
import { reader } from "~/db/client";
import type { Tx } from "~/db/client";
import { challenges } from "~/db/schema/challenge";
import { challengeDuels } from "~/db/schema/challenge-entry";
import { write } from "~/db/write";
import { finishEach } from "~/domain/contest/finalizing";
import { reserveRest } from "../entering/reservations.server";
import { fieldOf as sizesOf } from "../looks";
import { byHandHours, endRule, waitForJudgeHours } from "../schema";
import { duelsOf, fieldOf, openReviews, prizesOf } from "./field.server";
import { finish } from "./finishing.server";
import type { Challenge } from "./paying.server";
import { finalPairs, pairRound } from "./rounds";
import type { Pair } from "./rounds";
import { bestOf, FINAL_STAGE, standingsOf } from "./standings";
import type { Duel, Scored } from "./standings";

const HOUR = 3_600_000;

/**
 * Takes every challenge that has ended as far as it can go now: the last reviews, five rounds, the final, the result. All of
 * it is rows, so that a run that was killed goes on where it was and nothing is judged twice. Returns how many are done.
 */
export async function advanceEndedChallenges({ now }: { now: Date }) {
  const ended = await reader()
    .select({ id: challenges.id })
    .from(challenges)
    .where(or(and(eq(challenges.status, "active"), lte(challenges.endsAt, now)), eq(challenges.status, "completing")))
    .orderBy(asc(challenges.endsAt));
  return finishEach(ended, ({ id }) => advance(id, now), {
    failed: ({ id }) => `Winners of challenge ${id} were not picked.`,
    summary: (failures) => `Ended challenges whose winners could not be picked: ${failures}.`,
  });
}

/** One challenge; whether this made it complete. */
async function advance(challengeId: number, now: Date): Promise<boolean> {
  await write((tx) => beginCompleting(tx, challengeId, now));
  for (;;) {
    const step = await write((tx) => nextStep(tx, challengeId, now));
    if (step === "wait") return false;
    if (step === "again") continue;
    return finish(step, now);
  }
}

/** From the end on nothing can be entered. What is left of the reviews goes to those who wait, by lot. */
async function beginCompleting(tx: Tx, challengeId: number, now: Date) {
  const ended = and(eq(challenges.id, challengeId), eq(challenges.status, "active"), lte(challenges.endsAt, now));
  const [challenge] = await tx
    .update(challenges)
    .set({ status: "completing", completingAt: now })
    .where(ended)
    .returning();
  if (challenge) await reserveRest(tx, challenge, now);
}

async function nextStep(tx: Tx, challengeId: number, now: Date): Promise<"wait" | "again" | Challenge> {
  const completing = and(eq(challenges.id, challengeId), eq(challenges.status, "completing"));
  const challenge = await tx.query.challenges.findFirst({ where: completing });
  if (!challenge) return "wait";
  const open = await openReviews(tx, challengeId);
  if (open.byHand > 0 && !waited(challenge, byHandHours, now)) return "wait";
  if (challenge.judgedBy === "people") return challenge;
  const givenUp = waited(challenge, waitForJudgeHours, now);
  if (givenUp) return challenge;
  if (open.byModel > 0) return "wait";
  return nextStage(tx, challenge, now);
}

function waited({ completingAt }: Challenge, hours: number, now: Date) {
  return now.getTime() - completingAt!.getTime() >= hours * HOUR;
}

async function nextStage(tx: Tx, challenge: Challenge, now: Date) {
  const duels = await duelsOf(tx, challenge.id);
  if (duels.some(({ state }) => state === "due" || state === "claimed")) return "wait";
  if (challenge.stage >= FINAL_STAGE) return challenge;
  const field = await fieldOf(tx, challenge.id);
  const pairs = await pairsFor(tx, challenge, field, duels);
  const stage = challenge.stage + 1;
  const rows = pairs.map(({ first, second }) => ({
    ...{ challengeId: challenge.id, stage, firstEntry: first, secondEntry: second, nextAt: now },
  }));
  if (rows.length > 0) await tx.insert(challengeDuels).values(rows);
  await tx.update(challenges).set({ stage }).where(eq(challenges.id, challenge.id));
  return "again";
}

async function pairsFor(tx: Tx, challenge: Challenge, field: Scored[], duels: Duel[]): Promise<Pair[]> {
  const prizes = await prizesOf(tx, challenge.id);
  const sizes = sizesOf(challenge.reviewsPaid, prizes.length);
  const best = bestOf(field, sizes.best);
  if (challenge.stage + 1 === FINAL_STAGE) {
    const finalists = standingsOf(best, duels).slice(0, sizes.finalists);
    return finalPairs(finalists.map(({ id }) => id));
  }
  const rounds = Math.min(endRule.rounds, best.length - 1);
  return challenge.stage >= rounds ? [] : pairRound(playersOf(best, duels));
}

/** The best with what they did so far. */
function playersOf(best: readonly Scored[], duels: readonly Duel[]) {
  return best.map(({ id, total }) => {
    const own = duels.filter(({ first, second }) => first === id || second === id);
    return {
      id,
      total,
      wins: own.filter(({ winner }) => winner === id).length,
      lefts: own.filter(({ first }) => first === id).length,
      met: new Set(own.map(({ first, second }) => (first === id ? second : first))),
    };
  });
}
