import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { reader } from "~/db/client";
import { recordRun } from "~/db/job-runs";
import type { JobRun } from "~/db/job-runs";
import { jobRuns } from "~/db/schema/job";
import { localStorage } from "~/domain/media/local-storage.server";
import { setStorage } from "~/domain/media/storage.server";
import { useDatabase } from "~/tests/database";
import { timetable } from "./index";
import type { Job } from "./index";
import { startJobs } from "./running";

const { folder } = useDatabase();

const EVERY_SECOND = "* * * * * *";
/** Once a year, half a year from now. */
const NEVER_SOON = `0 0 1 ${((new Date().getUTCMonth() + 6) % 12) + 1} *`;
const clock = { now: () => new Date("2030-01-01T00:00:00Z") };

function ranAt(name: string, startedAt: Date) {
  return recordRun({ name, startedAt, finishedAt: startedAt, lateMs: 0, error: null });
}

async function watch(jobs: Job[], during: () => Promise<unknown>) {
  const runs: JobRun[] = [];
  const kept = await startJobs({ jobs, clock, onRun: (run) => void runs.push(run) });
  await during();
  await kept.stop();
  return runs;
}

test("a job that was missed while nothing ran is caught up at boot, once, and says how late it was", async () => {
  await ranAt("yearly", new Date(Date.now() - 400 * 86_400_000));
  const runs = await watch([{ name: "yearly", schedule: NEVER_SOON, run: async () => {} }], () => sleep(50));
  expect(runs).toHaveLength(1);
  expect(runs[0]!.lateMs).toBeGreaterThan(0);
  const again = await watch([{ name: "yearly", schedule: NEVER_SOON, run: async () => {} }], () => sleep(50));
  expect(again).toEqual([]);
});

test("a job whose time has not come is left alone at boot", async () => {
  await ranAt("yearly", new Date());
  expect(await watch([{ name: "yearly", schedule: NEVER_SOON, run: async () => {} }], () => sleep(50))).toEqual([]);
});

test("a job gets the site's time, not the machine's", async () => {
  const seen: Date[] = [];
  await watch([{ name: "a", schedule: NEVER_SOON, run: async ({ now }) => void seen.push(now) }], () => sleep(50));
  expect(seen).toEqual([clock.now()]);
});

test("a job that fails is written down as failed and hinders no other", async () => {
  const failing = { name: "failing", schedule: NEVER_SOON, run: () => Promise.reject(new Error("broken")) };
  const fine = { name: "fine", schedule: NEVER_SOON, run: async () => {} };
  await watch([failing, fine], () => sleep(50));
  const rows = await reader().select().from(jobRuns).orderBy(jobRuns.name);
  expect(rows).toMatchObject([
    { name: "failing", runs: 1, failures: 1, error: "Error: broken" },
    { name: "fine", runs: 1, failures: 0, error: null },
  ]);
});

test("a run that throws before its first await is a failure like any other", async () => {
  const runs = await watch(
    [
      {
        name: "a",
        schedule: NEVER_SOON,
        run: () => {
          throw new Error("at once");
        },
      },
    ],
    () => sleep(50),
  );
  expect(runs).toMatchObject([{ error: "Error: at once" }]);
});

test("a slow run is never joined by a second one, and stopping waits for it", async () => {
  let inside = 0;
  let most = 0;
  let finished = 0;
  await watch(
    [
      {
        name: "slow",
        schedule: EVERY_SECOND,
        run: async () => {
          most = Math.max(most, ++inside);
          await sleep(1500);
          inside--;
          finished++;
        },
      },
    ],
    () => sleep(2500),
  );
  expect(most).toBe(1);
  expect(inside).toBe(0);
  expect(finished).toBeGreaterThan(0);
});

test("after stopping nothing begins", async () => {
  let runs = 0;
  await watch([{ name: "a", schedule: EVERY_SECOND, run: async () => void runs++ }], () => sleep(10));
  const before = runs;
  await sleep(1200);
  expect(runs).toBe(before);
});

test("every job of the timetable has a name of its own and runs on an empty site", async () => {
  expect(new Set(timetable.map((job) => job.name)).size).toBe(timetable.length);
  setStorage(localStorage(folder()));
  const runs = await watch(
    timetable.map((job) => ({ ...job, schedule: NEVER_SOON })),
    () => sleep(200),
  );
  expect(runs.map((run) => run.error)).toEqual(timetable.map(() => null));
});
