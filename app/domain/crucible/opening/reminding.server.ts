import { and, eq } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { crucibles, reminders } from "~/db/schema/crucible";
import * as reminding from "~/domain/contest/reminding.server";
import type { Viewer } from "~/domain/media/content-ratings";
import { openTo } from "../visibility.server";

const list: reminding.ReminderTable = {
  table: reminders,
  contestId: reminders.crucibleId,
  userId: reminders.userId,
  toRow: ({ contestId, userId, now }): typeof reminders.$inferInsert => ({
    crucibleId: contestId,
    userId,
    createdAt: now,
  }),
};

type AddReminderInput = { person: Viewer & { id: number }; crucibleId: number; now: Date };

/** Remembers that a person wants to be told when a crucible opens, once. Refuses when it has; null when it is not there for them. */
export async function addReminder(tx: Tx, { person, crucibleId, now }: AddReminderInput) {
  const crucible = await tx.query.crucibles.findFirst({
    columns: { status: true },
    where: and(eq(crucibles.id, crucibleId), openTo(person)),
  });
  if (!crucible) return null;
  if (crucible.status !== "pending") return { ok: false, reason: "not-pending" } as const;
  await reminding.addReminder(tx, list, { contestId: crucibleId, userId: person.id, now });
  return { ok: true } as const;
}

type Asked = { userId: number; crucibleId: number };

/** Forgets it again, if it was asked. */
export async function removeReminder(tx: Tx, { userId, crucibleId }: Asked) {
  await reminding.removeReminder(tx, list, { contestId: crucibleId, userId });
}

export async function hasReminder({ userId, crucibleId }: Asked) {
  return reminding.hasReminder(list, { contestId: crucibleId, userId });
}

/** Takes the reminders of a crucible that opens, or never will, off the list. Returns whose they were. */
export function consumeReminders(tx: Tx, crucibleId: number) {
  return reminding.consumeReminders(tx, list, crucibleId);
}
