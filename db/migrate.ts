import Database from "better-sqlite3";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { existsSync, rmSync } from "node:fs";

type MigrationFile = ReturnType<typeof readMigrationFiles>[number];
type Options = { file: string; folder?: string; backup?: string };

/**
 * Brings the file's schema up to date before anyone opens it to write, and tells how many migrations that took. A copy
 * is put at `backup` first when there is work to do. Two that start at once wait for each other. Throws, with nothing
 * changed, when rows without parents or missing triggers would be left behind.
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
    for (const migration of due) applyOne(sqlite, migration);
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

function checkTriggers(sqlite: Database.Database, migrations: MigrationFile[]) {
  const wanted = new Set<string>();
  for (const statement of migrations.flatMap((migration) => migration.sql)) {
    for (const [, verb, name] of statement.matchAll(/\b(CREATE|DROP) TRIGGER (?:IF (?:NOT )?EXISTS )?[`"]?(\w+)/gi)) {
      if (verb?.toUpperCase() === "CREATE") wanted.add(name!);
      else wanted.delete(name!);
    }
  }
  const present = sqlite.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").pluck().all() as string[];
  const missing = [...wanted].filter((name) => !present.includes(name));
  if (missing.length > 0) throw new Error(`Triggers that guard the data are missing: ${missing.join(", ")}.`);
}
