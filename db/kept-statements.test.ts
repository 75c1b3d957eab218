import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keepStatements } from "./kept-statements";

let sqlite: Database.Database;
let kept: Database.Database;
let preparations: string[];

beforeEach(() => {
  sqlite = new Database(":memory:");
  sqlite.exec("CREATE TABLE n (i INTEGER); INSERT INTO n VALUES (1), (2), (3)");
  preparations = [];
  const prepare = sqlite.prepare.bind(sqlite);
  sqlite.prepare = ((text: string) => {
    preparations.push(text);
    return prepare(text);
  }) as typeof sqlite.prepare;
  kept = keepStatements(sqlite);
});

afterEach(() => sqlite.close());

test("a text is prepared once for rows as objects and once for rows as arrays", () => {
  const text = "SELECT i FROM n WHERE i < ?";
  for (let i = 0; i < 3; i++) {
    expect(kept.prepare(text).all(3)).toEqual([{ i: 1 }, { i: 2 }]);
    expect(kept.prepare(text).raw().all(2)).toEqual([[1]]);
    expect(kept.prepare(text).get(2)).toEqual({ i: 1 });
    expect(kept.prepare(text).raw().get(2)).toEqual([1]);
  }
  expect(preparations).toEqual([text, text]);
});

test("an iteration neither blocks the same query nor is disturbed by it", () => {
  const text = "SELECT i FROM n ORDER BY i";
  const seen = [];
  for (const row of kept.prepare(text).iterate()) {
    seen.push(row);
    expect(kept.prepare(text).all()).toHaveLength(3);
  }
  expect(seen).toEqual([{ i: 1 }, { i: 2 }, { i: 3 }]);
});

test("a changed schema is noticed", () => {
  const text = "SELECT * FROM n WHERE i = 1";
  expect(kept.prepare(text).get()).toEqual({ i: 1 });
  sqlite.exec("ALTER TABLE n ADD COLUMN j INTEGER NOT NULL DEFAULT 5");
  expect(kept.prepare(text).get()).toEqual({ i: 1, j: 5 });
});

test("of a thousand texts the latest are kept", () => {
  for (let i = 0; i < 1000; i++) kept.prepare(`SELECT ${i}`).get();
  kept.prepare("SELECT 999").get();
  expect(preparations).toHaveLength(1000);
  kept.prepare("SELECT 0").get();
  expect(preparations).toHaveLength(1001);
});
