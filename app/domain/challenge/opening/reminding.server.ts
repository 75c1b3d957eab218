import { and, eq } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { challengeReminders, challenges } from "~/db/schema/challenge";
import * as reminding from "~/domain/contest/reminding.server";
import type { Viewer } from "~/domain/media/content-ratings";
import { openTo } from "../visibility.server";

const list: reminding.ReminderTable = {
  table: challengeReminders,
  contestId: challengeReminders.challengeId,
  userId: challengeReminders.userId,
  toRow: ({ contestId, userId, now }): typeof challengeReminders.$inferInsert => ({
    challengeId: contestId,
    userId,
    createdAt: now,
  }),
};

type AddReminderInput = { person: Viewer & { id: number }; challengeId: number; now: Date };

/** Remembers that a person wants to be told when a challenge opens, once. Refuses when it has; null when it is not there for them. */
export async function addReminder(tx: Tx, { person, challengeId, now }: AddReminderInput) {
  const challenge = await tx.query.challenges.findFirst({
    columns: { status: true },
    where: and(eq(challenges.id, challengeId), openTo(person, now)),
  });
  if (!challenge) return null;
  if (challenge.status !== "scheduled") return { ok: false, reason: "not-pending" } as const;
  await reminding.addReminder(tx, list, { contestId: challengeId, userId: person.id, now });
  return { ok: true } as const;
}

export async function hasReminder({ userId, challengeId }: { userId: number; challengeId: number }) {
  return reminding.hasReminder(list, { contestId: challengeId, userId });
}

/** Takes the reminders of a challenge that opens, or never will, off the list. Returns whose they were. */
export function consumeReminders(tx: Tx, challengeId: number) {
  return reminding.consumeReminders(tx, list, challengeId);
}
