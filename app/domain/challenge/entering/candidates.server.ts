import { and, count, eq, isNull, sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import type { Db } from "~/db/client";
import { challenges, challengeVersions } from "~/db/schema/challenge";
import { challengeEntries } from "~/db/schema/challenge-entry";
import { media, models, modelVersions } from "~/db/schema/media";
import { matchedResources } from "~/domain/catalog/matched-resources.server";
import { mediaColumns } from "~/domain/media/library.server";
import { isPublic } from "~/domain/media/visibility.server";

/** A challenge’s rules for entries, the moment, and how many entries the person has. Null when there is no such challenge. */
export async function findContest(db: Db, challengeId: number, entrantId: number) {
  const challenge = await db.query.challenges.findFirst({ where: eq(challenges.id, challengeId) });
  if (!challenge) return null;
  const [mine] = await db.select({ used: count() }).from(challengeEntries).where(ownIn(challengeId, entrantId));
  return { ...challenge, entrantId, used: mine!.used, allowed: await findAllowed(db, challengeId) };
}

/** A person’s entries that were not withdrawn; one that was removed still takes its place. */
export function ownIn(challengeId: number, entrantId: number) {
  const { challengeId: of, entrantId: by, withdrawnAt } = challengeEntries;
  return and(eq(of, challengeId), eq(by, entrantId), isNull(withdrawnAt))!;
}

/** The models that a challenge lists, with their names. */
export async function findAllowed(db: Db, challengeId: number) {
  const versions = await db
    .select({ id: modelVersions.id, name: sql<string>`trim(${models.name} || ' ' || ${modelVersions.name})` })
    .from(challengeVersions)
    .innerJoin(modelVersions, eq(modelVersions.id, challengeVersions.versionId))
    .innerJoin(models, eq(models.id, modelVersions.modelId))
    .where(eq(challengeVersions.challengeId, challengeId));
  return {
    baseModels: [],
    modelIds: [],
    versionIds: versions.map(({ id }) => id),
    names: versions.map(({ name }) => name),
  };
}

/** The person’s own media that meet `condition`, newest first, as candidates for a challenge. */
export async function findCandidates(db: Db, ownerId: number, challengeId: number, condition?: SQL, limit = -1) {
  const found = await db
    .select({
      ...mediaColumns,
      pixelHash: media.pixelHash,
      createdAt: media.createdAt,
      known: sql<boolean>`${isPublic}`.mapWith(Boolean),
      sameMedia: sql<number>`EXISTS (${presence(challengeId, sql`entered.media_id = ${media.id}`)})`,
      samePixels: sql<number>`EXISTS (${presence(challengeId, sql`entered.pixel_hash = ${media.pixelHash}`)})`,
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

function presence(challengeId: number, same: SQL) {
  return sql`SELECT 1 FROM challenge_entries AS entered
    WHERE entered.challenge_id = ${challengeId} AND ${same} AND entered.withdrawn_at IS NULL`;
}
