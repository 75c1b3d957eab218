import { buffer } from "node:stream/consumers";
import { and, eq, isNull } from "drizzle-orm";
import sharp from "sharp";
import { reader } from "~/db/client";
import { media } from "~/db/schema/media";
import { storageKey } from "~/domain/media/files";
import { storage } from "~/domain/media/storage.server";

const SIDE = 1024;

/** A picture as it is sent out: a JPEG of at most 1024 px, without a name or metadata. Null when it is gone. */
export async function pictureForJudge(pixelHash: string) {
  const item = await reader().query.media.findFirst({
    columns: { key: true },
    where: and(eq(media.pixelHash, pixelHash), isNull(media.deletedAt)),
  });
  const file = item && (await storage().read(storageKey(item.key, "800.webp")));
  if (!file) return null;
  const fit = { width: SIDE, height: SIDE, fit: "inside", withoutEnlargement: true } as const;
  return sharp(await buffer(file.body))
    .resize(fit)
    .flatten({ background: "#ffffff" })
    .jpeg({ quality: 85 })
    .toBuffer();
}
