import { and, count, eq, inArray, isNull, sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import type { Db } from "~/db/client";
import { crucibleBaseModels, crucibleResources, crucibles } from "~/db/schema/crucible";
import { entries } from "~/db/schema/entry";
import { baseModels, media, mediaResources, models, modelVersions } from "~/db/schema/media";
import { mediaColumns } from "~/domain/media/library.server";
import type { MatchedResource } from "~/domain/catalog/allow-list";
import { isPublic } from "~/domain/media/visibility.server";
import { balanceOf, wallet } from "~/domain/wallet/accounts.server";
import { owedBy } from "~/domain/wallet/owing.server";

/**
 * A crucible's rules for entries, the moment, and the person's part: entries `used` of the limit, which a disqualified one
 * still takes up, and those `standing`. Null when there is no such crucible.
 */
export async function findContest(db: Db, crucibleId: number, entrantId: number) {
  const crucible = await db.query.crucibles.findFirst({ where: eq(crucibles.id, crucibleId) });
  if (!crucible) return null;
  const own = and(eq(entries.crucibleId, crucibleId), eq(entries.entrantId, entrantId), isNull(entries.withdrawnAt));
  const standing = sql<number>`count(*) FILTER (WHERE ${entries.disqualifiedAt} IS NULL)`;
  const [mine] = await db.select({ used: count(), standing }).from(entries).where(own);
  const balance = await balanceOf(db, wallet(entrantId));
  const inDebt = (await owedBy(db, entrantId)) > 0;
  return { ...crucible, ...mine!, allowed: await findAllowed(db, crucibleId), balance, inDebt };
}

/** The models that a crucible's list allows, with their names. */
export async function findAllowed(db: Db, crucibleId: number) {
  const bases = await db
    .select({ name: baseModels.name })
    .from(crucibleBaseModels)
    .innerJoin(baseModels, eq(baseModels.id, crucibleBaseModels.baseModelId))
    .where(eq(crucibleBaseModels.crucibleId, crucibleId))
    .orderBy(baseModels.position, baseModels.name);
  const versions = await db
    .select({ id: modelVersions.id, name: sql<string>`trim(${models.name} || ' ' || ${modelVersions.name})` })
    .from(crucibleResources)
    .innerJoin(modelVersions, eq(modelVersions.id, crucibleResources.versionId))
    .innerJoin(models, eq(models.id, modelVersions.modelId))
    .where(eq(crucibleResources.crucibleId, crucibleId));
  return {
    baseModels: bases.map(({ name }) => name),
    modelIds: [],
    versionIds: versions.map(({ id }) => id),
    names: [...bases, ...versions].map(({ name }) => name),
  };
}

/** The person's own media that meet `condition`, newest first, as candidates for a crucible. */
export async function findCandidates(db: Db, ownerId: number, crucibleId: number, condition?: SQL, limit = -1) {
  const found = await db
    .select({
      ...mediaColumns,
      pixelHash: media.pixelHash,
      known: sql<boolean>`${isPublic}`.mapWith(Boolean),
      sameMedia: sql<number>`EXISTS (${presence(crucibleId, sql`entries.media_id = ${media.id}`)})`,
      samePixels: sql<number>`EXISTS (${presence(crucibleId, sql`entries.pixel_hash = ${media.pixelHash}`)})`,
    })
    .from(media)
    .where(and(eq(media.ownerId, ownerId), isNull(media.deletedAt), condition))
    .orderBy(sql`${media.id} DESC`)
    .limit(limit);
  const declared = await declaredResources(
    db,
    found.map(({ id }) => id),
  );
  return found.map(({ sameMedia, samePixels, ...item }) => ({
    ...item,
    alreadyIn: sameMedia ? ("same-media" as const) : samePixels ? ("same-pixels" as const) : null,
    declared: declared.get(item.id) ?? [],
  }));
}

function presence(crucibleId: number, same: SQL) {
  return sql`SELECT 1 FROM entries WHERE entries.crucible_id = ${crucibleId} AND ${same} AND entries.withdrawn_at IS NULL`;
}

/** The checkpoints and LoRAs that each file declares; a version's base model goes before the one read off the file. */
/** The catalog’s word counts where a moderator or a list gave it; else what this very file was found to say. */
const baseOfResource = sql`coalesce(CASE WHEN ${models.named} THEN ${modelVersions.baseModelId} END, ${mediaResources.baseModelId})`;

async function declaredResources(db: Db, mediaIds: number[]) {
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
