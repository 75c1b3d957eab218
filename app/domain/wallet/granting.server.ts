import { and, eq } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { accounts, transfers } from "~/db/schema/wallet";
import { mint, wallet } from "./accounts.server";
import { GRANT_MAX } from "./schema";
import { findTransfer, transfer } from "./transferring.server";

type SignUpGrant = {
  userId: number;
  /** Whole Buzz; 0 gives nothing. */
  amount: number;
  now: Date;
};

/** What a person starts with, once, however much it was. */
export async function grantSignUp(tx: Tx, { userId, amount, now }: SignUpGrant) {
  const key = `sign-up:${userId}`;
  if (amount === 0 || (await findTransfer(tx, key))) return;
  await transfer(tx, {
    key,
    kind: "grant",
    from: mint,
    to: wallet(userId),
    amount,
    subject: `user:${userId}`,
    actorId: userId,
    reason: "Welcome",
    now,
  });
}

type GrantInput = {
  moderatorId: number;
  userId: number;
  /** Whole Buzz, 1 to GRANT_MAX. */
  amount: number;
  reason: string;
  /** One for each form that was shown: the same form sent twice grants once. */
  requestKey: string;
  now: Date;
};

/**
 * A moderator gives Buzz, with a reason that its receiver reads. Refuses when there is no such wallet, and when the form
 * has granted something else. Throws on an amount out of bounds or without a reason: the form has checked both.
 */
export async function grantBuzz(tx: Tx, { moderatorId, userId, amount, reason, requestKey, now }: GrantInput) {
  if (amount > GRANT_MAX || reason.trim() === "") throw new Error(`Not a grant: ${amount} for "${reason}"`);
  const receiver = await findWallet(tx, userId);
  if (!receiver) return refuse("no-wallet");

  const key = `grant:${moderatorId}:${requestKey}`;
  const before = await tx.query.transfers.findFirst({ where: eq(transfers.idempotencyKey, key) });
  if (before && !(before.creditAccount === receiver.id && before.amount === amount)) return refuse("already-granted");

  await transfer(tx, {
    key,
    kind: "grant",
    from: mint,
    to: wallet(userId),
    amount,
    subject: `user:${userId}`,
    actorId: moderatorId,
    reason,
    now,
  });
  return { ok: true } as const;
}

function findWallet(tx: Tx, userId: number) {
  return tx.query.accounts.findFirst({
    columns: { id: true },
    where: and(eq(accounts.kind, "user"), eq(accounts.ownerKind, "user"), eq(accounts.ownerId, userId)),
  });
}

function refuse(reason: "no-wallet" | "already-granted") {
  return { ok: false, reason } as const;
}
