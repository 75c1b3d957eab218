import { and, count, eq, isNull, sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import type { Db } from "~/db/client";
import { crucibleBaseModels, crucibleResources, crucibles } from "~/db/schema/crucible";
import { entries } from "~/db/schema/entry";
import { baseModels, media, models, modelVersions } from "~/db/schema/media";
import { mediaColumns } from "~/domain/media/library.server";
import { matchedResources } from "~/domain/catalog/matched-resources.server";
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
  const declared = await matchedResources(
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
