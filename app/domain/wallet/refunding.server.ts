import { eq, sql } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { accounts, transfers } from "~/db/schema/wallet";
import { inBatches } from "~/db/write";
import { repay } from "./owing.server";

type RefundInput = { transferId: number; actorId: number | null; reason: string; now: Date };

/**
 * Reverses a recorded transfer: its amount, between its accounts, at most once (a replay returns the first refund).
 * What comes back to a person in debt pays that first. Throws when there is no such transfer, when its kind is not
 * refunded, or when what was paid is no longer there.
 */
export async function refund(tx: Tx, input: RefundInput) {
  const { transferId, now } = input;
  const again = await tx.query.transfers.findFirst({
    columns: { id: true },
    where: eq(transfers.refundOf, transferId),
  });
  if (again) return { transferId: again.id };

  const paid = await tx.query.transfers.findFirst({ where: eq(transfers.id, transferId) });
  if (!paid) throw new Error(`There is no transfer ${transferId} to refund.`);
  const made = await reverse(tx, paid, input);
  await repayFrom(tx, paid.debitAccount, made.id, now);
  return { transferId: made.id };
}

type Paid = typeof transfers.$inferSelect;

async function reverse(tx: Tx, paid: Paid, { transferId, actorId, reason, now }: RefundInput) {
  const [made] = await tx
    .insert(transfers)
    .values({
      idempotencyKey: `refund:${transferId}`,
      kind: "refund",
      debitAccount: paid.creditAccount,
      creditAccount: paid.debitAccount,
      amount: paid.amount,
      subject: paid.subject,
      actorId,
      reason,
      refundOf: transferId,
      createdAt: now,
    })
    .returning({ id: transfers.id });
  return made!;
}

async function repayFrom(tx: Tx, accountId: number, transferId: number, now: Date) {
  const account = await tx.query.accounts.findFirst({
    columns: { kind: true, ownerId: true },
    where: eq(accounts.id, accountId),
  });
  if (account?.kind === "user") await repay(tx, { userId: account.ownerId, key: `debt:${transferId}`, now });
}

type RefundAllInput = Omit<RefundInput, "transferId"> & { transferIds: number[] };

/**
 * The same for many transfers, thousands if need be. Those that were given back already stay so. Debts are paid off by
 * the job after it.
 */
export async function refundAll(tx: Tx, { transferIds, ...refund }: RefundAllInput) {
  await inBatches(transferIds, (part) => refundPart(tx, { ...refund, transferIds: part }));
}

async function refundPart(tx: Tx, { transferIds, actorId, reason, now }: RefundAllInput) {
  await tx.run(sql`
    INSERT INTO transfers (idempotency_key, kind, debit_account, credit_account, amount, subject, actor_id, reason, refund_of, created_at)
    SELECT 'refund:' || id, 'refund', credit_account, debit_account, amount, subject, ${actorId}, ${reason}, id, ${now.getTime()}
    FROM transfers AS paid WHERE id IN (SELECT value FROM json_each(${JSON.stringify(transferIds)}))
      AND NOT EXISTS (SELECT 1 FROM transfers WHERE refund_of = paid.id)
    ORDER BY id`);
}
