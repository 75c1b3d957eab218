import { and, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "~/db/client";
import { baseModels, mediaResources, models, modelVersions } from "~/db/schema/media";
import type { MatchedResource } from "./allow-list";

/** The catalog’s word counts where a moderator or a list gave it; else what this very file was found to say. */
const baseOfResource = sql`coalesce(CASE WHEN ${models.named} THEN ${modelVersions.baseModelId} END, ${mediaResources.baseModelId})`;

/** The checkpoints and LoRAs that each file declares; a version's base model goes before the one read off the file. */
export async function matchedResources(db: Db, mediaIds: number[]) {
  const rows = await db
    .select({
      mediaId: mediaResources.mediaId,
      kind: sql<MatchedResource["kind"]>`${mediaResources.kind}`,
      label: sql<string>`coalesce(nullif(${mediaResources.name}, ''), 'an unnamed model')`,
      versionId: mediaResources.versionId,
      modelId: modelVersions.modelId,
      baseModel: baseModels.name,
    })
    .from(mediaResources)
    .leftJoin(modelVersions, eq(modelVersions.id, mediaResources.versionId))
    .leftJoin(models, eq(models.id, modelVersions.modelId))
    .leftJoin(baseModels, eq(baseModels.id, baseOfResource))
    .where(and(inArray(mediaResources.mediaId, mediaIds), inArray(mediaResources.kind, ["checkpoint", "lora"])))
    .orderBy(mediaResources.mediaId, mediaResources.position);
  const byMedia = new Map<number, MatchedResource[]>();
  for (const { mediaId, ...declared } of rows) byMedia.set(mediaId, [...(byMedia.get(mediaId) ?? []), declared]);
  return byMedia;
}
