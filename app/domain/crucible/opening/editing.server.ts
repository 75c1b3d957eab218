import { and, eq } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { crucibles } from "~/db/schema/crucible";
import { coverRefusal } from "~/domain/media/cover-rules.server";
import type { Terms } from "../schema";
import { isOver } from "../schedule";

type EditCrucibleInput = Pick<Terms, "name" | "description" | "coverMediaId"> & {
  creatorId: number;
  crucibleId: number;
  now: Date;
};

/**
 * The creator's corrections, until it ends: name, description and cover. Everything else stays as it was opened. Null when
 * there is no such crucible of theirs.
 */
export async function editCrucible(
  tx: Tx,
  { creatorId, crucibleId, name, description, coverMediaId, now }: EditCrucibleInput,
) {
  const own = and(eq(crucibles.id, crucibleId), eq(crucibles.creatorId, creatorId));
  const before = await tx.query.crucibles.findFirst({
    columns: { coverMediaId: true, status: true, startsAt: true, entriesCloseAt: true, endsAt: true },
    where: own,
  });
  if (!before) return null;
  if (isOver(before, now)) return { ok: false, reason: "over" } as const;
  const reason = before.coverMediaId === coverMediaId ? null : await coverRefusal(tx, creatorId, coverMediaId);
  if (reason) return { ok: false, reason } as const;

  await tx.update(crucibles).set({ name, description, coverMediaId }).where(own);
  return { ok: true } as const;
}
