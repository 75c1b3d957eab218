import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { reader } from "~/db/client";
import type { Db, Tx } from "~/db/client";
import { media } from "~/db/schema/media";
import { mediaUses } from "~/db/schema/views";
import { recordEvent } from "~/domain/event/recording.server";
import type { SubjectKind } from "~/domain/subject/kinds";
import { addressOf } from "~/domain/subject/subject";
import { describeMedia, removeMedia } from "./describing.server";

/** Something that uses a media item. */
export type MediaUse = {
  kind: SubjectKind;
  name: string;
  path: string;
  as: "entry" | "cover";
  /** Whether that is over. */
  over: boolean;
};

/** What uses each of the media: as covers, and as entries that were not withdrawn, the newest first. */
async function usesOf(db: Db, mediaIds: number[]) {
  const uses = new Map<number, MediaUse[]>(mediaIds.map((id) => [id, []]));
  const rows = await db
    .select()
    .from(mediaUses)
    .where(inArray(mediaUses.mediaId, mediaIds))
    .orderBy(asc(mediaUses.use), desc(mediaUses.subjectId));
  for (const { mediaId, use, name, over, subjectId, ...row } of rows) {
    const kind = row.kind as SubjectKind;
    uses.get(mediaId)!.push({ kind, name, path: addressOf({ kind, id: subjectId })!, as: use, over });
  }
  return uses;
}

/** The same for pages. */
export function readUses(mediaIds: number[]) {
  return usesOf(reader(), mediaIds);
}

/** The condition that something uses a media item. */
export const isUsed = sql<number>`EXISTS (SELECT 1 FROM media_uses used WHERE used.media_id = ${media.id})`;

/** The condition that a media item is an entry of something that is not over: whose it is may be told by nothing. */
export const isBlind = sql<number>`EXISTS (SELECT 1 FROM media_uses used
  WHERE used.media_id = ${media.id} AND used.use = 'entry' AND NOT used.over)`;

type Owned = { ownerId: number; mediaId: number; now: Date };

/**
 * Deletes a media item from its owner's library; the files are to be removed after the commit. Refuses while something
 * that uses it is not over; the results of what is over keep an empty place. Null: there is no such item of this owner's.
 */
export async function deleteMedia(tx: Tx, { ownerId, mediaId, now }: Owned) {
  const uses = (await usesOf(tx, [mediaId])).get(mediaId)!;
  const holding = uses.find(({ over }) => !over);
  if (holding) return { ok: false, reason: "in-use", holding } as const;
  const gone = await removeMedia(tx, { ownerId, mediaId, now });
  if (!gone) return null;
  await recordEvent(tx, { kind: "media-deleted", subject: `media:${mediaId}`, actorId: ownerId, now });
  return { ok: true, key: gone.key } as const;
}

type Description = Parameters<typeof describeMedia>[1];

/**
 * The owner's words about an item. While it is an entry of something that is not over, its level stays as it was judged, and
 * it can't be shown with its owner's name.
 */
export async function redescribeMedia(tx: Tx, description: Description) {
  const { mediaId, level, publish } = description;
  const { use, over } = mediaUses;
  const running = await tx
    .select({ level: mediaUses.level })
    .from(mediaUses)
    .where(and(eq(mediaUses.mediaId, mediaId), eq(use, "entry"), eq(over, false)));
  if (running.some((one) => one.level !== level)) return { ok: false, reason: "level-in-use" } as const;
  if (running.length > 0 && publish && !(await isPublished(tx, mediaId)))
    return { ok: false, reason: "judged-now" } as const;
  return describeMedia(tx, description);
}

async function isPublished(tx: Tx, mediaId: number) {
  const item = await tx.query.media.findFirst({ columns: { publishedAt: true }, where: eq(media.id, mediaId) });
  return item !== undefined && item.publishedAt !== null;
}
