import { join } from "node:path";
import { localStorage } from "./local-storage.server";
import { s3Storage } from "./s3-storage.server";
import type { S3Settings } from "./s3-storage.server";

/**
 * Copies the media on the disk below `root` to a bucket, but for what is there already in the same size. Deletes nothing,
 * and may run while the site serves: once before the site is told of the bucket, and once after. Throws `StoreDown`.
 */
export async function copyToBucket(root: string, settings: S3Settings) {
  const bucket = s3Storage(settings);
  const disk = localStorage(root);
  let copied = 0;
  let present = 0;
  for await (const { key } of disk.list("media/")) {
    if (key.endsWith(".part")) continue;
    const [here, there] = [await disk.read(key), await bucket.read(key)];
    for (const found of [here, there]) found?.body.destroy();
    if (here?.size === there?.size) present += 1;
    else {
      await bucket.put(key, join(root, key), "application/octet-stream");
      copied += 1;
    }
  }
  return { copied, present };
}
