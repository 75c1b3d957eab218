import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { media } from "~/db/schema/media";

type DescribeInput = {
  ownerId: number;
  mediaId: number;
  alt: string;
  level: number;
  hidePrompt: boolean;
  publish: boolean;
  now: Date;
};

/**
 * The owner's words about a media item. A level that a moderator corrected stays as it is, and is refused. Null: there is
 * no such item of this owner's.
 */
export async function describeMedia(tx: Tx, { ownerId, mediaId, alt, level, hidePrompt, publish, now }: DescribeInput) {
  const own = and(eq(media.id, mediaId), eq(media.ownerId, ownerId), isNull(media.deletedAt));
  const item = await tx.query.media.findFirst({
    columns: { level: true, statedLevel: true, publishedAt: true },
    where: own,
  });
  if (!item) return null;
  if (level !== item.level && item.level !== item.statedLevel) return { ok: false, reason: "level-corrected" } as const;
  const publishedAt = publish ? (item.publishedAt ?? now) : null;
  await tx
    .update(media)
    .set({ alt, hidePrompt, publishedAt, level, statedLevel: level === item.level ? item.statedLevel : level })
    .where(own);
  return { ok: true } as const;
}

/** Takes an item out of the library, and tells which files to remove once that is committed. What leans on it is not asked here. */
export async function removeMedia(tx: Tx, { ownerId, mediaId, now }: { ownerId: number; mediaId: number; now: Date }) {
  const own = and(eq(media.id, mediaId), eq(media.ownerId, ownerId), isNull(media.deletedAt));
  const [gone] = await tx
    .update(media)
    .set({ deletedAt: now, alt: "", fileName: "" })
    .where(own)
    .returning({ key: media.key });
  return gone ?? null;
}
