import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "~/db/client";
import { media } from "~/db/schema/media";
import { includesRating } from "./content-ratings";
import { coverLevels } from "./cover-ratings";

/** Why a media item cannot be a person's cover, or null when it can: one's own image, rated PG or PG-13. */
export async function coverRefusal(db: Db, creatorId: number, mediaId: number) {
  const cover = await db.query.media.findFirst({
    columns: { kind: true, level: true },
    where: and(eq(media.id, mediaId), eq(media.ownerId, creatorId), isNull(media.deletedAt)),
  });
  if (!cover) return "no-such-cover";
  if (cover.kind !== "image") return "cover-not-an-image";
  return includesRating(coverLevels, cover.level) ? null : "cover-level";
}
