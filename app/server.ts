import { serve } from "@hono/node-server";
import type { ServerType } from "@hono/node-server";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { ServerBuild } from "@remix-run/node";
import { bucketSettings } from "~/db/bucket";
import { closeDatabase, openDatabase } from "~/db/client";
import { databaseMetrics } from "~/db/metrics";
import { NotTheWriter, leaseLeft, waitForOtherWriters, takeLease } from "~/db/lease";
import { openLimits } from "~/db/limits";
import { migrateDatabase } from "~/db/migrate";
import { watchReplica } from "~/db/replica-lag";
import { seedDemo } from "~/db/seed";
import { demoJudge } from "~/db/seed/demo-judge";
import { DEMO_PASSWORD, demoPeople } from "~/db/seed/account";
import { write, writesDone } from "~/db/write";
import { seedCatalog } from "~/domain/catalog/catalog.server";
import { localStorage } from "~/domain/media/local-storage.server";
import { bucketMismatch } from "~/domain/media/bucket-mismatch.server";
import { mediaBucket } from "~/domain/media/s3-settings.server";
import { s3Storage } from "~/domain/media/s3-storage.server";
import { setStorage, isStoreDown, storage } from "~/domain/media/storage.server";
import { copyTombstones } from "~/jobs/profile";
import { timetable } from "~/jobs/index";
import { startJobs } from "~/jobs/running";
import { endpoints } from "./api/all";
import { createApi } from "./api/router.server";
import { access } from "./routes/all-access";
import { setHorizon } from "./domain/challenge/horizon/filling.server";
import { setJudge } from "./domain/challenge/judge/port.server";
import { configuredJudge } from "./web/outgoing/configured-judge.server";
import { clock } from "./web/server/clock.server";
import { createSite } from "./web/server/site.server";
import { env } from "./web/server/env.server";
import type { Environment } from "./web/server/env.server";
import { logger } from "./web/server/log.server";
import { addGauges } from "./web/server/metrics.server";
import { diskCheck } from "./web/server/readiness.server";
import { logJobRun, logSlowQuery } from "./web/server/job-log.server";

// The largest upload over a slow line takes minutes; headers never do.
const TIME_LIMITS = { headersTimeout: 15_000, requestTimeout: 600_000, keepAliveTimeout: 20_000 };

/** Seconds that the bucket may be behind before somebody should look. */
const MAX_LAG = 30;

/** Starts everything in this process, in this order; see docs/runbook.md. */
async function start() {
  const [settings, copies, bucket] = [env(), bucketSettings(), mediaBucket()];
  mkdirSync(settings.DATA_DIR, { recursive: true });
  const waitMs = settings.WRITER_WAIT_SECONDS * 1000;
  await openData(settings, waitMs);
  setStorage(bucket ? s3Storage(bucket) : localStorage(settings.DATA_DIR));
  setHorizon(settings.CHALLENGE_DAYS);
  setJudge(configuredJudge(settings) ?? (settings.STAGE === "trial" && settings.DEMO ? demoJudge : null));
  if (bucket && !settings.NEW_MEDIA) await recognizeMedia(bucket.bucket);
  const lag = measureLag(settings);
  const lease = await takeLease({ waitMs, onLost: giveUp });
  await write((tx) => seedCatalog(tx, { now: clock.now() }));
  if (settings.STAGE === "trial" && settings.DEMO) await showDemo(settings);
  rmSync(join(settings.DATA_DIR, "arriving"), { recursive: true, force: true });
  if (copies) await buryAgain();
  const jobs = await startJobs({ jobs: timetable, clock, schedule: settings.JOB_SCHEDULE, onRun: logJobRun });

  const pages = settings.NODE_ENV === "development" ? await developedPages() : await builtPages();
  const limits = settings.RATE_LIMITS === "on" ? openLimits(join(settings.DATA_DIR, "limits.db")) : null;
  const asked = { ...checks(settings.DATA_DIR, lag), ...(bucket ? { media: mediaCheck } : {}) };
  const api = createApi({ endpoints, limits });
  const site = createSite({ api, build: pages.build, access, limits, checks: asked, stopping: () => stopping });
  const server = listen(settings, { fetch: site.fetch, ...pages.server, serverOptions: TIME_LIMITS });
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop({ server, jobs, lease }));
}

