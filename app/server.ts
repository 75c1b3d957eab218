import { serve } from "@hono/node-server";
import type { ServerType } from "@hono/node-server";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { ServerBuild } from "@remix-run/node";
import { closeDatabase, openDatabase } from "~/db/client";
import type { JobRun } from "~/db/job-runs";
import { NotTheWriter, nobodyElseWrites, takeLease } from "~/db/lease";
import { migrateDatabase } from "~/db/migrate";
import { writesDone } from "~/db/write";
import { timetable } from "~/jobs/index";
import { startJobs } from "~/jobs/running";
import { clock } from "./web/clock.server";
import { createSite } from "./web/site.server";
import { env } from "./web/env.server";
import { logger } from "./web/log.server";

/** Starts everything in this process, in this order; see docs/runbook.md. */
async function start() {
  const settings = env();
  mkdirSync(settings.DATA_DIR, { recursive: true });
  const file = join(settings.DATA_DIR, "crucible.db");
  const waitMs = settings.WRITER_WAIT_SECONDS * 1000;
  await nobodyElseWrites(file, { waitMs });
  await migrateDatabase({ file, backup: join(settings.DATA_DIR, "before-migration.db") });
  openDatabase(file);
  const lease = await takeLease({ waitMs, onLost: giveUp });
  const jobs = await startJobs({ jobs: timetable, clock, schedule: settings.JOB_SCHEDULE, onRun: logRun });

  const pages = settings.NODE_ENV === "development" ? await developedPages() : await builtPages();
  const site = createSite(pages);
  const server = serve({ fetch: site.fetch, port: settings.PORT, hostname: settings.HOST, ...pages.server }, ({ port }) =>
    console.log(`Crucible is at ${settings.APP_URL ?? `http://localhost:${port}`}`),
  );
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop({ server, jobs, lease }));
}

type Running = { server: ServerType; jobs: { stop(): Promise<void> }; lease: { release(): Promise<void> } };

/** Takes no more requests, finishes those under way and the jobs, and leaves a whole file behind; in ten seconds at most. */
async function stop({ server, jobs, lease }: Running) {
  setTimeout(() => process.exit(1), 10_000).unref();
  setTimeout(() => "closeAllConnections" in server && server.closeAllConnections(), 6_000).unref();
  await Promise.all([new Promise((resolve) => server.close(resolve)), jobs.stop()]);
  await writesDone();
  await lease.release();
  closeDatabase();
  logger.info("stopped");
  process.exit(0);
}

function giveUp(error: Error) {
  logger.fatal({ err: error }, "this process may not write any more");
  process.exit(1);
}

function logRun({ name, startedAt, finishedAt, lateMs, error }: JobRun, failure: unknown) {
  const told = { job: name, tookMs: finishedAt.getTime() - startedAt.getTime(), lateMs };
  if (error === null) logger.debug(told, "a job ran");
  else logger.error({ ...told, err: failure }, "a job failed");
}

async function builtPages() {
  const build = (await import(new URL("./server/index.js", import.meta.url).href)) as ServerBuild;
  return { build, server: {} };
}

async function developedPages() {
  const { developmentPages } = await import("./web/development.server");
  return developmentPages();
}

start().catch((error: unknown) => {
  const expected = error instanceof NotTheWriter || (error instanceof Error && error.message.startsWith("Wrong settings"));
  console.error(expected ? error.message : error);
  process.exit(1);
});
