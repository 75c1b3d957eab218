import { and, asc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import { reader } from "~/db/client";
import { users } from "~/db/schema/account";
import { events } from "~/db/schema/event";
import { notifications } from "~/db/schema/notification";
import { write } from "~/db/write";
import type { Tx } from "~/db/write";
import type { NewNotification } from "~/domain/event/notice";
import { participantsIn } from "~/domain/subject/finding.server";
import { partsOf } from "~/domain/subject/subject";
import { notificationsFor } from "./fan-out";
import type { Event } from "./fan-out";

const EVENTS_AT_ONCE = 200;
const ROWS_AT_ONCE = 200;

/**
 * Makes notifications of what happened since, in order, in small writes. Every row remembers the last event that it was
 * made of, and an event is marked only after all its rows: killed anywhere and run again, the rows come out the same. An
 * event that cannot be told stops no other; it stays, and comes back in `failed`.
 */
export async function drainEvents({ now }: { now: Date }) {
  const failed: { eventId: number; error: unknown }[] = [];
  let drained = 0;
  let last = 0;
  for (let page = waitingAfter(last); page.length > 0; page = waitingAfter(last)) {
    for (const event of page) {
      try {
        await deliver(event, now);
        drained++;
      } catch (error) {
        failed.push({ eventId: event.id, error });
      }
    }
    last = page.at(-1)!.id;
  }
  return { drained, failed };
}

function waitingAfter(last: number): Event[] {
  return reader()
    .select()
    .from(events)
    .where(and(isNull(events.drainedAt), gt(events.id, last)))
    .orderBy(asc(events.id))
    .limit(EVENTS_AT_ONCE)
    .all();
}

async function deliver(event: Event, now: Date) {
  const parts = batchesOf(notificationsFor(event, { moderators, participants }));
  const last = parts.pop() ?? [];
  for (const rows of parts) await write((tx) => renew(tx, event, rows));
  await write(async (tx) => {
    await renew(tx, event, last);
    await tx.update(events).set({ drainedAt: now }).where(eq(events.id, event.id));
  });
}

function batchesOf(rows: NewNotification[]) {
  return Array.from({ length: Math.ceil(rows.length / ROWS_AT_ONCE) }, (_, i) =>
    rows.slice(i * ROWS_AT_ONCE, (i + 1) * ROWS_AT_ONCE),
  );
}

/** One row per person, kind and subject: it happened again, and is unread again. A row that has this event stays as it is. */
async function renew(tx: Tx, event: Event, rows: NewNotification[]) {
  if (rows.length === 0) return;
  const at = { createdAt: event.createdAt, updatedAt: event.createdAt };
  await tx
    .insert(notifications)
    .values(rows.map(({ data, ...row }) => ({ ...row, ...at, data: { ...data, eventId: event.id } })))
    .onConflictDoUpdate({
      target: [notifications.userId, notifications.kind, notifications.subject],
      set: {
        data: sql`excluded.data`,
        times: sql`${notifications.times} + excluded.times`,
        readAt: null,
        updatedAt: event.createdAt,
      },
      setWhere: sql`json_extract(${notifications.data}, '$.eventId') < ${event.id}`,
    });
}

function moderators() {
  const serving = and(inArray(users.role, ["moderator", "admin"]), isNull(users.bannedAt), isNull(users.deletedAt));
  return reader()
    .select({ id: users.id })
    .from(users)
    .where(serving)
    .all()
    .map(({ id }) => id);
}

function participants(subject: string) {
  return participantsIn(reader(), partsOf(subject));
}
