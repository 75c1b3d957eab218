import { eq } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { transfers } from "~/db/schema/wallet";

type Refund = { transferId: number; actorId: number | null; reason: string; now: Date };

/**
 * Reverses a recorded transfer: its amount, between its accounts, at most once (a replay returns the first refund).
 * Throws when there is no such transfer, or when what was paid is no longer there.
 */
export async function refund(tx: Tx, { transferId, actorId, reason, now }: Refund) {
  const again = await tx.query.transfers.findFirst({ columns: { id: true }, where: eq(transfers.refundOf, transferId) });
  if (again) return { transferId: again.id };

  const paid = await tx.query.transfers.findFirst({ where: eq(transfers.id, transferId) });
  if (!paid) throw new Error(`No transfer ${transferId} to give back.`);
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
