import { and, eq, isNull } from "drizzle-orm";
import { reader } from "~/db/client";
import { media } from "~/db/schema/media";
import { storageKey } from "./files";
import { SAFE_LEVELS, holdsLevel } from "./levels";
import type { Viewer } from "./levels";
import { storage } from "./storage.server";
import type { Range } from "./storage.server";
import { visibleTo } from "./visibility.server";

const published = /^(320|800|1600)\.webp$|^video\.(mp4|webm)$/;

/** A published file of a media item that the viewer may see, or null. `open` to everyone when its level is. */
export async function openFile(viewer: Viewer, { key, name }: { key: string; name: string }, range?: Range) {
  if (!/^[0-9a-f]{40}$/.test(key) || !published.test(name)) return null;
  const item = await reader().query.media.findFirst({
    columns: { level: true, type: true },
    where: and(eq(media.key, key), visibleTo(viewer)),
  });
  const file = item && (await storage().read(storageKey(key, name), range));
  if (!file) return null;
  const type = name.endsWith(".webp") ? "image/webp" : item.type;
  return { ...file, type, open: holdsLevel(SAFE_LEVELS, item.level) };
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
