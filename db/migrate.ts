import Database from "better-sqlite3";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { existsSync, rmSync } from "node:fs";
import { createViews, dropViews } from "./views/creating";

type MigrationFile = ReturnType<typeof readMigrationFiles>[number];
type Options = { file: string; folder?: string; backup?: string };

/**
 * Brings the file's schema up to date before anyone opens it to write, and tells how many migrations that took. A copy
 * is put at `backup` first when there is work to do. Two that start at once wait for each other. Throws, with nothing
 * changed, when rows without parents, or triggers missing or other than written, would be left behind.
 *
 * Not drizzle's own migrator: that one runs inside BEGIN, where `foreign_keys = OFF` does nothing, so that rebuilding a
 * table deletes its children.
 */
export async function migrateDatabase({ file, folder = "db/migrations", backup }: Options) {
  const migrations = readMigrationFiles({ migrationsFolder: folder });
  const existed = existsSync(file);
  const sqlite = new Database(file, { timeout: 60_000 });
  try {
    sqlite.pragma("journal_mode = WAL");
    sqlite.pragma("synchronous = FULL");
    if (existed && backup && waiting(sqlite, migrations).length > 0) await copy(sqlite, backup);
    sqlite.pragma("foreign_keys = OFF");
    return { applied: apply(sqlite, migrations) };
  } finally {
    sqlite.close();
  }
}

async function copy(sqlite: Database.Database, backup: string) {
  rmSync(backup, { force: true });
  await sqlite.backup(backup);
}

function apply(sqlite: Database.Database, migrations: MigrationFile[]) {
  sqlite.exec("BEGIN IMMEDIATE");
  try {
    sqlite.exec(
      "CREATE TABLE IF NOT EXISTS __drizzle_migrations (id INTEGER PRIMARY KEY, hash TEXT NOT NULL, created_at INTEGER) STRICT",
    );
    const due = waiting(sqlite, migrations);
    if (due.length > 0) dropViews(sqlite);
    for (const migration of due) applyOne(sqlite, migration);
    createViews(sqlite);
    checkForeignKeys(sqlite);
    checkTriggers(sqlite, migrations);
    sqlite.exec("COMMIT");
    return due.length;
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec("ROLLBACK");
    throw error;
  }
}

function applyOne(sqlite: Database.Database, migration: MigrationFile) {
  for (const statement of migration.sql) sqlite.exec(statement);
  sqlite
    .prepare("INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)")
    .run(migration.hash, migration.folderMillis);
}

function waiting(sqlite: Database.Database, migrations: MigrationFile[]) {
  const known = sqlite.prepare("SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'").get();
  if (!known) return migrations;
  const last = sqlite.prepare("SELECT coalesce(max(created_at), 0) AS at FROM __drizzle_migrations").get() as {
    at: number;
  };
  return migrations.filter((migration) => migration.folderMillis > last.at);
}

function checkForeignKeys(sqlite: Database.Database) {
  const orphans = sqlite.pragma("foreign_key_check") as { table: string }[];
  if (orphans.length > 0)
    throw new Error(`A migration would break the foreign keys of ${orphans.length} rows of ${orphans[0]?.table}.`);
}

/** Word for word as the migrations write them: a trigger of the right name that says less guards nothing. */
function checkTriggers(sqlite: Database.Database, migrations: MigrationFile[]) {
  const present = readTriggers(sqlite);
  const wanted = [...writtenTriggers(migrations)];
  const missing = wanted.filter(([name]) => !present.has(name)).map(([name]) => name);
  if (missing.length > 0) throw new Error(`Triggers that guard the data are missing: ${missing.join(", ")}.`);
  const changed = wanted.filter(([name, text]) => present.get(name) !== text).map(([name]) => name);
  if (changed.length > 0) throw new Error(`Triggers that guard the data say something else: ${changed.join(", ")}.`);
}

/** What all migrations together make of an empty database. */
function writtenTriggers(migrations: MigrationFile[]) {
  const scratch = new Database(":memory:");
  try {
    for (const statement of migrations.flatMap(({ sql }) => sql)) scratch.exec(statement);
    return readTriggers(scratch);
  } finally {
    scratch.close();
  }
}

function readTriggers(sqlite: Database.Database) {
  const rows = sqlite.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").raw().all();
  return new Map(rows as [name: string, text: string][]);
}
