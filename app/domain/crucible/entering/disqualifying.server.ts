import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { crucibles } from "~/db/schema/crucible";
import { entries } from "~/db/schema/entry";
import { recordEvent } from "~/domain/event/recording.server";
import { removeFromContest } from "./entry-removal.server";
import { isCompeting } from "../field.server";

type DisqualifyInput = { moderatorId: number; entryId: number; reason: string; now: Date };

/**
 * Takes an entry out of the contest for good, with a reason that its owner reads; the fee stays in the pool. Refuses when
 * the crucible is over or being settled, and an entry that has left already; null when there is none.
 */
export async function disqualifyEntry(tx: Tx, { moderatorId, entryId, reason, now }: DisqualifyInput) {
  const entry = await tx.query.entries.findFirst({
    columns: { crucibleId: true, entrantId: true },
    where: eq(entries.id, entryId),
  });
  if (!entry) return null;
  if (!(await isUndecided(tx, entry.crucibleId))) return { ok: false, reason: "over" } as const;
  const out = { disqualifiedAt: now, disqualifiedReason: reason };
  const [left] = await tx
    .update(entries)
    .set(out)
    .where(and(eq(entries.id, entryId), isCompeting))
    .returning({ id: entries.id });
  if (!left) return { ok: false, reason: "out-already" } as const;

  await removeFromContest(tx, { ...entry, entryId });
  const data = { ...entry, reason };
  await recordEvent(tx, { kind: "entry-disqualified", subject: `entry:${entryId}`, actorId: moderatorId, data, now });
  return { ok: true, crucibleId: entry.crucibleId } as const;
}

async function isUndecided(tx: Tx, crucibleId: number) {
  const running = and(eq(crucibles.id, crucibleId), inArray(crucibles.status, ["pending", "active"]));
  return (await tx.$count(crucibles, running)) === 1;
}
