import Database from "better-sqlite3";
import { join } from "node:path";

export type Truth = { key: string; seatKey: string; owner: string; known: number; at: number };

/** Whose every entry of a crucible is, and whether its picture was public with its owner's name before. */
export function truthOf(folder: string, crucible: number) {
  return asked<Truth>(
    folder,
    `SELECT e.key, e.seat_key AS seatKey, u.username AS owner, e.id AS at,
      m.published_at IS NOT NULL OR EXISTS (SELECT 1 FROM crucibles c WHERE c.cover_media_id = m.id)
        OR EXISTS (SELECT 1 FROM entries o JOIN crucibles c ON c.id = o.crucible_id
          WHERE o.media_id = m.id AND o.place IS NOT NULL AND c.status = 'completed') AS known
     FROM entries e JOIN users u ON u.id = e.entrant_id JOIN media m ON m.id = e.media_id
     WHERE e.crucible_id = ${crucible} AND e.withdrawn_at IS NULL ORDER BY e.id`,
  );
}

export function crucibleOf(folder: string, status: "active" | "completed") {
  const most = "ORDER BY entry_count DESC LIMIT 1";
  return asked<{ id: number }>(folder, `SELECT id FROM crucibles WHERE status = '${status}' ${most}`)[0]!.id;
}

export function peopleOf(folder: string) {
  return asked<{ username: string }>(folder, "SELECT username FROM users ORDER BY id").map(({ username }) => username);
}

function asked<T>(folder: string, query: string) {
  const database = new Database(join(folder, "crucible.db"), { readonly: true });
  try {
    return database.prepare<[], T>(query).all();
  } finally {
    database.close();
  }
}
