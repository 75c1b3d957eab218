import { and, asc, eq, lte, or } from "drizzle-orm";
import { reader } from "~/db/client";
import type { Tx } from "~/db/client";
import { crucibles } from "~/db/schema/crucible";
import { write } from "~/db/write";
import { finishEach } from "~/domain/contest/finalizing";
import { complete } from "./completing.server";
import { rankInWorker } from "./ranking-in-worker.server";

/**
 * Ranks and pays out every crucible whose time is up, and those that an earlier try left half done. Safe to kill at any
 * instant, to run twice and to run at once: each step is a compare-and-set and each payment has its key. One that fails
 * holds up no other; the failures are thrown together in the end.
 */
export async function settleEndedCrucibles({ now }: { now: Date }) {
  return finishEach(await findEnded(now), (crucible) => settle(crucible, now), {
    failed: ({ id }) => `Crucible ${id} was not settled.`,
    summary: (failures) => `Ended crucibles that could not be settled: ${failures}.`,
  });
}

function findEnded(now: Date) {
  const ended = and(eq(crucibles.status, "active"), lte(crucibles.endsAt, now));
  return reader()
    .select({ id: crucibles.id, voteCount: crucibles.voteCount, entryCount: crucibles.entryCount })
    .from(crucibles)
    .where(or(ended, eq(crucibles.status, "finalizing")))
    .orderBy(asc(crucibles.endsAt));
}

/** In two writes, with the ranking between them: from the first on nothing that the ranking reads can change. */
async function settle(crucible: { id: number; voteCount: number; entryCount: number }, now: Date) {
  await write((tx) => beginFinalizing(tx, crucible.id, now));
  const ranking = await rankInWorker(crucible);
  return write((tx) => complete(tx, { crucibleId: crucible.id, ranking, now }));
}

/** Does nothing to one that is being finalized, or that somebody finished or canceled meanwhile. */
async function beginFinalizing(tx: Tx, crucibleId: number, now: Date) {
  const ended = and(eq(crucibles.id, crucibleId), eq(crucibles.status, "active"), lte(crucibles.endsAt, now));
  await tx.update(crucibles).set({ status: "finalizing" }).where(ended);
}
