import Database from "better-sqlite3";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, inject, test } from "vitest";
import { commentableKinds, reportableKinds, subjectKinds } from "~/domain/subject/kinds";
import { migrateDatabase } from "./migrate";
import { createViews, wantedViews } from "./views/creating";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "crucible-seams-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A site as it was before the migration `tag`. */
async function siteBefore(tag: string) {
  const to = join(folder, "migrations");
  cpSync("db/migrations", to, { recursive: true });
  const path = join(to, "meta/_journal.json");
  const journal = JSON.parse(readFileSync(path, "utf8")) as { entries: { tag: string }[] };
  const entries = journal.entries.slice(
    0,
    journal.entries.findIndex((entry) => entry.tag === tag),
  );
  writeFileSync(path, JSON.stringify({ ...journal, entries }));
  const file = join(folder, "site.db");
  await migrateDatabase({ file, folder: to });
  return file;
}

const crucible = `INSERT INTO crucibles (id, creator_id, request_key, status, name, description, duration_hours, starts_at,
  ends_at, entries_close_at, entry_fee, setup_fee, entries_per_person, levels, media_kinds, prizes, log_salt, created_at)
  VALUES (7, 1, 'k', 'active', 'Ember', 'Glowing coals', 8, 1, 9, 8, 0, 0, 1, 3, 1, '[100]', 's', 1)`;

const rows = `
  INSERT INTO users (id, username, created_at) VALUES (1, 'ana', 1);
  ${crucible};
  INSERT INTO comments (id, author_id, subject_kind, subject_id, body, reaction_count, created_at)
    VALUES (3, 1, 'crucible', 7, 'Fine', 1, 1), (9, 1, 'crucible', 7, 'Gone', 0, 1);
  DELETE FROM comments WHERE id = 9;
  INSERT INTO reactions (comment_id, user_id, kind, created_at) VALUES (3, 1, 'heart', 1);
  INSERT INTO reports (id, reporter_id, subject_kind, subject_id, reason, created_at) VALUES (4, 1, 'user', 1, 'Rude', 1);
  INSERT INTO crucible_drafts (user_id, data, updated_at, expires_at) VALUES (1, '{"name":"Half"}', 5, 6);`;

test("drafts, comments, reactions, reports and search survive the move to kinds, and no number is given twice", async () => {
  const file = await siteBefore("0006_seams");
  const before = new Database(file);
  before.exec(rows);
  before.close();
  await migrateDatabase({ file });
  const after = new Database(file);
  after.pragma("foreign_keys = ON");
  const all = (sql: string) => after.prepare(sql).raw().all();
  expect(all("SELECT * FROM drafts")).toEqual([[1, "crucible", '{"name":"Half"}', 5, 6]]);
  expect(all("SELECT id, body, reaction_count FROM comments")).toEqual([[3, "Fine", 1]]);
  expect(all("SELECT comment_id, kind FROM reactions")).toEqual([[3, "heart"]]);
  expect(all("SELECT id, subject_kind, reason FROM reports")).toEqual([[4, "user", "Rude"]]);
  const found =
    "SELECT subject_id FROM search_documents JOIN search_index ON search_index.rowid = id WHERE search_index MATCH ";
  expect(all(`${found} 'coal*'`)).toEqual([[7]]);
  after.exec("UPDATE crucibles SET name = 'Ash', description = 'Cold' WHERE id = 7");
  expect([all(`${found} 'coal*'`), all(`${found} 'ash'`)]).toEqual([[], [[7]]]);
  const comment = (kind: string) =>
    after.exec(
      `INSERT INTO comments (author_id, subject_kind, subject_id, body, created_at) VALUES (1, '${kind}', 1, 'x', 1)`,
    );
  comment("media");
  expect(all("SELECT max(id) FROM comments")).toEqual([[10]]);
  for (const kind of ["user", "nothing"]) expect(() => comment(kind)).toThrow("commented on");
  expect(() => after.exec("UPDATE comments SET subject_id = 8")).toThrow("stays where it was written");
  after.exec("DELETE FROM comments WHERE id = 3");
  expect(all("SELECT count(*) FROM reactions")).toEqual([[0]]);
  after.close();
});

test("the database lets the same kinds be commented on and reported as the program", () => {
  const sqlite = new Database(inject("template"), { readonly: true });
  const kinds = (where: string) =>
    (sqlite.prepare(`SELECT kind FROM subject_kinds WHERE ${where}`).pluck().all() as string[]).sort();
  expect(kinds("1")).toEqual([...subjectKinds].sort());
  expect(kinds("commentable")).toEqual([...commentableKinds].sort());
  expect(kinds("reportable")).toEqual([...reportableKinds].sort());
  sqlite.close();
});

test("views have an arm for each kind, are made anew when one is added, and left alone when nothing changed", () => {
  const file = join(folder, "views.db");
  cpSync(inject("template"), file);
  const sqlite = new Database(file);
  const version = () => sqlite.pragma("schema_version", { simple: true });
  const before = version();
  createViews(sqlite);
  expect(version()).toBe(before);
  const arm = "SELECT 'clan', 5, 'Kiln', 'active', 1, 2, 3, 0, 0, NULL";
  createViews(sqlite, wantedViews([{ on_now: [arm] }, { on_now: [arm] }, { media_uses: [], results: [] }]));
  expect(sqlite.prepare("SELECT kind, name FROM on_now").all()).toEqual(
    Array.from({ length: 2 }, () => ({ kind: "clan", name: "Kiln" })),
  );
  createViews(sqlite);
  expect(sqlite.prepare("SELECT count(*) FROM on_now").pluck().get()).toBe(0);
  sqlite.close();
});

test("asking where one media item is in use, or how one person placed, reads by an index", () => {
  const sqlite = new Database(inject("template"), { readonly: true });
  const plan = (sql: string) =>
    (sqlite.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[]).map(({ detail }) => detail).join("\n");
  const unused = `SELECT id FROM media WHERE owner_id = 1 AND NOT EXISTS (
    SELECT 1 FROM media_uses u WHERE u.media_id = media.id AND u.use = 'entry')`;
  for (const sql of [unused, "SELECT count(*), min(place) FROM results WHERE person_id = 1"])
    // With several arms the view itself is scanned: what the arms have found by their indexes.
    expect(plan(sql)).not.toMatch(/SCAN (?!results$)|AUTOMATIC/m);
  sqlite.close();
});
