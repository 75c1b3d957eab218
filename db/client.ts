import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { keepStatements } from "./kept-statements";
import { processSingleton } from "./singleton";
import * as schema from "./tables";
import { reportSlowQueries } from "./slow-queries";
import type { SlowQuery } from "./slow-queries";

/** A connection to query by: the writer's inside a verb, the read-only one elsewhere. */
export type Db = ReturnType<typeof connect>;

/** The connection of a verb that runs inside `write`. */
export type Tx = Db;

type Handle = { file: string; writer: Database.Database; reader: Database.Database; tx: Tx; read: Db };

const open: { handle: Handle | null } = processSingleton("database", () => ({ handle: null }));

type OpenOptions = { replicated?: boolean; onSlow?: (query: SlowQuery) => void };

/** Opens the database for this process; `replicated` leaves checkpoints to Litestream, the only one that may do them. */
export function openDatabase(file: string, { replicated = false, onSlow }: OpenOptions = {}) {
  if (open.handle) throw new Error(`A database is already open: ${open.handle.file}`);
  const writer = new Database(file, { timeout: 5000 });
  for (const pragma of writerPragmas(replicated)) writer.pragma(pragma);
  const reader = new Database(file, { readonly: true, timeout: 5000 });
  for (const pragma of readerPragmas) reader.pragma(pragma);
  if (onSlow) for (const sqlite of [writer, reader]) reportSlowQueries(sqlite, onSlow);
  open.handle = { file, writer, reader, tx: connect(writer), read: connect(reader) };
}

/** Closes both connections. A database that is not open is left alone. */
export function closeDatabase() {
  open.handle?.reader.close();
  open.handle?.writer.close();
  open.handle = null;
}

/** For pages and reports: a connection on which the engine itself refuses to write. */
export function reader(): Db {
  return handle().read;
}

/** One more connection that only reads, of its own, for a worker thread. */
export function connectReadOnly(file: string): { db: Db; close: () => void } {
  const sqlite = new Database(file, { readonly: true, timeout: 5000 });
  for (const pragma of readerPragmas) sqlite.pragma(pragma);
  return { db: connect(sqlite), close: () => sqlite.close() };
}

/** The raw connections: for the write queue, migrations, health and backups only. */
export function handle(): Handle {
  if (!open.handle) throw new Error("The database is not open.");
  return open.handle;
}

function connect(sqlite: Database.Database) {
  return drizzle(keepStatements(sqlite), { schema, casing: "snake_case" });
}

function writerPragmas(replicated: boolean) {
  return [
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "recursive_triggers = ON",
    "trusted_schema = OFF",
    "cache_size = -65536",
    "temp_store = MEMORY",
    "journal_size_limit = 67108864",
    ...(replicated ? ["wal_autocheckpoint = 0"] : []),
  ];
}

const readerPragmas = ["query_only = ON", "trusted_schema = OFF", "cache_size = -65536", "temp_store = MEMORY"];
