import { and, count, desc, eq, inArray, isNull, lt, sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import { reader } from "~/db/client";
import type { Db } from "~/db/client";
import { media } from "~/db/schema/media";
import { pictureUrl, videoUrl, widths } from "./files";
import type { Viewer } from "./content-ratings";
import { openTo } from "./visibility.server";

/** What a page needs to show a media item. */
export type MediaView = {
  id: number;
  /** Names its page, `/media/:key`; empty for an entry of a running crucible, which has none. */
  key: string;
  kind: "image" | "video";
  width: number;
  height: number;
  /** Addresses of the picture (a video's poster) by width; null for a video without a poster. */
  pictures: { width: number; url: string }[] | null;
  video: { url: string; type: string; seconds: number } | null;
  /** Base64 of a thumbhash, for the colors until the picture is there. */
  thumbhash: string | null;
  alt: string;
  level: number;
};

type Row = Pick<
  typeof media.$inferSelect,
  "id" | "kind" | "key" | "type" | "width" | "height" | "durationMs" | "hasPoster" | "thumbhash" | "alt" | "level"
>;

/** The columns from which `viewOf` makes a view; for other modules' joins. */
export const mediaColumns = {
  id: media.id,
  kind: media.kind,
  key: media.key,
  type: media.type,
  width: media.width,
  height: media.height,
  durationMs: media.durationMs,
  hasPoster: media.hasPoster,
  thumbhash: media.thumbhash,
  alt: media.alt,
  level: media.level,
};

export function viewOf(row: Row): MediaView {
  const { id, key, kind, width, height, alt, level } = row;
  const pictures = row.hasPoster ? widths.map((size) => ({ width: size, url: pictureUrl(row.key, size) })) : null;
  const video =
    kind === "video"
      ? { url: videoUrl(row.key, row.type), type: row.type, seconds: (row.durationMs ?? 0) / 1000 }
      : null;
  const thumbhash = row.thumbhash?.toString("base64") ?? null;
  return { id, key, kind, width, height, pictures, video, thumbhash, alt, level };
}

/** An entry while nobody may know whose it is: at an address of the entry's own, without words or numbers of the item's. */
export function blindViewOf(row: Row, entryKey: string): MediaView {
  return { ...viewOf({ ...row, key: entryKey, alt: "" }), id: 0, key: "" };
}

/** Those of the items that the viewer may see, by id. */
export async function mediaViews(db: Db, viewer: Viewer, ids: number[]) {
  const rows = await db
    .select(mediaColumns)
    .from(media)
    .where(and(inArray(media.id, ids), openTo(viewer)));
  return new Map(rows.map((row) => [row.id, viewOf(row)]));
}

type LibraryFilter = "all" | "unused" | "image" | "video";

type Page = { before?: number; show?: LibraryFilter; limit?: number };

/** One's own media, newest first, `limit` at a time before the id `before`. */
export async function library(ownerId: number, { before, show = "all", limit = 48 }: Page = {}) {
  const rows = await reader()
    .select({ ...mediaColumns, fileName: media.fileName, bytes: media.bytes, createdAt: media.createdAt })
    .from(media)
    .where(and(ownedBy(ownerId), before ? lt(media.id, before) : undefined, shown[show]))
    .orderBy(desc(media.id))
    .limit(limit + 1);
  const items = rows.slice(0, limit);
  return {
    items: items.map((row) => ({ ...viewOf(row), fileName: row.fileName, bytes: row.bytes, createdAt: row.createdAt })),
    next: rows.length > limit ? items.at(-1)!.id : null,
  };
}

/** How much one's library holds. */
export async function librarySize(ownerId: number) {
  const [size] = await reader()
    .select({ files: count(), bytes: sql<number>`coalesce(sum(${media.bytes}), 0)` })
    .from(media)
    .where(ownedBy(ownerId));
  return size!;
}

function ownedBy(ownerId: number) {
  return and(eq(media.ownerId, ownerId), isNull(media.deletedAt));
}

const shown: Record<LibraryFilter, SQL | undefined> = {
  all: undefined,
  unused: sql`NOT EXISTS (SELECT 1 FROM media_uses used WHERE used.media_id = ${media.id} AND used.use = 'entry')`,
  image: eq(media.kind, "image"),
  video: eq(media.kind, "video"),
};
