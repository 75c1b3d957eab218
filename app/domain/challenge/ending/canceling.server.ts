import { eq, inArray, and } from "drizzle-orm";
import { reader } from "~/db/client";
import type { Tx } from "~/db/client";
import { challenges } from "~/db/schema/challenge";
import { challengeReviews } from "~/db/schema/challenge-entry";
import { recordEvent } from "~/domain/event/recording.server";
import { balanceOf, holding } from "~/domain/wallet/accounts.server";
import { consumeReminders } from "../opening/reminding.server";
import { entrantsOf } from "./field.server";
import { closeAccounts, notOver } from "./paying.server";
import type { Challenge } from "./paying.server";

type CancelInput = { actorId: number; challengeId: number; reason: string; now: Date };

/**
 * Ends a challenge without a result, in any state before it is completed: prizes go back, and looks that were not used.
 * Refuses when it is over; null when there is no such challenge.
 */
export async function cancelChallenge(tx: Tx, { actorId, challengeId, reason, now }: CancelInput) {
  const challenge = await tx.query.challenges.findFirst({ where: eq(challenges.id, challengeId) });
  if (!challenge) return null;
  if (challenge.status === "completed" || challenge.status === "cancelled")
    return { ok: false, reason: "over" } as const;
  const returned = await closeAccounts(tx, { challenge, actorId, now });
  await stopReviews(tx, challengeId);
  const entrants = await entrantsOf(tx, challengeId);
  const asked = await consumeReminders(tx, challengeId);
  const closed = { status: "cancelled", cancelReason: reason, finishedAt: now } as const;
  const [done] = await tx.update(challenges).set(closed).where(notOver(challengeId)).returning({ id: challenges.id });
  if (!done) throw new Error(`Challenge ${challengeId} was closed by somebody else.`);
  const back = challenge.source === "user" ? returned.prizes + returned.looks : 0;
  const data = { creatorId: challenge.creatorId, reason, back, entrants, asked };
  const subject = `challenge:${challengeId}` as const;
  await recordEvent(tx, { kind: "challenge-cancelled", subject, actorId, data, now });
  return { ok: true, ...returned } as const;
}

/** Nobody is asked about it any more. */
function stopReviews(tx: Tx, challengeId: number) {
  const open = and(
    eq(challengeReviews.challengeId, challengeId),
    inArray(challengeReviews.state, ["due", "by-hand", "claimed"]),
  );
  return tx.delete(challengeReviews).where(open);
}

/** The owner’s own: until somebody has entered. */
export async function cancelOwn(tx: Tx, input: CancelInput) {
  const challenge = await tx.query.challenges.findFirst({ where: eq(challenges.id, input.challengeId) });
  if (!challenge || challenge.creatorId !== input.actorId) return null;
  if (challenge.entryCount > 0) return { ok: false, reason: "has-entries" } as const;
  return cancelChallenge(tx, input);
}

type EndInput = { challengeId: number; now: Date };

/** Moves the end of a running challenge to now, so that winners are picked. Null when there is no such challenge. */
export async function endNow(tx: Tx, { challengeId, now }: EndInput) {
  const challenge = await tx.query.challenges.findFirst({ where: eq(challenges.id, challengeId) });
  if (!challenge) return null;
  if (challenge.status === "scheduled") return { ok: false, reason: "not-started" } as const;
  if (challenge.status !== "active" || challenge.endsAt <= now) return { ok: false, reason: "over" } as const;
  const endsAt = now > challenge.startsAt ? now : new Date(challenge.startsAt.getTime() + 1);
  const running = and(eq(challenges.id, challengeId), eq(challenges.status, "active"));
  await tx.update(challenges).set({ endsAt }).where(running);
  return { ok: true } as const;
}

/** What canceling would give back now, in whole Buzz, and how many looks are used; for the page that asks. */
export async function returnedIfCancelled(challenge: Pick<Challenge, "id" | "looksUsed" | "looksPaid" | "lookPrice">) {
  const subject = `challenge:${challenge.id}` as const;
  const prizes = await balanceOf(reader(), holding("challenge-prizes", subject));
  const paid = await balanceOf(reader(), holding("challenge-looks", subject));
  const used = Math.min(paid, challenge.looksUsed * challenge.lookPrice);
  return { prizes, looks: paid - used, used: challenge.looksUsed, of: challenge.looksPaid };
}
