/** A place in the list of notifications: those changed before it come next. */
export type NotificationCursor = { /** Milliseconds. */ updatedAt: number; id: number };

/** `1795255200000.7` as an address carries it; null for anything else. */
export function readNotificationCursor(text: string | null | undefined): NotificationCursor | null {
  const [, updatedAt, id] = /^(\d{1,15})\.(\d{1,15})$/.exec(text ?? "") ?? [];
  return updatedAt && id ? { updatedAt: Number(updatedAt), id: Number(id) } : null;
}

export function writeNotificationCursor({ updatedAt, id }: NotificationCursor) {
  return `${updatedAt}.${id}`;
}
