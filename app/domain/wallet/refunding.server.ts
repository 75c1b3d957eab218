import { eq, sql } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { transfers } from "~/db/schema/wallet";
import { inParts } from "~/db/write";

type Refund = { transferId: number; actorId: number | null; reason: string; now: Date };

/**
 * Reverses a recorded transfer: its amount, between its accounts, at most once (a replay returns the first refund).
 * Throws when there is no such transfer, or when what was paid is no longer there.
 */
export async function refund(tx: Tx, { transferId, actorId, reason, now }: Refund) {
  const again = await tx.query.transfers.findFirst({
    columns: { id: true },
    where: eq(transfers.refundOf, transferId),
  });
  if (again) return { transferId: again.id };

  const paid = await tx.query.transfers.findFirst({ where: eq(transfers.id, transferId) });
  if (!paid) throw new Error(`There is no transfer ${transferId} to refund.`);
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
  return { transferId: made!.id };
}

type Refunds = Omit<Refund, "transferId"> & { transferIds: number[] };

/** The same for many transfers, thousands if need be. Those that were given back already stay so. */
export async function refundAll(tx: Tx, { transferIds, ...refund }: Refunds) {
  await inParts(transferIds, (part) => refundPart(tx, { ...refund, transferIds: part }));
}

async function refundPart(tx: Tx, { transferIds, actorId, reason, now }: Refunds) {
  await tx.run(sql`
    INSERT INTO transfers (idempotency_key, kind, debit_account, credit_account, amount, subject, actor_id, reason, refund_of, created_at)
    SELECT 'refund:' || id, 'refund', credit_account, debit_account, amount, subject, ${actorId}, ${reason}, id, ${now.getTime()}
    FROM transfers AS paid WHERE id IN (SELECT value FROM json_each(${JSON.stringify(transferIds)}))
      AND NOT EXISTS (SELECT 1 FROM transfers WHERE refund_of = paid.id)
    ORDER BY id`);
}
