import { desc, isNull } from "drizzle-orm";
import { reader } from "~/db/client";
import { media } from "~/db/schema/media";
import { storageKey } from "./files";
import { storage } from "./storage.server";

const NEWEST = 5;

/**
 * Why the storage does not look like this site's, in words for the operator; null when it does. A wrong one would show no
 * picture, take in new ones where nobody looks for them, and let the sweep delete another site's. Throws `StoreDown`.
 */
export async function bucketMismatch() {
  const newest = await reader()
    .select({ key: media.key })
    .from(media)
    .where(isNull(media.deletedAt))
    .orderBy(desc(media.id))
    .limit(NEWEST);
  if (newest.length === 0) return (await holdsMedia()) ? "It contains media, but this site has none." : null;
  for (const { key } of newest) if (await isThere(storageKey(key, "original"))) return null;
  return `It contains none of this site's ${newest.length} newest media.`;
}

async function isThere(key: string) {
  const found = await storage().read(key, { start: 0, end: 0 });
  found?.body.destroy();
  return found !== null;
}

async function holdsMedia() {
  for await (const { key } of storage().list("media/")) return key.length > 0;
  return false;
}
