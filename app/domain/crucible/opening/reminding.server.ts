import { and, eq } from "drizzle-orm";
import { reader } from "~/db/client";
import type { Tx } from "~/db/client";
import { crucibles, reminders } from "~/db/schema/crucible";
import type { Viewer } from "~/domain/media/levels";
import { mayOpen } from "../viewing.server";

type Asking = { person: Viewer & { id: number }; crucibleId: number; now: Date };

/** Remembers that a person wants to be told when a crucible opens, once. Refuses when it has; null when it is not there for them. */
export async function askReminder(tx: Tx, { person, crucibleId, now }: Asking) {
  const crucible = await tx.query.crucibles.findFirst({
    columns: { status: true },
    where: and(eq(crucibles.id, crucibleId), mayOpen(person)),
  });
  if (!crucible) return null;
  if (crucible.status !== "pending") return { ok: false, reason: "not-pending" } as const;
  await tx.insert(reminders).values({ crucibleId, userId: person.id, createdAt: now }).onConflictDoNothing();
  return { ok: true } as const;
}

/** Forgets it again, if it was asked. */
export async function dropReminder(tx: Tx, { userId, crucibleId }: { userId: number; crucibleId: number }) {
  await tx.delete(reminders).where(and(eq(reminders.crucibleId, crucibleId), eq(reminders.userId, userId)));
}

export async function hasReminder({ userId, crucibleId }: { userId: number; crucibleId: number }) {
  return (
    (await reader().$count(reminders, and(eq(reminders.crucibleId, crucibleId), eq(reminders.userId, userId)))) > 0
  );
}

/** Takes the reminders of a crucible that opens, or never will, off the list. Returns whose they were. */
export async function takeReminders(tx: Tx, crucibleId: number) {
  const taken = await tx
    .delete(reminders)
    .where(eq(reminders.crucibleId, crucibleId))
    .returning({ userId: reminders.userId });
  return taken.map(({ userId }) => userId);
}
