import Database from "better-sqlite3";
import { getTableConfig, SQLiteTable } from "drizzle-orm/sqlite-core";
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, inject, test } from "vitest";
import { migrateDatabase } from "./migrate";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "crucible-migrate-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function look<T>(file: string, ask: (sqlite: Database.Database) => T) {
  const sqlite = new Database(file, { readonly: true });
  try {
    return ask(sqlite);
  } finally {
    sqlite.close();
  }
}

/** The migrations as they were before the last `less` of them. */
function earlier(less: number) {
  const to = join(folder, "migrations");
  cpSync("db/migrations", to, { recursive: true });
  const path = join(to, "meta/_journal.json");
  const journal = JSON.parse(readFileSync(path, "utf8")) as { entries: unknown[] };
  writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, -less) }));
  return { to, known: journal.entries.length };
}

test("every table is STRICT but those for searching", () => {
  const lax = look(inject("template"), (sqlite) =>
    sqlite
      .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0")
      .pluck()
      .all(),
  );
  expect((lax as string[]).filter((name) => !name.startsWith("sqlite_"))).toEqual([]);
});

test("the migrations make the tables that the schema speaks of, column for column and key for key", async () => {
  const files = readdirSync("db/schema").filter((name) => name.endsWith(".ts"));
  const modules = await Promise.all(
    files.map((name) => import(join(process.cwd(), "db/schema", name)) as Promise<Record<string, unknown>>),
  );
  const tables = modules
    .flatMap((module) => Object.values(module))
    .filter((value) => value instanceof SQLiteTable)
    .map((table) => getTableConfig(table));
  expect(tables.length).toBeGreaterThan(20);
  for (const { name, columns, foreignKeys, indexes } of tables) {
    const made = look(inject("template"), (sqlite) => ({
      columns: sqlite.prepare("SELECT name FROM pragma_table_info(?)").pluck().all(name) as string[],
      keys: sqlite.prepare('SELECT "from" FROM pragma_foreign_key_list(?)').pluck().all(name) as string[],
      indexes: sqlite.prepare("SELECT name FROM pragma_index_list(?) WHERE origin = 'c'").pluck().all(name) as string[],
    }));
    expect({ name, count: made.columns.length, keys: made.keys.length }).toEqual({
      name,
      count: columns.length,
      keys: foreignKeys.length,
    });
    expect(made.indexes).toEqual(expect.arrayContaining(indexes.map(({ config }) => config.name)));
  }
});

test("a site of yesterday gets what is new, keeps its rows, and has a copy of before beside it", async () => {
  const { to, known } = earlier(1);
  const [file, backup] = [join(folder, "site.db"), join(folder, "before.db")];
  expect(await migrateDatabase({ file, folder: to, backup })).toEqual({ applied: known - 1 });
  expect(existsSync(backup)).toBe(false);
  const sqlite = new Database(file);
  sqlite.exec("INSERT INTO users (username, created_at) VALUES ('ana', 1)");
  sqlite.close();
  expect(await migrateDatabase({ file, backup })).toEqual({ applied: 1 });
  expect(await migrateDatabase({ file, backup })).toEqual({ applied: 0 });
  const names = (path: string) => look(path, (one) => one.prepare("SELECT username FROM users").pluck().all());
  expect([names(file), names(backup)]).toEqual([["ana"], ["ana"]]);
});

test("a migration that would leave rows without parents changes nothing", async () => {
  const { to, known } = earlier(1);
  const file = join(folder, "site.db");
  await migrateDatabase({ file, folder: to });
  const sqlite = new Database(file);
  sqlite.pragma("foreign_keys = OFF");
  sqlite.exec("INSERT INTO crucible_base_models (crucible_id, base_model_id) VALUES (7, 7)");
  sqlite.close();
  await expect(migrateDatabase({ file })).rejects.toThrow("foreign keys");
  expect(look(file, (one) => one.prepare("SELECT count(*) FROM __drizzle_migrations").pluck().get())).toBe(known - 1);
});

test.each([
  ["missing", "DROP TRIGGER transfers_no_delete", "are missing: transfers_no_delete"],
  [
    "of the right name but other words",
    `DROP TRIGGER transfers_no_delete;
      CREATE TRIGGER transfers_no_delete BEFORE DELETE ON transfers WHEN OLD.id > 9 BEGIN SELECT RAISE(ABORT, 'no'); END`,
    "say something else: transfers_no_delete",
  ],
  [
    "hollow",
    `DROP TRIGGER crucibles_over_hold_nothing;
      CREATE TRIGGER crucibles_over_hold_nothing AFTER UPDATE OF status ON crucibles BEGIN SELECT 1; END`,
    "say something else: crucibles_over_hold_nothing",
  ],
])("a trigger that is %s keeps the site from starting", async (_, damage, words) => {
  const file = join(folder, "site.db");
  await migrateDatabase({ file });
  const sqlite = new Database(file);
  sqlite.exec(damage);
  sqlite.close();
  await expect(migrateDatabase({ file })).rejects.toThrow(words);
});