async function openData({ DATA_DIR, REPLICATED }: Environment, waitMs: number) {
  const file = join(DATA_DIR, "crucible.db");
  await waitForOtherWriters(file, { waitMs });
  await migrateDatabase({ file, backup: join(DATA_DIR, "before-migration.db") });
  openDatabase(file, { onSlow: logSlowQuery, replicated: REPLICATED });
}

/** Shows the database's figures and the replica's lag as metrics; gives what reads the lag, in seconds. */
function measureLag({ REPLICATED, LITESTREAM_PORT }: Environment) {
  const lag = REPLICATED ? watchReplica(LITESTREAM_PORT).lagSeconds : () => 0;
  addGauges({
    ...databaseMetrics,
    crucible_replica_lag_seconds: { help: "How far the replica in the bucket is behind", read: lag },
  });
  return lag;
}

function listen(settings: Environment, options: Parameters<typeof serve>[0]) {
  return serve({ ...options, port: settings.PORT, hostname: settings.HOST }, ({ port }) => {
    if (!settings.APP_URL) settings.appUrl.port = String(port); // with PORT=0 it is known only now
    console.log(`Crucible is running at ${settings.appUrl.origin}`);
  });
}

async function showDemo({ DATA_DIR, SIGN_UP_GRANT }: Environment) {
  await seedDemo({ now: clock.now(), grant: SIGN_UP_GRANT, folder: DATA_DIR });
  console.log(`Sign in as ${demoPeople.join(", ")}; the password is ${DEMO_PASSWORD}`);
}

type Running = { server: ServerType; jobs: { stop(): Promise<void> }; lease: { release(): Promise<void> } };

let stopping = false;

/** Takes no more requests, finishes those under way and the jobs, and leaves a whole file behind; in ten seconds at most. */
async function stop({ server, jobs, lease }: Running) {
  stopping = true;
  setTimeout(() => process.exit(1), 10_000).unref();
  setTimeout(() => "closeAllConnections" in server && server.closeAllConnections(), 6_000).unref();
  // What was sent before is heard, also by a loop that is late: it reads in every turn.
  for (let turn = 0; turn < 5; turn++) await sleep(50);
  await Promise.all([new Promise((resolve) => server.close(resolve)), jobs.stop()]);
  await writesDone();
  await lease.release();
  closeDatabase();
  logger.info("stopped");
  process.exit(0);
}

// A restore may have brought back people who had left since. A bucket that is away must not keep the site from starting:
// the job tries again.
async function buryAgain() {
  await copyTombstones
    .run({ now: clock.now() })
    .catch((error: unknown) => logger.error({ err: error }, "replaying tombstones failed"));
}

class WrongStore extends Error {}

/** Media that are not this site's, or a bucket that refuses us, are a mistake in the settings. One that is silent may be back soon. */
async function recognizeMedia(bucket: string) {
  const words = await bucketMismatch().catch((error: unknown) => {
    if (!isStoreDown(error)) throw error;
    if (error.refused) return `Access was denied: ${error.message}.`;
    logger.error({ err: error }, "the media bucket is not responding");
    return null;
  });
  if (words)
    throw new WrongStore(
      `The media bucket ${bucket} doesn't belong to this site. ${words} Check MEDIA_BUCKET. To copy media there, run npm run move-media. To start anyway, set NEW_MEDIA=true.`,
    );
}

// Whoever renews the lease in time can write to the database.
function checks(folder: string, lag: () => number) {
  return {
    writing: () => (leaseLeft() > 0 ? null : "the writer lease was not renewed"),
    disk: diskCheck(folder),
    copies: () => (lag() < MAX_LAG ? null : `the replica in the bucket is ${Math.round(lag())} seconds behind`),
  };
}

// There is no such file; a bucket that can say so is well.
async function mediaCheck() {
  await storage().read("media/none");
  return null;
}

function giveUp(error: Error) {
  logger.fatal({ err: error }, "this process may no longer write");
  process.exit(1);
}

async function builtPages() {
  const build = (await import(new URL("./server/index.js", import.meta.url).href)) as ServerBuild;
  return { build, server: {} };
}

async function developedPages() {
  const { developmentPages } = await import("./web/server/development.server");
  return developmentPages();
}

start().catch((error: unknown) => {
  const expected =
    error instanceof NotTheWriter ||
    error instanceof WrongStore ||
    (error instanceof Error && error.message.startsWith("Invalid settings"));
  console.error(expected ? error.message : error);
  process.exit(1);
});
