import { and, eq, isNull, sql } from "drizzle-orm";
import { reader } from "~/db/client";
import type { Tx } from "~/db/client";
import { generations, media } from "~/db/schema/media";
import type { Archive, OrphanedFiles } from "~/domain/subject/archive";
import { openOriginal } from "./serving.server";
import { isUsed } from "./uses.server";

/** Media with what their files say, and the originals. What is in use is shown on, without anything around the picture. */
export const archive: Archive = {
  async exportOf(userId) {
    const own = sql`${generations.mediaId} IN (SELECT id FROM media WHERE owner_id = ${userId})`;
    const made = await reader().select().from(generations).where(own);
    const byMedia = new Map(made.map((generation) => [generation.mediaId, generation]));
    const rows = await reader().query.media.findMany({
      columns: { thumbhash: false },
      where: eq(media.ownerId, userId),
    });
    return {
      media: rows.map((item) => ({ ...item, generation: byMedia.get(item.id) ?? null })),
      originals: await originalsOf(userId),
    };
  },
  async *files(userId) {
    for (const { mediaId, fileName, type } of await originalsOf(userId)) {
      const file = await openOriginal(userId, mediaId);
      if (file) yield { name: `media/${mediaId}-${safeName(fileName, type)}`, body: file.body };
    }
  },
  anonymize: unpublish,
};

function originalsOf(userId: number) {
  return reader()
    .select({ mediaId: media.id, fileName: media.fileName, type: media.type, bytes: media.bytes })
    .from(media)
    .where(and(eq(media.ownerId, userId), isNull(media.deletedAt)));
}

/** A name that stays in its folder on any system. */
function safeName(fileName: string, type: string) {
  const plain = [...fileName.normalize("NFC").replace(/[^\p{L}\p{M}\p{N}._-]+/gu, "_")]
    .slice(-60)
    .join("")
    .replace(/^\.+|\.+$/g, "");
  return plain || `original.${type.split("/")[1] ?? "bin"}`;
}

async function unpublish(tx: Tx, { userId, deletedAt }: { userId: number; deletedAt: Date }): Promise<OrphanedFiles> {
  const own = eq(media.ownerId, userId);
  const words = sql`${generations.mediaId} IN (SELECT id FROM media WHERE owner_id = ${userId})`;
  await tx.update(generations).set({ normal: null, raw: [] }).where(words);
  await tx.update(media).set({ fileName: "", alt: "", hidePrompt: true }).where(own);
  const gone = await tx
    .update(media)
    .set({ deletedAt })
    .where(and(own, isNull(media.deletedAt), sql`NOT ${isUsed}`))
    .returning({ key: media.key });
  const shown = await tx
    .select({ key: media.key })
    .from(media)
    .where(and(own, isNull(media.deletedAt)));
  return { gone: gone.map(({ key }) => key), shown: shown.map(({ key }) => key) };
}
