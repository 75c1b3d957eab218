import { eq, sql } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { baseModels, models, modelVersions } from "~/db/schema/media";
import { addIdentifiers, findVersion } from "./catalog-entries.server";
import { setBaseModel } from "./curating.server";
import { matchKeys } from "./matching";
import type { MatchKey } from "./matching";
import type { ModelsList } from "./models-list";
import { normalizeName } from "~/domain/metadata/resources";

type Model = ModelsList["models"][number];
type Version = Model["versions"][number];

/**
 * Takes a list of models into the catalog. A version that is known by number or full hash gets its proper name, base model
 * and further marks; the others are added. Importing the same list again changes nothing. Refuses, with nothing changed, a
 * list that names base models we do not have.
 */
export async function importModels(tx: Tx, { list, now }: { list: ModelsList; now: Date }) {
  const bases = new Map((await tx.select().from(baseModels)).map(({ id, name }) => [name, id]));
  const named = list.models.flatMap(({ versions }) => versions.flatMap(({ baseModel }) => baseModel ?? []));
  const unknown = [...new Set(named)].filter((name) => !bases.has(name));
  if (unknown.length > 0) return { ok: false, reason: "unknown-base-models", names: unknown } as const;
  const counts = { added: 0, updated: 0 };
  for (const model of list.models) await importModel(tx, model, { bases, counts, now });
  return { ok: true, ...counts } as const;
}

type ImportInput = { bases: Map<string, number>; counts: { added: number; updated: number }; now: Date };

async function importModel(tx: Tx, model: Model, { bases, counts, now }: ImportInput) {
  const found: (number | null)[] = [];
  for (const version of model.versions) found.push(await findImported(tx, model, version));
  const modelId = (await modelOf(tx, found)) ?? (await insertModel(tx, model, now));
  await tx.update(models).set({ name: model.name, named: true }).where(eq(models.id, modelId));
  for (const [i, version] of model.versions.entries()) {
    const known = found[i] ?? null;
    const versionId = known ?? (await insertOne(tx, modelId, version, now));
    counts[known ? "updated" : "added"]++;
    const publicId = sql`coalesce(${modelVersions.publicId}, ${version.publicId ?? null})`;
    await tx
      .update(modelVersions)
      .set({ modelId, name: version.name, publicId })
      .where(eq(modelVersions.id, versionId));
    const baseModelId = bases.get(version.baseModel ?? "");
    if (baseModelId) await setBaseModel(tx, { versionId, baseModelId });
    const files = version.files.map(normalizeName).filter(Boolean);
    for (const { type, hash } of version.hashes)
      await addIdentifiers(tx, versionId, { hashes: { [type]: hash }, files: [] });
    await addIdentifiers(tx, versionId, { hashes: {}, files });
  }
}

/** By its number or by any of its hashes but the eight-digit ones; never by a mere name. */
async function findImported(tx: Tx, { kind }: Model, { publicId, hashes }: Version) {
  const keys: MatchKey[] = [
    ...matchKeys({ kind, hashes: {}, ...(publicId && { versionId: publicId }) }),
    ...hashes.flatMap(({ type, hash }) => matchKeys({ kind, hashes: { [type]: hash } })),
  ];
  for (const key of keys) {
    const found = key.strength === "weak" ? null : await findVersion(tx, key, kind);
    if (found) return found.versionId;
  }
  return null;
}

async function modelOf(tx: Tx, versionIds: (number | null)[]) {
  const first = versionIds.find((id) => id !== null);
  if (first === undefined) return null;
  const version = await tx.query.modelVersions.findFirst({
    columns: { modelId: true },
    where: eq(modelVersions.id, first!),
  });
  return version?.modelId ?? null;
}

async function insertModel(tx: Tx, { kind, name }: Model, now: Date) {
  const [model] = await tx
    .insert(models)
    .values({ kind, name, named: true, createdAt: now })
    .returning({ id: models.id });
  return model!.id;
}

async function insertOne(tx: Tx, modelId: number, { name }: Version, now: Date) {
  const [version] = await tx
    .insert(modelVersions)
    .values({ modelId, name, createdAt: now })
    .returning({ id: modelVersions.id });
  return version!.id;
}
