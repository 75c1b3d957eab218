import { and, eq } from "drizzle-orm";
import type { AnySQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import { reader } from "~/db/client";
import type { Tx } from "~/db/client";

type Reminder = { contestId: number; userId: number };

/** Where a kind of contest keeps who asked to be told: a table that is unique by contest and person. */
export type ReminderTable = {
  table: SQLiteTable;
  contestId: AnySQLiteColumn;
  userId: AnySQLiteColumn;
  /** A reminder as a row of that table. */
  toRow: (reminder: Reminder & { now: Date }) => Record<string, unknown>;
};

/** Puts a person on the list, once. */
export async function addReminder(tx: Tx, of: ReminderTable, reminder: Reminder & { now: Date }) {
  await tx.insert(of.table).values(of.toRow(reminder)).onConflictDoNothing();
}

/** Takes a person off the list, if they are on it. */
export async function removeReminder(tx: Tx, of: ReminderTable, reminder: Reminder) {
  await tx.delete(of.table).where(matches(of, reminder));
}

export async function hasReminder(of: ReminderTable, reminder: Reminder) {
  return (await reader().$count(of.table, matches(of, reminder))) > 0;
}

/** Empties the list of a contest that opens, or never will. Returns who was on it. */
export async function consumeReminders(tx: Tx, of: ReminderTable, contestId: number) {
  const taken = await tx.delete(of.table).where(eq(of.contestId, contestId)).returning({ userId: of.userId });
  return taken.map(({ userId }) => userId as number);
}

function matches(of: ReminderTable, { contestId, userId }: Reminder) {
  return and(eq(of.contestId, contestId), eq(of.userId, userId));
}
