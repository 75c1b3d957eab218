import { createReadStream } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream";
import { createGzip } from "node:zlib";
import { bucketSettings, openBucket } from "./bucket";
import type { BucketSettings } from "./bucket";
import { handle } from "./client";
import { copyDatabase } from "./copying";

const KEPT_IN_BUCKET = 30;
const KEPT_ON_DISK = 7;

/**
 * Keeps a checked copy of the whole database under the day's name: in the bucket, apart from Litestream's, or, without
 * a bucket, in the data folder. Older ones go. Throws, keeping the older ones, when the copy is not sound.
 */
export async function backUp({ now, settings = bucketSettings() }: { now: Date; settings?: BucketSettings | null }) {
  const folder = join(dirname(handle().file), "backups");
  const name = `${now.toISOString().slice(0, 10)}.db`;
  const copy = join(folder, `${name}.part`);
  await mkdir(folder, { recursive: true });
  try {
    await rm(copy, { force: true });
    await copyDatabase(copy);
    if (settings) await send(settings, copy, name);
    else await keep(folder, copy, name);
  } finally {
    await rm(copy, { force: true });
  }
}

async function send(settings: BucketSettings, copy: string, name: string) {
  const prefix = settings.BACKUP_PREFIX;
  const bucket = openBucket(settings);
  try {
    await bucket.upload(
      `${prefix}/${name}.gz`,
      pipeline(createReadStream(copy), createGzip(), () => undefined),
    );
    await bucket.remove(outdated(await bucket.keys(`${prefix}/`), KEPT_IN_BUCKET));
  } finally {
    bucket.close();
  }
}

async function keep(folder: string, copy: string, name: string) {
  await rename(copy, join(folder, name));
  const names = (await readdir(folder)).filter((one) => one.endsWith(".db"));
  for (const old of outdated(names, KEPT_ON_DISK)) await rm(join(folder, old));
}

// Names begin with their date, so that sorting them sorts by age.
function outdated(names: string[], kept: number) {
  return [...names].sort().slice(0, -kept);
}
