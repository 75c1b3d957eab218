import { and, inArray, isNull, or, sql } from "drizzle-orm";
import { reader } from "~/db/client";
import { media } from "~/db/schema/media";
import { storage } from "./storage.server";

const DAY = 86_400_000;
const AT_ONCE = 500;

/**
 * Deletes stored files that nothing refers to: of uploads that broke off, and of media that are gone and stand in no
 * entry. Files younger than a day may still be on their way in. Returns how many files went.
 */
export async function sweepMedia({ now }: { now: Date }) {
  let swept = 0;
  let batch: string[] = [];
  for await (const { key, modifiedAt } of storage().list("media/")) {
    if (now.getTime() - modifiedAt.getTime() < DAY) continue;
    batch.push(key);
    if (batch.length < AT_ONCE) continue;
    swept += await sweep(batch);
    batch = [];
  }
  return swept + (await sweep(batch));
}

async function sweep(files: string[]) {
  const owned = await ownedAmong([...new Set(files.map(itemOf))]);
  const orphans = files.filter((file) => !owned.has(itemOf(file)));
  await storage().delete(orphans);
  return orphans.length;
}

async function ownedAmong(keys: string[]) {
  const entered = sql`EXISTS (SELECT 1 FROM entries WHERE entries.media_id = ${media.id})`;
  const owned = and(inArray(media.key, keys), or(isNull(media.deletedAt), entered));
  const rows = await reader().select({ key: media.key }).from(media).where(owned);
  return new Set(rows.map((row) => row.key));
}

// media/ab/ab12…/800.webp belongs to the item ab12….
function itemOf(file: string) {
  return file.split("/")[2] ?? "";
}
