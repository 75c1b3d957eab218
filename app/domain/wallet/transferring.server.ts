import { eq, sql } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { prepared } from "~/db/prepared";
import { transfers } from "~/db/schema/wallet";
import type { transferKinds } from "~/db/schema/values";
import type { Subject } from "~/domain/subject/kinds";
import { accountFor } from "./accounts.server";
import type { Holder } from "./accounts.server";
import { isBlockedByDebt, repay } from "./owing.server";

export type Payment = {
  /** Names the deed, not the try: `entry-fee:12`, `prize:3:12`. A second payment with the same key changes nothing. */
  key: string;
  kind: Exclude<(typeof transferKinds)[number], "refund">;
  from: Holder;
  to: Holder;
  /** Whole Buzz, from 1. */
  amount: number;
  subject: Subject;
  /** The user who caused it; null when a job did. */
  actorId: number | null;
  reason?: string;
  now: Date;
};

/**
 * Moves Buzz from one account to another, once for each key; a replay returns the first transfer. What comes into the
 * wallet of a person in debt pays that first. Refuses when the payer has too little, and says what there is, and what
 * nobody in debt may do. Throws on an amount that is not a whole number from 1, on a way that this kind does not go, and
 * on a key that has paid for another deed.
 */
export async function transfer(tx: Tx, { key, from, to, amount, reason = "", now, ...deed }: Payment) {
  if (!Number.isSafeInteger(amount) || amount < 1) throw new Error(`Not an amount of Buzz: ${amount}`);
  const debit = await accountFor(tx, from, now);
  const credit = await accountFor(tx, to, now);
  const row = { ...deed, idempotencyKey: key, debitAccount: debit.id, creditAccount: credit.id, amount };

  const first = await findTransfer(tx, key);
  if (first) return replay(first, row);
  if (await isBlockedByDebt(tx, { kind: deed.kind, from, to })) return { ok: false, reason: "in-debt" } as const;
  if (!debit.belowZero && debit.balance < amount) {
    return { ok: false, reason: "too-little-buzz", balance: debit.balance } as const;
  }
  const [made] = await tx
    .insert(transfers)
    .values({ ...row, reason, createdAt: now })
    .returning({ id: transfers.id });
  if (to.kind === "user") await repay(tx, { userId: to.ownerId, key: `debt:${made!.id}`, now });
  return { ok: true, transferId: made!.id } as const;
}

/** What was paid under a key. */
export function findTransfer(tx: Tx, key: string) {
  return queries(tx).byKey.get({ key });
}

const queries = prepared((db) => ({
  byKey: db
    .select()
    .from(transfers)
    .where(eq(transfers.idempotencyKey, sql.placeholder("key")))
    .prepare(),
}));

function replay(first: typeof transfers.$inferSelect, again: Omit<typeof transfers.$inferInsert, "createdAt">) {
  const same = (["kind", "debitAccount", "creditAccount", "amount"] as const).every(
    (name) => first[name] === again[name],
  );
  if (!same) throw new Error(`The idempotency key ${first.idempotencyKey} was already used for something else.`);
  return { ok: true, transferId: first.id } as const;
}
