import { and, eq, lte } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { crucibles } from "~/db/schema/crucible";
import { recordEvent } from "~/domain/event/recording.server";
import { consumeReminders } from "./reminding.server";

/** Makes every pending crucible active whose start time has come, and notes who asked to be told. Returns how many. */
export async function startDueCrucibles(tx: Tx, { now }: { now: Date }) {
  const due = and(eq(crucibles.status, "pending"), lte(crucibles.startsAt, now));
  const started = await tx.update(crucibles).set({ status: "active" }).where(due).returning({ id: crucibles.id });
  for (const { id } of started) {
    const asked = await consumeReminders(tx, id);
    await recordEvent(tx, { kind: "crucible-started", subject: `crucible:${id}`, actorId: null, data: { asked }, now });
  }
  return started.length;
}
