import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { entries } from "~/db/schema/entry";
import { refundAll } from "~/domain/wallet/refunding.server";

type RefundEntriesInput = { crucibleId: number; actorId: number | null; reason: string; now: Date };

/** Gives every entry fee back, also of disqualified entries; withdrawn ones have theirs already. Returns what each person got. */
export async function refundEntries(tx: Tx, { crucibleId, actorId, reason, now }: RefundEntriesInput) {
  const paid = await tx
    .select({ transferId: entries.feeTransferId, entrantId: entries.entrantId, fee: entries.fee })
    .from(entries)
    .where(and(eq(entries.crucibleId, crucibleId), isNull(entries.withdrawnAt), isNotNull(entries.feeTransferId)))
    .orderBy(asc(entries.id));
  await refundAll(tx, { transferIds: paid.map(({ transferId }) => transferId!), actorId, reason, now });
  const amounts = new Map<number, number>();
  for (const { entrantId, fee } of paid) amounts.set(entrantId, (amounts.get(entrantId) ?? 0) + fee);
  return [...amounts].map(([userId, amount]) => ({ userId, amount }));
}
