import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { generations, mediaResources, models, modelVersions } from "~/db/schema/media";

/** Gives a model its proper name. Null when there is no such model. */
export async function nameModel(tx: Tx, { modelId, name }: { modelId: number; name: string }) {
  const [named] = await tx
    .update(models)
    .set({ name, named: true })
    .where(eq(models.id, modelId))
    .returning({ id: models.id });
  return named ? ({ ok: true } as const) : null;
}

/** Says what a version was trained on, here and for every media item whose checkpoint it is. Null when there is no such version. */
export async function setBaseModel(tx: Tx, { versionId, baseModelId }: { versionId: number; baseModelId: number }) {
  const [set] = await tx
    .update(modelVersions)
    .set({ baseModelId })
    .where(eq(modelVersions.id, versionId))
    .returning({ id: modelVersions.id });
  if (!set) return null;
  const checkpoint = and(eq(mediaResources.versionId, versionId), eq(mediaResources.kind, "checkpoint"));
  await tx.update(mediaResources).set({ baseModelId }).where(checkpoint);
  const made = sql`${generations.mediaId} IN (SELECT media_id FROM media_resources WHERE version_id = ${versionId} AND kind = 'checkpoint')`;
  await tx.update(generations).set({ baseModelId }).where(made);
  return { ok: true } as const;
}

type MergeInput = { fromId: number; intoId: number };

/**
 * Makes two versions one: what pointed to `from` points to `into`, which is then known by the hashes and names of both.
 * Lists of allowed resources are the caller's to change before. Refuses two of different kinds; null when one is not there.
 */
export async function mergeVersions(tx: Tx, { fromId, intoId }: MergeInput) {
  const from = await find(tx, fromId);
  const into = await find(tx, intoId);
  if (!from || !into || fromId === intoId) return null;
  if (from.kind !== into.kind) return { ok: false, reason: "different-kinds" } as const;
  for (const table of ["model_hashes", "model_files"]) {
    await tx.run(
      sql`UPDATE OR IGNORE ${sql.identifier(table)} SET version_id = ${intoId} WHERE version_id = ${fromId}`,
    );
  }
  await tx.update(mediaResources).set({ versionId: intoId }).where(eq(mediaResources.versionId, fromId));
  await tx.delete(modelVersions).where(eq(modelVersions.id, fromId));
  await tx
    .update(modelVersions)
    .set({
      seen: into.seen + from.seen,
      publicId: into.publicId ?? from.publicId,
      baseModelId: into.baseModelId ?? from.baseModelId,
    })
    .where(eq(modelVersions.id, intoId));
  const last = (await tx.$count(modelVersions, eq(modelVersions.modelId, from.modelId))) === 0;
  if (last) await tx.update(models).set({ mergedInto: into.modelId }).where(eq(models.id, from.modelId));
  return { ok: true } as const;
}

async function find(tx: Tx, versionId: number) {
  const { modelId, seen, publicId, baseModelId } = modelVersions;
  const [found] = await tx
    .select({ modelId, seen, publicId, baseModelId, kind: models.kind })
    .from(modelVersions)
    .innerJoin(models, eq(models.id, modelVersions.modelId))
    .where(eq(modelVersions.id, versionId));
  return found;
}
