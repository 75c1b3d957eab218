import { and, asc, desc, eq, inArray, or, sql } from "drizzle-orm";
import { reader } from "~/db/client";
import type { Tx } from "~/db/client";
import { baseModels, modelFiles, models, modelVersions } from "~/db/schema/media";
import { BASE_MODELS } from "./base-models";
import type { ResourceKind } from "~/domain/metadata/generation";
import { KNOWN_FILES } from "./known-files";
import { insertVersion } from "./catalog-entries.server";
import { normalizeName } from "~/domain/metadata/resources";

/**
 * Puts the base models that everyone knows into the catalog, in their order, and the files that their makers publish.
 * Running it again adds what is new and renames nothing.
 */
export async function seedCatalog(tx: Tx, { now }: { now: Date }) {
  for (const [position, { name, kind, ecosystem }] of BASE_MODELS.entries()) {
    const known = { kind, ecosystem, position };
    await tx
      .insert(baseModels)
      .values({ name, ...known })
      .onConflictDoUpdate({ target: baseModels.name, set: known });
  }
  const ids = new Map((await tx.select().from(baseModels)).map(({ id, name }) => [name, id]));
  for (const name of new Set(KNOWN_FILES.values())) {
    const files = [...KNOWN_FILES].filter(([, baseModel]) => baseModel === name).map(([file]) => file);
    if ((await tx.$count(modelFiles, inArray(modelFiles.name, files))) > 0) continue;
    await insertVersion(tx, {
      kind: "checkpoint",
      name,
      named: true,
      baseModelId: ids.get(name) ?? null,
      files,
      hashes: {},
      publicId: null,
      now,
    });
  }
}

/** For the creator's chips and the filter of the discovery page: images first, in the community's order. */
export function listBaseModels() {
  const { id, name, kind, ecosystem } = baseModels;
  return reader()
    .select({ id, name, kind, ecosystem })
    .from(baseModels)
    .orderBy(asc(baseModels.position), asc(baseModels.name));
}

type Search = { words: string; kinds?: ResourceKind[]; limit?: number };

/** Versions whose model, own name or file holds the words, those seen most often first; for the creator's picker. */
export function findResources({ words, kinds = ["checkpoint", "lora"], limit = 20 }: Search) {
  const like = `%${words.trim().replace(/[\\%_]/g, "\\$&")}%`;
  const file = normalizeName(words);
  const byFile = sql`${modelVersions.id} IN (SELECT version_id FROM model_files WHERE name LIKE ${`%${file}%`})`;
  const byName = sql`${models.name} || ' ' || ${modelVersions.name} LIKE ${like} ESCAPE '\\'`;
  return resourceRows()
    .where(and(inArray(models.kind, kinds), or(byName, file ? byFile : undefined)))
    .orderBy(desc(modelVersions.seen), desc(models.named), asc(models.name), asc(modelVersions.id))
    .limit(limit);
}

/** The versions with these numbers, as a picker names them. */
export function namedResources(versionIds: number[]) {
  return resourceRows().where(inArray(modelVersions.id, versionIds)).orderBy(asc(models.name), asc(modelVersions.id));
}

function resourceRows() {
  return reader()
    .select({
      versionId: modelVersions.id,
      modelId: models.id,
      kind: models.kind,
      name: models.name,
      version: modelVersions.name,
      /** Whether a moderator or a list named it; if not, the name is the one in a file that somebody uploaded. */
      named: models.named,
      baseModel: baseModels.name,
      seen: modelVersions.seen,
    })
    .from(modelVersions)
    .innerJoin(models, eq(models.id, modelVersions.modelId))
    .leftJoin(baseModels, eq(baseModels.id, modelVersions.baseModelId));
}
