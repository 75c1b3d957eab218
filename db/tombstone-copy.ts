import { z } from "zod";
import { bucketSettings, openBucket } from "./bucket";
import type { BucketSettings } from "./bucket";

// Beside the copies of the database, not in them: a restore from before somebody left must not bring them back.
const KEY = "crucible-tombstones.json";

const Tombstones = z.array(z.strictObject({ userId: z.number().int().positive(), deletedAt: z.coerce.date() }));
export type Tombstones = z.infer<typeof Tombstones>;

/** Everybody known to the bucket to have left; nobody without a bucket. Throws when it cannot be read. */
export async function readTombstoneCopy(settings = bucketSettings()): Promise<Tombstones> {
  if (!settings) return [];
  return withBucket(settings, async (bucket) => {
    const text = await bucket.readText(KEY);
    return text === null ? [] : Tombstones.parse(JSON.parse(text));
  });
}

/** Adds those who have left to what the bucket knows, which never forgets one. */
export async function copyTombstones(present: Tombstones, settings = bucketSettings()) {
  if (!settings) return;
  const known = await readTombstoneCopy(settings);
  const fresh = present.filter((one) => !known.some((other) => isSame(one, other)));
  if (fresh.length === 0) return;
  await withBucket(settings, (bucket) => bucket.writeText(KEY, JSON.stringify([...known, ...fresh])));
}

// After a restore a number may be given again, to somebody who leaves at another time.
function isSame(one: Tombstones[number], other: Tombstones[number]) {
  return one.userId === other.userId && one.deletedAt.getTime() === other.deletedAt.getTime();
}

async function withBucket<T>(settings: BucketSettings, use: (bucket: ReturnType<typeof openBucket>) => Promise<T>) {
  const bucket = openBucket(settings);
  try {
    return await use(bucket);
  } finally {
    bucket.close();
  }
}
