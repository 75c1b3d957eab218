import { eq, sql } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { baseModels, modelFiles, modelHashes, models, modelVersions } from "~/db/schema/media";
import type { HashKind, Hashes, ResourceKind } from "~/domain/metadata/generation";
import { autov2Of } from "~/domain/metadata/hashes";
import type { MatchKey } from "./matching";

export type NewVersion = {
  kind: ResourceKind;
  name: string;
  /** False for what was merely seen in an upload. */
  named: boolean;
  version?: string;
  baseModelId: number | null;
  publicId: number | null;
  hashes: Hashes;
  /** Normalized. */
  files: string[];
  now: Date;
};

/** A model of one version, with what it is known by. Returns the version's number. */
export async function insertVersion(
  tx: Tx,
  { kind, name, named, version = "", baseModelId, publicId, hashes, files, now }: NewVersion,
) {
  const [model] = await tx.insert(models).values({ kind, name, named, createdAt: now }).returning({ id: models.id });
  const [made] = await tx
    .insert(modelVersions)
    .values({ modelId: model!.id, name: version, baseModelId, publicId, createdAt: now })
    .returning({ id: modelVersions.id });
  await addIdentifiers(tx, made!.id, { hashes, files });
  return made!.id;
}

/** Hashes and file names that a version is known by, besides those it has. A SHA-256 brings its AutoV2 along. */
export async function addIdentifiers(
  tx: Tx,
  versionId: number,
  { hashes, files }: Pick<NewVersion, "hashes" | "files">,
) {
  const known = Object.entries({ ...hashes, autov2: autov2Of(hashes) }) as [HashKind, string | undefined][];
  for (const [type, hash] of known) {
    if (hash) await tx.insert(modelHashes).values({ type, hash, versionId }).onConflictDoNothing();
  }
  for (const name of files) await tx.insert(modelFiles).values({ name, versionId }).onConflictDoNothing();
}

/** `baseModel` is null while the version was merely seen: what one upload claims tells nothing of another. */
export type FoundVersion = { versionId: number; baseModel: string | null };

/** The version behind one way of naming a resource, of the same kind where only a file name says so; the first known of several. */
export async function findVersion(tx: Tx, key: MatchKey, kind: ResourceKind): Promise<FoundVersion | null> {
  const where = condition(key, kind);
  if (!where) return null;
  const [found] = await tx
    .select({ versionId: modelVersions.id, baseModel: baseModels.name, named: models.named })
    .from(modelVersions)
    .innerJoin(models, eq(models.id, modelVersions.modelId))
    .leftJoin(baseModels, eq(baseModels.id, modelVersions.baseModelId))
    .where(where)
    .orderBy(sql`${models.named} DESC, ${modelVersions.id}`)
    .limit(1);
  return found ? { versionId: found.versionId, baseModel: found.named ? found.baseModel : null } : null;
}

// An AIR's version number has been read into a key of its own; what is left of it names nothing here.
function condition(key: MatchKey, kind: ResourceKind) {
  const { id } = modelVersions;
  switch (key.by) {
    case "version":
      return eq(modelVersions.publicId, key.versionId);
    case "hash":
      return sql`${id} IN (SELECT version_id FROM model_hashes WHERE type = ${key.hashKind} AND hash = ${key.hash})`;
    case "name":
      return sql`${id} IN (SELECT version_id FROM model_files WHERE name = ${key.name}) AND ${models.kind} = ${kind}`;
    case "air":
      return null;
  }
}
