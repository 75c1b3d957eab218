import { between } from "drizzle-orm";
import { reader } from "~/db/client";
import type { Db, Tx } from "~/db/client";
import { transfers } from "~/db/schema/wallet";
import { mint, wallet } from "./accounts.server";
import { transfer } from "./transferring.server";

type ClaimInput = {
  userId: number;
  /** Whole Buzz, from 1. */
  amount: number;
  now: Date;
};

/**
 * The day's Buzz, once in each UTC day. Refuses a second claim, one for a day before the last claimed too: the clock was set
 * back. Says from when on the next one counts. Refuses a person in debt.
 */
export async function claimDaily(tx: Tx, { userId, amount, now }: ClaimInput) {
  if (await hasClaimed(tx, userId, now)) return { ok: false, reason: "claimed-today", next: nextDay(now) } as const;
  const claimed = await transfer(tx, {
    key: claimKey(userId, now),
    kind: "daily",
    from: mint,
    to: wallet(userId),
    amount,
    subject: `user:${userId}`,
    actorId: userId,
    now,
  });
  if (!claimed.ok) return { ok: false, reason: "in-debt" } as const; // the mint never has too little
  return { ok: true, next: nextDay(now) } as const;
}

/** For the claim button: whether the day's Buzz is taken, and when the next is there. */
export async function claimState(userId: number, now: Date) {
  return { claimed: await hasClaimed(reader(), userId, now), next: nextDay(now) };
}

async function hasClaimed(db: Db, userId: number, now: Date) {
  const first = await db.query.transfers.findFirst({
    columns: { id: true },
    where: between(transfers.idempotencyKey, claimKey(userId, now), `daily:${userId}:~`),
  });
  return first !== undefined;
}

function claimKey(userId: number, now: Date) {
  return `daily:${userId}:${now.toISOString().slice(0, 10)}`;
}

function nextDay(now: Date) {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1));
}
