import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { createGunzip } from "node:zlib";
import { openBucket } from "./bucket";
import type { BucketSettings } from "./bucket";
import { restore } from "./litestream";

/** Which copy: the nightly one of a day (`2026-01-31`), else what there was at an instant, else the newest. */
export type RestorePoint = { night?: string; at?: Date };

/** Restores a copy in the bucket to `crucible.db` in `folder`. Throws when there is none. */
export async function restoreInto(folder: string, settings: BucketSettings, { night, at }: RestorePoint = {}) {
  const startedAt = performance.now();
  const file = join(folder, "crucible.db");
  if (night) await fetchNight(night, file, settings);
  else await restore({ settings, file, at });
  const moment = at ? ` of ${at.toISOString()}` : "";
  if (!existsSync(file))
    throw new Error(`There is no replica${moment} under "${settings.REPLICA_PREFIX}" in ${settings.BUCKET_NAME}.`);
  return { seconds: Math.round(performance.now() - startedAt) / 1000, bytes: statSync(file).size };
}

async function fetchNight(night: string, file: string, settings: BucketSettings) {
  const bucket = openBucket(settings);
  try {
    const key = `${settings.BACKUP_PREFIX}/${night}.db.gz`;
    if (await bucket.download(key, createGunzip(), file)) return;
    const kept = (await bucket.keys(`${settings.BACKUP_PREFIX}/`)).sort();
    throw new Error(`There is no ${key} in ${settings.BUCKET_NAME}. Available: ${kept.join(", ") || "none"}.`);
  } finally {
    bucket.close();
  }
}
