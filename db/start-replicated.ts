import Database from "better-sqlite3";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { bucketSettings, openBucket } from "./bucket";
import type { BucketSettings } from "./bucket";
import { waitForOtherWriters } from "./lease";
import { replicateWhile, restore } from "./litestream";
import { migrateDatabase } from "./migrate";
import { startupRefusal, readLocalMarker, readMarker, writeMarkers } from "./site-marker";
import type { Marker } from "./site-marker";

const SERVER = "node --enable-source-maps build/server.js";

/**
 * How the site starts where its data must outlive its disk: restore when the volume is empty, refuse when bucket and
 * volume do not belong together, migrate, then serve with every change copied to the bucket.
 */
async function start() {
  const settings = bucketSettings();
  if (!settings)
    throw new Refusal(
      "BUCKET_NAME is not set, so nothing would survive the loss of this disk. To run without replication, use build/server.js.",
    );
  const folder = process.env.DATA_DIR ?? "./data";
  const file = join(folder, "crucible.db");
  mkdirSync(folder, { recursive: true });
  await bringTogether(settings, folder, file);
  await waitForOtherWriters(file, { waitMs: 30_000 });
  await migrateDatabase({ file, backup: join(folder, "before-migration.db") });

  const child = replicateWhile(SERVER, { settings, file, env: { REPLICATED: "true" } });
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => child.kill(signal));
  child.on("exit", (code) => process.exit(code ?? 1));
}

async function bringTogether(settings: BucketSettings, folder: string, file: string) {
  const prefix = settings.REPLICA_PREFIX;
  const bucket = openBucket(settings);
  const local = readLocalMarker(folder);
  const hasDatabase = holdsSite(file);
  let marker: Marker | null;
  try {
    marker = await readMarker(bucket);
  } catch (error) {
    if (isRefusal(error) || !hasDatabase || !local) throw new Refusal(`Reading the bucket failed: ${describe(error)}`);
    console.error(`The bucket is not responding. Starting with the data on this volume: ${describe(error)}`);
    return;
  }
  const no = startupRefusal({ marker, local, hasDatabase, prefix, newSite: process.env.NEW_SITE === "true" });
  if (no) throw new Refusal(no);
  if (!hasDatabase) await restore({ settings, file });
  if (marker && !holdsSite(file)) {
    throw new Refusal(`The bucket is marked as holding a site, but nothing could be restored from "${prefix}".`);
  }
  await writeMarkers(bucket, folder, marker, prefix);
  bucket.close();
}

class Refusal extends Error {}

/** Whether there is a site in the file: people can sign in to nothing less. */
function holdsSite(file: string) {
  if (!existsSync(file)) return false;
  const sqlite = new Database(file, { timeout: 5000 });
  try {
    return sqlite.prepare("SELECT 1 FROM sqlite_master WHERE name = 'users'").get() !== undefined;
  } finally {
    sqlite.close();
  }
}

// The store answered, and said no: waiting will not help, somebody must look at the settings.
function isRefusal(error: unknown) {
  const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
  return status !== undefined && status >= 400 && status < 500;
}

function describe(error: unknown) {
  const { name, message } = error as Error;
  return `${name}: ${message}`;
}

start().catch((error: unknown) => {
  const expected = error instanceof Refusal || (error instanceof Error && error.message.startsWith("Invalid settings"));
  console.error(expected ? error.message : error);
  process.exit(1);
});
