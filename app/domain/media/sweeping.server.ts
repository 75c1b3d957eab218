import { and, inArray, isNull } from "drizzle-orm";
import { reader } from "~/db/client";
import { media } from "~/db/schema/media";
import { discard } from "./discarding.server";
import { storage } from "./storage.server";

const DAY = 86_400_000;
const AT_ONCE = 500;

/**
 * Deletes stored files that no library holds, of uploads that broke off and of media that are gone, and what a crash left
 * half written. Files younger than a day may still be on their way in. Returns how many files went.
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
  const halves = files.filter((file) => file.endsWith(".part"));
  await storage().delete(halves);
  const byItem = new Map<string, string[]>();
  for (const file of files) byItem.set(itemOf(file), [...(byItem.get(itemOf(file)) ?? []), file]);
  const held = await heldAmong([...byItem.keys()]);
  let swept = halves.length;
  for (const [item, orphans] of byItem)
    if (!held.has(item))
      swept += await discard(
        item,
        orphans.filter((file) => !file.endsWith(".part")),
      );
  return swept;
}

async function heldAmong(keys: string[]) {
  const rows = await reader()
    .select({ key: media.key })
    .from(media)
    .where(and(inArray(media.key, keys), isNull(media.deletedAt)));
  return new Set(rows.map((row) => row.key));
}

// media/ab/ab12…/800.webp belongs to the item ab12….
function itemOf(file: string) {
  return file.split("/")[2] ?? "";
}
