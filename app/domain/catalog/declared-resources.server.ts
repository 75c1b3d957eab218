import { eq, sql } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { baseModels, generations, mediaResources, modelVersions } from "~/db/schema/media";
import type { matchStrengths } from "~/db/schema/values";
import { parseAir } from "~/domain/metadata/air";
import { baseModelOf } from "./base-models";
import { baseModelOfFileName } from "./file-name-patterns";
import { findVersion, insertVersion } from "./catalog-entries.server";
import type { BaseModelHint, DeclaredResource } from "~/domain/metadata/generation";
import { baseModelFrom, matchKeys, matchResource } from "./matching";
import type { MatchKey } from "./matching";
import { labelOf, normalizeName } from "~/domain/metadata/resources";

type Strength = (typeof matchStrengths)[number];

type DeclareInput = {
  mediaId: number;
  declared: readonly DeclaredResource[];
  hint: BaseModelHint | undefined;
  now: Date;
};

/**
 * Writes down what a media item says it was made with, each resource matched against the catalog in media.md's order, and
 * its base model. What nobody has seen yet joins the catalog as seen. What is known learns nothing from an upload: a forged
 * file could teach it. Reading the item again replaces what it said before.
 */
export async function declareResources(tx: Tx, { mediaId, declared, hint, now }: DeclareInput) {
  await forget(tx, mediaId);
  const found: Matched[] = [];
  for (const [position, resource] of declared.entries()) {
    const matched = await matchOrAdd(tx, { resource, hint, now });
    found.push(matched);
    await tx.insert(mediaResources).values({
      mediaId,
      position,
      kind: resource.kind,
      name: labelOf(resource).slice(0, 300),
      weight: resource.weight ?? null,
      versionId: matched.versionId,
      strength: matched.strength,
    });
    if (matched.versionId) await see(tx, matched.versionId, 1);
  }
  return settleBaseModel(tx, { mediaId, declared, found, hint });
}

type Matched = {
  versionId: number | null;
  strength: Strength;
  sure: "strong" | "fair" | "weak" | null;
  baseModel: string | null;
};

async function matchOrAdd(
  tx: Tx,
  { resource, hint, now }: { resource: DeclaredResource; hint: BaseModelHint | undefined; now: Date },
): Promise<Matched> {
  const match = await matchResource(resource, (key) => findVersion(tx, key, resource.kind));
  if (match) return { ...match.found, strength: strengthOf(match), sure: match.strength };
  const surest = matchKeys(resource).find(({ by }) => by !== "air");
  if (!surest) return { versionId: null, strength: "none", sure: null, baseModel: null };
  const baseModel = statedBaseModel(resource, hint);
  const versionId = await insertVersion(tx, {
    kind: resource.kind,
    name: labelOf(resource).slice(0, 200),
    named: false,
    baseModelId: await idOf(tx, baseModel),
    publicId: resource.versionId ?? null,
    hashes: resource.hashes,
    files: resource.name ? [normalizeName(resource.name)].filter(Boolean) : [],
    now,
  });
  return { versionId, strength: strengthOf(surest), sure: surest.strength, baseModel };
}

/** An eight-digit hash belongs to many files: no surer than a name. */
function strengthOf({ by, strength }: Pick<MatchKey, "by" | "strength">): Strength {
  if (by === "version" || by === "air") return "exact";
  return by === "hash" && strength !== "weak" ? "hash" : "name";
}

/** What the resource's own AIR says, or for a checkpoint the file; a pipeline is no statement. */
function statedBaseModel({ kind, air }: DeclaredResource, hint: BaseModelHint | undefined) {
  if (air && parseAir(air)) return baseModelOf({ from: "air", code: air });
  return kind === "checkpoint" && hint && hint.from !== "pipeline" ? baseModelOf(hint) : null;
}

type SettleBaseModelInput = Omit<DeclareInput, "now"> & { found: Matched[] };

/** The base model of the first checkpoint, and by it that of the whole item, as far as anything tells. */
async function settleBaseModel(tx: Tx, { mediaId, declared, found, hint }: SettleBaseModelInput) {
  const first = declared.findIndex(({ kind }) => kind === "checkpoint");
  const { baseModel = null, sure = null } = found[first] ?? {};
  const named = baseModelOfFileName(declared[first]?.name ?? "");
  const match =
    sure && baseModel ? { baseModel, strength: sure } : named ? { baseModel: named, strength: "weak" as const } : null;
  const settled = baseModelFrom(match, hint);
  const baseModelId = await idOf(tx, settled?.baseModel ?? null);
  if (first >= 0 && baseModelId) {
    const row = sql`${mediaResources.mediaId} = ${mediaId} AND ${mediaResources.position} = ${first}`;
    await tx.update(mediaResources).set({ baseModelId }).where(row);
  }
  await tx.update(generations).set({ baseModelId }).where(eq(generations.mediaId, mediaId));
  return { baseModelId, strength: settled?.strength ?? null };
}

async function idOf(tx: Tx, name: string | null) {
  if (!name) return null;
  const found = await tx.query.baseModels.findFirst({ columns: { id: true }, where: eq(baseModels.name, name) });
  return found?.id ?? null;
}

async function forget(tx: Tx, mediaId: number) {
  const gone = await tx
    .delete(mediaResources)
    .where(eq(mediaResources.mediaId, mediaId))
    .returning({ versionId: mediaResources.versionId });
  for (const { versionId } of gone) if (versionId) await see(tx, versionId, -1);
}

async function see(tx: Tx, versionId: number, times: number) {
  await tx
    .update(modelVersions)
    .set({ seen: sql`${modelVersions.seen} + ${times}` })
    .where(eq(modelVersions.id, versionId));
}
