import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { crucibles } from "~/db/schema/crucible";
import { recordEvent } from "~/domain/event/recording.server";
import { refund } from "~/domain/wallet/refunding.server";
import { consumeReminders } from "../opening/reminding.server";
import { refundEntries } from "./refunds.server";

type CancelCrucibleInput = { moderatorId: number; crucibleId: number; reason: string; now: Date };

/**
 * Ends a pending or running crucible without a result: every entry fee and the setup fee go back, as they were charged.
 * Refuses when it is over or being settled; null when there is no such crucible.
 */
export async function cancelCrucible(tx: Tx, { moderatorId, crucibleId, reason, now }: CancelCrucibleInput) {
  const crucible = await tx.query.crucibles.findFirst({
    columns: { status: true, creatorId: true, setupFee: true, setupTransferId: true },
    where: eq(crucibles.id, crucibleId),
  });
  if (!crucible) return null;
  if (crucible.status !== "pending" && crucible.status !== "active") return { ok: false, reason: "over" } as const;

  const refunds = await refundEntries(tx, { crucibleId, actorId: moderatorId, reason: "Crucible canceled", now });
  const { creatorId, setupFee, setupTransferId } = crucible;
  if (setupTransferId !== null) {
    await refund(tx, { transferId: setupTransferId, actorId: moderatorId, reason: "Crucible canceled", now });
  }
  await close(tx, crucibleId, reason, now);
  const data = { creatorId, setupFee, reason, refunds, asked: await consumeReminders(tx, crucibleId) };
  await recordEvent(tx, {
    kind: "crucible-cancelled",
    subject: `crucible:${crucibleId}`,
    actorId: moderatorId,
    data,
    now,
  });
  return { ok: true, refunds, setupFee } as const;
}

/** The change of state comes last: an escrow that is not empty forbids it. Compare-and-set: one that is being settled stays. */
async function close(tx: Tx, crucibleId: number, reason: string, now: Date) {
  const open = and(eq(crucibles.id, crucibleId), inArray(crucibles.status, ["pending", "active"]));
  const closed = { status: "cancelled", cancelReason: reason, finishedAt: now } as const;
  const [done] = await tx.update(crucibles).set(closed).where(open).returning({ id: crucibles.id });
  if (!done) throw new Error(`Crucible ${crucibleId} was closed by somebody else.`);
}
