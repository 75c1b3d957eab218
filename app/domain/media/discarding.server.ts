import { and, eq, isNull } from "drizzle-orm";
import { reader } from "~/db/client";
import { media } from "~/db/schema/media";
import { storageKey, storageKeys } from "./files";
import { isStoreDown, storage } from "./storage.server";
import { serializeByKey } from "./concurrency";

/** One piece of work on the files of one item at a time: what is on its way in is not swept, nor the other way round. */
export const withFileLock = serializeByKey();

/**
 * Deletes files of an item, all of them unless some are named, when no library holds it; how many went. While the store is
 * down none do, and the next sweep takes them.
 */
export function discard(key: string, files = storageKeys(key)) {
  return withFileLock(key, () => discardNow(key, files));
}

/** The same for who has the item's turn already. */
export async function discardNow(key: string, files = storageKeys(key)) {
  if ((await reader().$count(media, and(eq(media.key, key), isNull(media.deletedAt)))) > 0) return 0;
  return drop(files);
}

/** Deletes what was uploaded of items that go on being shown, when nobody is left who may ask for it. */
export function discardOriginals(keys: string[]) {
  return drop(keys.map((key) => storageKey(key, "original")));
}

async function drop(files: string[]) {
  try {
    await storage().delete(files);
    return files.length;
  } catch (error) {
    if (isStoreDown(error)) return 0;
    throw error;
  }
}
