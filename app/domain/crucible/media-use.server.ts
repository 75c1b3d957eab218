import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { reader } from "~/db/client";
import type { Db, Tx } from "~/db/client";
import { crucibles } from "~/db/schema/crucible";
import { entries } from "~/db/schema/entry";
import { media } from "~/db/schema/media";
import { record } from "~/domain/event/recording.server";
import { describeMedia, removeMedia } from "~/domain/media/describing.server";

export type MediaUse = {
  crucibleId: number;
  name: string;
  status: (typeof crucibles.$inferSelect)["status"];
  as: "entry" | "cover";
};

/** What leans on each of the media: entries that are in, and covers, newest crucible first. */
async function usesOf(db: Db, mediaIds: number[]) {
  const uses = new Map<number, MediaUse[]>(mediaIds.map((id) => [id, []]));
  for (const { mediaId, ...use } of [...(await covers(db, mediaIds)), ...(await entered(db, mediaIds))]) {
    uses.get(mediaId!)!.push(use);
  }
  return uses;
}

/** The same for pages. */
export function readUses(mediaIds: number[]) {
  return usesOf(reader(), mediaIds);
}

function entered(db: Db, mediaIds: number[]) {
  return db
    .select({ mediaId: entries.mediaId, ...named, as: sql<"entry">`'entry'` })
    .from(entries)
    .innerJoin(crucibles, eq(crucibles.id, entries.crucibleId))
    .where(and(inArray(entries.mediaId, mediaIds), isNull(entries.withdrawnAt)));
}

function covers(db: Db, mediaIds: number[]) {
  return db
    .select({ mediaId: crucibles.coverMediaId, ...named, as: sql<"cover">`'cover'` })
    .from(crucibles)
    .where(inArray(crucibles.coverMediaId, mediaIds));
}

const named = { crucibleId: crucibles.id, name: crucibles.name, status: crucibles.status };

type Owned = { ownerId: number; mediaId: number; now: Date };

/**
 * Deletes a media item from its owner's library; the files are to be removed after the commit. Refuses while a crucible
 * that it is in, or that it is the cover of, is not over; the results of those that are over keep an empty place. Null:
 * there is no such item of this owner's.
 */
export async function deleteMedia(tx: Tx, { ownerId, mediaId, now }: Owned) {
  const uses = (await usesOf(tx, [mediaId])).get(mediaId)!;
  const holding = uses.find(({ status }) => status !== "completed" && status !== "cancelled");
  if (holding) return { ok: false, reason: "in-use", holding } as const;
  const gone = await removeMedia(tx, { ownerId, mediaId, now });
  if (!gone) return null;
  await record(tx, { kind: "media-deleted", subject: `media:${mediaId}`, actorId: ownerId, now });
  return { ok: true, key: gone.key } as const;
}

type Description = Parameters<typeof describeMedia>[1];

/**
 * The owner's words about an item. While it is an entry of a crucible that runs, its level stays as it was
 * judged, and it is not shown with its owner's name. */
export async function redescribeMedia(tx: Tx, description: Description) {
  const { mediaId, level } = description;
  const running = await tx.query.entries.findFirst({
    columns: { level: true },
    where: and(eq(entries.mediaId, mediaId), isNull(entries.withdrawnAt), isRunning(tx)),
  });
  if (running && running.level !== level) return { ok: false, reason: "level-in-use" } as const;
  if (running && description.publish && !(await isPublished(tx, mediaId)))
    return { ok: false, reason: "judged-now" } as const;
  return describeMedia(tx, description);
}

async function isPublished(tx: Tx, mediaId: number) {
  const item = await tx.query.media.findFirst({ columns: { publishedAt: true }, where: eq(media.id, mediaId) });
  return item !== undefined && item.publishedAt !== null;
}

function isRunning(tx: Tx) {
  const over = or(eq(crucibles.status, "completed"), eq(crucibles.status, "cancelled"));
  return inArray(
    entries.crucibleId,
    tx
      .select({ id: crucibles.id })
      .from(crucibles)
      .where(sql`NOT (${over})`),
  );
}
