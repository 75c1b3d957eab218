import { and, eq, not, sql } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { crucibles } from "~/db/schema/crucible";
import { entries } from "~/db/schema/entry";
import { recordEvent } from "~/domain/event/recording.server";
import { refund } from "~/domain/wallet/refunding.server";
import { removeFromContest } from "./entry-removal.server";
import { isOpenForVotes } from "../schedule";

type WithdrawInput = { entrantId: number; entryId: number; now: Date };

/**
 * Takes an entry out again, with its fee, as long as nobody has judged it; a replay answers as the first time. Missing and
 * not one's own look the same.
 */
export async function withdrawEntry(tx: Tx, { entrantId, entryId, now }: WithdrawInput) {
  const entry = await findOwnEntry(tx, entrantId, entryId);
  if (!entry) return null;
  if (entry.withdrawnAt) return { ok: true, crucibleId: entry.crucibleId, refunded: entry.fee } as const;
  if (!isOpenForVotes(entry, now)) return refuse("not-open");
  if (entry.disqualifiedAt) return refuse("disqualified");
  if (!(await withdraw(tx, entryId, now))) return refuse("already-judged");

  const { crucibleId, feeTransferId } = entry;
  if (feeTransferId !== null) {
    await refund(tx, { transferId: feeTransferId, actorId: entrantId, reason: "Entry withdrawn", now });
  }
  await removeFromContest(tx, { crucibleId, entryId, entrantId });
  const data = { entryId, fee: entry.fee };
  await recordEvent(tx, { kind: "entry-withdrawn", subject: `crucible:${crucibleId}`, actorId: entrantId, data, now });
  return { ok: true, crucibleId, refunded: entry.fee } as const;
}

/** Compare-and-set: a first vote that gets there before us wins, even one that was taken back: it stays in the log. */
async function withdraw(tx: Tx, entryId: number, now: Date) {
  const voted = sql`EXISTS (SELECT 1 FROM votes WHERE winner_id = ${entryId} OR loser_id = ${entryId})`;
  const unjudged = and(eq(entries.id, entryId), eq(entries.votes, 0), not(voted));
  const [left] = await tx.update(entries).set({ withdrawnAt: now }).where(unjudged).returning({ id: entries.id });
  return left !== undefined;
}

async function findOwnEntry(tx: Tx, entrantId: number, entryId: number) {
  const { status, startsAt, endsAt } = crucibles;
  const { crucibleId, fee, feeTransferId, withdrawnAt, disqualifiedAt } = entries;
  const [entry] = await tx
    .select({ crucibleId, fee, feeTransferId, withdrawnAt, disqualifiedAt, status, startsAt, endsAt })
    .from(entries)
    .innerJoin(crucibles, eq(crucibles.id, entries.crucibleId))
    .where(and(eq(entries.id, entryId), eq(entries.entrantId, entrantId)));
  return entry;
}

function refuse(reason: "already-judged" | "disqualified" | "not-open") {
  return { ok: false, reason } as const;
}
