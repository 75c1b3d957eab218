import { and, eq, isNull, ne, or } from "drizzle-orm";
import { reader } from "~/db/client";
import { challengeEntries } from "~/db/schema/challenge-entry";
import { entries } from "~/db/schema/entry";
import { media } from "~/db/schema/media";
import { storageKey } from "./files";
import { SAFE_RATINGS, includesRating } from "./content-ratings";
import type { Viewer } from "./content-ratings";
import { storage } from "./storage.server";
import type { Range } from "./storage.server";
import { openTo, visibleTo } from "./visibility.server";

const published = /^(320|800|1600)\.webp$|^video\.(mp4|webm)$/;

/** A published file of a media item that the viewer may see, or null. `open` to everyone when its level is. */
export async function openFile(viewer: Viewer, { key, name }: { key: string; name: string }, range?: Range) {
  if (!published.test(name)) return null;
  const item = await (/^[0-9a-f]{40}$/.test(key) ? findItem(viewer, key) : findEntered(viewer, key));
  const file = item && (await storage().read(storageKey(item.key, name), range));
  if (!file) return null;
  const type = name.endsWith(".webp") ? "image/webp" : item.type;
  return { ...file, type, open: includesRating(SAFE_RATINGS, item.level) };
}

function findItem(viewer: Viewer, key: string) {
  return reader().query.media.findFirst({
    columns: { key: true, level: true, type: true },
    where: and(eq(media.key, key), openTo(viewer)),
  });
}

/** The item behind an entry's own keys, as long as the entry is in. */
async function findEntered(viewer: Viewer, key: string) {
  if (!/^[0-9a-f]{32}$/.test(key)) return undefined;
  const named = or(
    and(eq(entries.key, key), ne(entries.key, "")),
    and(eq(entries.seatKey, key), ne(entries.seatKey, "")),
  );
  const [item] = await reader()
    .select({ key: media.key, level: media.level, type: media.type })
    .from(entries)
    .innerJoin(media, and(eq(media.id, entries.mediaId), visibleTo(viewer)))
    .where(and(named, isNull(entries.withdrawnAt), isNull(entries.disqualifiedAt)));
  return item ?? findInChallenge(viewer, key);
}

async function findInChallenge(viewer: Viewer, key: string) {
  const { mediaId, key: named, withdrawnAt, removedAt } = challengeEntries;
  const [item] = await reader()
    .select({ key: media.key, level: media.level, type: media.type })
    .from(challengeEntries)
    .innerJoin(media, and(eq(media.id, mediaId), visibleTo(viewer)))
    .where(and(eq(named, key), isNull(withdrawnAt), isNull(removedAt)));
  return item;
}

/** The file as it was uploaded, for its owner alone. */
export async function openOriginal(ownerId: number, mediaId: number) {
  const item = await reader().query.media.findFirst({
    columns: { key: true, type: true, fileName: true },
    where: and(eq(media.id, mediaId), eq(media.ownerId, ownerId), isNull(media.deletedAt)),
  });
  const file = item && (await storage().read(storageKey(item.key, "original")));
  return file ? { ...file, type: item.type, fileName: item.fileName } : null;
}
