/** The place in a sorted list after which the next page begins: the sort key of its last row, and that row's id. */
export type Cursor = { key: string | number; id: number; rank: number };

/** A cursor as it stands in an address. */
export function writeCursor({ key, id, rank }: Cursor) {
  return btoa(encodeURIComponent(JSON.stringify([key, id, rank]))).replace(/=+$/, "");
}

/** Null for anything that is no cursor: then the list begins at its top. */
export function readCursor(text: string | null | undefined): Cursor | null {
  try {
    const [key, id, rank] = JSON.parse(decodeURIComponent(atob(text ?? ""))) as unknown[];
    const known =
      (typeof key === "string" || typeof key === "number") && Number.isSafeInteger(id) && Number.isSafeInteger(rank);
    return known ? { key, id: id as number, rank: rank as number } : null;
  } catch {
    return null;
  }
}

/** The same where the sort key is a number: a text in its place is no cursor. */
export function readNumberCursor(text: string | null | undefined) {
  const cursor = readCursor(text);
  return cursor && typeof cursor.key === "number" ? { ...cursor, key: cursor.key } : null;
}

/** The page's rows out of one more than it holds, and where the next one begins, or null at the end. */
export function pageOf<T>(rows: readonly T[], limit: number, cursorOf: (row: T) => Cursor) {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, next: rows.length > limit && last ? writeCursor(cursorOf(last)) : null };
}
