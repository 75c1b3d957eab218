import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { reportSlowQueries } from "./slow-queries";
import type { SlowQuery } from "./slow-queries";

const SLOW =
  "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000000) SELECT count(*) AS n FROM n";

test("a slow statement is told with its words and time, a quick one is not, and both answer as before", () => {
  const sqlite = new Database(":memory:");
  const told: SlowQuery[] = [];
  reportSlowQueries(sqlite, (query) => told.push(query));
  expect(sqlite.prepare("SELECT 7 AS seven").get()).toEqual({ seven: 7 });
  expect(sqlite.prepare("SELECT ? AS one").pluck().all(1)).toEqual([1]);
  expect(told).toEqual([]);
  expect(sqlite.prepare(SLOW).raw().get()).toEqual([5000000]);
  expect(told).toEqual([{ sql: SLOW, tookMs: expect.any(Number) }]);
  expect(told[0]!.tookMs).toBeGreaterThan(100);
});
