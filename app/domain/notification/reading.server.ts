import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { reader } from "~/db/client";
import type { Tx } from "~/db/client";
import { prepared } from "~/db/prepared";
import { crucibles } from "~/db/schema/crucible";
import { entries } from "~/db/schema/entry";
import { notifications } from "~/db/schema/notification";
import { pageOf, readNumberCursor } from "~/domain/list/keyset";
import { mediaViews } from "~/domain/media/library.server";
import { holdsLevel } from "~/domain/media/levels";
import type { Viewer } from "~/domain/media/levels";
import { NotificationData, notificationKinds } from "./schema";
import type { Notice, NotificationKind } from "./schema";
import { path, sentence } from "./words";

type Reader = Viewer & { id: number };
type Row = typeof notifications.$inferSelect;

const statements = prepared((db) => ({
  unread: db
    .select({ unread: sql<number>`count(*)` })
    .from(notifications)
    .where(and(eq(notifications.userId, sql.placeholder("userId")), isNull(notifications.readAt)))
    .prepare(),
}));

/** The number on the bell. */
export async function unreadCount(userId: number) {
  return (await statements(reader()).unread.get({ userId }))!.unread;
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
    .where(and(eq(notifications.userId, viewer.id), inArray(notifications.kind, [...notificationKinds]), behind))
    .orderBy(desc(notifications.updatedAt), desc(notifications.id))
    .limit(limit + 1);
  const { rows, next } = pageOf(found, limit, ({ updatedAt, id }) => ({ key: updatedAt.getTime(), id, rank: 0 }));
  return { items: await dress(viewer, rows), next };
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

async function dress(viewer: Reader, rows: Row[]) {
  const known = rows.map((row) => ({ row, about: about(row) }));
  const contests = await findCrucibles(
    viewer,
    known.flatMap(({ about }) => about.crucibleId ?? []),
  );
  const entered = await findEntryMedia(known.flatMap(({ about }) => about.entryId ?? []));
  const mediaOf = ({ mediaId, entryId, crucibleId }: About) =>
    mediaId ?? (entryId ? entered.get(entryId) : crucibleId ? contests.get(crucibleId)?.coverMediaId : null) ?? null;
  const views = await mediaViews(
    reader(),
    viewer,
    known.flatMap(({ about }) => mediaOf(about) ?? []),
  );
  return known.map(({ row, about }) => {
    const name = about.crucibleId ? (contests.get(about.crucibleId)?.name ?? null) : null;
    const notice = { kind: row.kind, data: about.data, times: row.times, name } as Notice;
    const picture = views.get(mediaOf(about) ?? 0) ?? null;
    const { id, updatedAt, readAt } = row;
    return {
      id,
      kind: notice.kind,
      sentence: sentence(notice),
      name: notice.name,
      path: path(notice),
      picture,
      times: row.times,
      at: updatedAt,
      read: readAt !== null,
    };
  });
}

type About = { data: unknown; crucibleId: number | null; mediaId: number | null; entryId: number | null };

type Named = { crucibleId?: number; entryId?: number; subjectKind?: string; subjectId?: number };

function about({ kind, data }: Row): About {
  const known = NotificationData[kind as NotificationKind].parse(data) as Named;
  const { crucibleId, entryId = null, subjectKind, subjectId = null } = known;
  const mediaId = subjectKind === "media" ? subjectId : null;
  return { data: known, crucibleId: crucibleId ?? (subjectKind === "crucible" ? subjectId : null), mediaId, entryId };
}

/** Names and covers of crucibles that the viewer's levels meet; of one's own in any case. */
async function findCrucibles(viewer: Reader, ids: number[]) {
  const { id, name, coverMediaId, levels, creatorId } = crucibles;
  const rows = await reader()
    .select({ id, name, coverMediaId, levels, creatorId })
    .from(crucibles)
    .where(inArray(crucibles.id, ids));
  const shown = rows.filter((row) => row.creatorId === viewer.id || holdsLevel(viewer.levels, row.levels));
  return new Map(shown.map((row) => [row.id, row]));
}

async function findEntryMedia(ids: number[]) {
  const rows = await reader()
    .select({ id: entries.id, mediaId: entries.mediaId })
    .from(entries)
    .where(inArray(entries.id, ids));
  return new Map(rows.map(({ id, mediaId }) => [id, mediaId]));
}
