import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { reader } from "~/db/client";
import type { Tx } from "~/db/client";
import { prepared } from "~/db/prepared";
import { notifications } from "~/db/schema/notification";
import { pageOf, readNumberCursor } from "~/domain/list/keyset";
import type { Viewer } from "~/domain/media/content-ratings";
import { findAll } from "~/domain/subject/finding.server";
import { partsOf } from "~/domain/subject/subject";
import { notificationKinds, readNotice } from "./notices";

type Reader = Viewer & { id: number };
type Row = typeof notifications.$inferSelect;

const queries = prepared((db) => ({
  unread: db
    .select({ unread: sql<number>`count(*)` })
    .from(notifications)
    .where(and(eq(notifications.userId, sql.placeholder("userId")), isNull(notifications.readAt)))
    .prepare(),
}));

/** The number on the bell. */
export async function unreadCount(userId: number) {
  return (await queries(reader()).unread.get({ userId }))!.unread;
}

/**
 * A person's notifications, the latest first, in words, with the picture that each is about where the reader's levels let it
 * be shown, and the cursor of the next page.
 */
export async function readNotifications(
  viewer: Reader,
  { after, limit = 30 }: { after?: string | null; limit?: number } = {},
) {
  const cursor = readNumberCursor(after);
  const behind = cursor
    ? sql`(${notifications.updatedAt}, ${notifications.id}) < (${cursor.key}, ${cursor.id})`
    : undefined;
  const found = await reader()
    .select()
    .from(notifications)
    .where(and(eq(notifications.userId, viewer.id), inArray(notifications.kind, notificationKinds), behind))
    .orderBy(desc(notifications.updatedAt), desc(notifications.id))
    .limit(limit + 1);
  const { rows, next } = pageOf(found, limit, ({ updatedAt, id }) => ({ key: updatedAt.getTime(), id, rank: 0 }));
  return { items: await toView(viewer, rows), next };
}

/** Marks one of one's own as read; null when there is none. */
export async function markRead(
  tx: Tx,
  { userId, notificationId, now }: { userId: number; notificationId: number; now: Date },
) {
  const own = and(eq(notifications.id, notificationId), eq(notifications.userId, userId));
  const readAt = sql`coalesce(${notifications.readAt}, ${now.getTime()})`;
  const [read] = await tx.update(notifications).set({ readAt }).where(own).returning({ id: notifications.id });
  return read ? ({ ok: true } as const) : null;
}

export async function markAllRead(tx: Tx, { userId, now }: { userId: number; now: Date }) {
  const unread = and(eq(notifications.userId, userId), isNull(notifications.readAt));
  await tx.update(notifications).set({ readAt: now }).where(unread);
}

async function toView(viewer: Reader, rows: Row[]) {
  const known = rows.map((row) => ({ row, notice: readNotice(row) }));
  const wanted = known.flatMap(({ notice: { about, pictured } }) => [about, pictured]);
  const seen = await findAll(
    reader(),
    viewer,
    wanted.flatMap((subject) => (subject ? partsOf(subject) : [])),
  );
  return known.map(({ row: { id, kind, times, updatedAt, readAt }, notice }) => {
    const name = seen.get(notice.about ?? "")?.name ?? null;
    const picture = seen.get(notice.pictured ?? "")?.picture ?? null;
    const { path } = notice;
    return {
      id,
      kind,
      sentence: notice.sentence(name),
      name,
      path,
      picture,
      times,
      at: updatedAt,
      read: readAt !== null,
    };
  });
}
