import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { media } from "~/db/schema/media";

/** Rates a media item. Says whose it is and what it was rated before; null when it is not there. */
export async function rateMedia(tx: Tx, { mediaId, level }: { mediaId: number; level: number }) {
  const there = and(eq(media.id, mediaId), isNull(media.deletedAt));
  const item = await tx.query.media.findFirst({ columns: { level: true, ownerId: true }, where: there });
  if (!item) return null;
  if (item.level !== level) await tx.update(media).set({ level }).where(there);
  return { ok: true, from: item.level, ownerId: item.ownerId } as const;
}
