import { eq } from "drizzle-orm";
import { reader } from "~/db/client";
import { baseModels, modelFiles, modelHashes, models, modelVersions } from "~/db/schema/media";

/** One version of a model with what it is known by; null when there is none of this number. */
export async function readVersion(versionId: number) {
  const [version] = await reader()
    .select(versionColumns)
    .from(modelVersions)
    .innerJoin(models, eq(models.id, modelVersions.modelId))
    .leftJoin(baseModels, eq(baseModels.id, modelVersions.baseModelId))
    .where(eq(modelVersions.id, versionId));
  if (!version) return null;
  const { type, hash } = modelHashes;
  const hashes = await reader().select({ type, hash }).from(modelHashes).where(eq(modelHashes.versionId, versionId));
  const files = await reader()
    .select({ name: modelFiles.name })
    .from(modelFiles)
    .where(eq(modelFiles.versionId, versionId));
  return { ...version, hashes, files: files.map(({ name }) => name) };
}

const versionColumns = {
  id: modelVersions.id,
  modelId: models.id,
  kind: models.kind,
  name: models.name,
  version: modelVersions.name,
  named: models.named,
  baseModelId: modelVersions.baseModelId,
  baseModel: baseModels.name,
  publicId: modelVersions.publicId,
  seen: modelVersions.seen,
};
