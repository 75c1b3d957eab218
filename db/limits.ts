import Database from "better-sqlite3";

/** The file in which rate limits are counted. It may be lost: it is neither replicated nor synced, and has its own lock. */
export function openLimits(file: string) {
  const sqlite = new Database(file, { timeout: 1000 });
  sqlite.pragma("journal_mode = WAL");
  sqlite.pragma("synchronous = OFF");
  return sqlite;
}
