import { z } from "zod";
import { markAllRead, markRead, readNotifications, unreadCount } from "~/domain/notification/notifications.server";
import { endpoint } from "./endpoint";
import { Id, Instant, Paging, absolute, page } from "./shapes";

const Notification = z.object({
  id: z.number().int(),
  kind: z.string(),
  text: z.string(),
  url: z.url(),
  times: z.number().int(),
  read: z.boolean(),
  at: Instant,
});

const list = endpoint({
  method: "GET",
  path: "/notifications",
  who: "person",
  scope: "read",
  summary: "List your notifications, newest first",
  query: Paging,
  output: page(Notification),
  run: async ({ caller, viewer, query }) => {
    const { items, next } = await readNotifications({ ...viewer, id: caller!.id }, query);
    const rows = items.map(({ id, kind, sentence, path, times, read, at }) => ({
      id,
      kind,
      text: sentence,
      url: absolute(path),
      times,
      read,
      at: at.toISOString(),
    }));
    return { ok: true, value: { items: rows, next } };
  },
});

const unread = endpoint({
  method: "GET",
  path: "/notifications/unread",
  who: "person",
  scope: "read",
  summary: "Count your unread notifications",
  output: z.object({ unread: z.number().int() }),
  run: async ({ caller }) => ({ ok: true, value: { unread: await unreadCount(caller!.id) } }),
});

const readOne = endpoint({
  method: "POST",
  path: "/notifications/:id/read",
  who: "person",
  scope: "read",
  summary: "Mark a notification as read",
  params: Id,
  run: ({ caller, params, now, change }) =>
    change(async (tx) => {
      const done = await markRead(tx, { userId: caller!.id, notificationId: params.id, now });
      return done ? { ok: true, value: undefined } : { ok: false, reason: "not-found" };
    }),
});

const readAll = endpoint({
  method: "POST",
  path: "/notifications/read",
  who: "person",
  scope: "read",
  summary: "Mark all notifications as read",
  run: ({ caller, now, change }) =>
    change(async (tx) => {
      await markAllRead(tx, { userId: caller!.id, now });
      return { ok: true, value: undefined };
    }),
});

export const notificationEndpoints = [list, unread, readAll, readOne];
