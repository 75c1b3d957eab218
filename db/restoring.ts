import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import type { BucketSettings } from "./bucket";
import { restore } from "./litestream";

/** Restores the newest copy in the bucket to `crucible.db` in `folder`. Throws when there is none. */
export async function restoreInto(folder: string, settings: BucketSettings) {
  const startedAt = performance.now();
  const file = join(folder, "crucible.db");
  await restore({ settings, file });
  if (!existsSync(file)) throw new Error(`There is no copy below "${settings.REPLICA_PREFIX}" in ${settings.BUCKET_NAME}.`);
  return { seconds: Math.round(performance.now() - startedAt) / 1000, bytes: statSync(file).size };
}
