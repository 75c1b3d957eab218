import { expect, test } from "vitest";
import { useDatabase } from "~/tests/database";
import { NOON, hoursLater } from "~/tests/factories";
import { databaseMetrics } from "./metrics";
import { recordRun } from "./job-runs";

useDatabase();

function ran(name: string, error: string | null) {
  return recordRun({ name, startedAt: NOON, finishedAt: hoursLater(1), lateMs: 0, error });
}

test("the operator sees when each job last ran, and whether that failed", async () => {
  await ran("settle-crucibles", "a broken page");
  await ran("drain-events", "a broken page");
  await ran("drain-events", null);
  const at = hoursLater(1).getTime() / 1000;
  expect(Object.fromEntries(databaseMetrics.crucible_job_last_run_seconds.read())).toEqual({
    "settle-crucibles": at,
    "drain-events": at,
  });
  expect(Object.fromEntries(databaseMetrics.crucible_job_last_run_failed.read())).toEqual({
    "settle-crucibles": 1,
    "drain-events": 0,
  });
});
