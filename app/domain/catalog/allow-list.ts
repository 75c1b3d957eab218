import type { ResourceKind } from "~/domain/metadata/generation";

/** A declared resource after it was looked up: the catalog's ids, null where it is unknown. */
export type MatchedResource = {
  kind: ResourceKind;
  label: string;
  versionId: number | null;
  modelId: number | null;
  baseModel: string | null;
};

export type AllowList = { baseModels: readonly string[]; versionIds: readonly number[]; modelIds: readonly number[] };

export type AllowListResult =
  { ok: true } | { ok: false; reason: "no-model-declared" } | { ok: false; reason: "not-allowed"; names: string[] };

/**
 * Whether a picture was made with what a crucible allows: at least one checkpoint is declared, and every checkpoint
 * and LoRA is on the list, by itself, by its model, or by its base model. A LoRA's file rarely says its base model: one that
 * nobody knows counts as made for the checkpoint, unless the list names models. An empty list allows everything.
 */
export function checkAllowList(declared: readonly MatchedResource[], allowed: AllowList): AllowListResult {
  if (allowed.baseModels.length + allowed.versionIds.length + allowed.modelIds.length === 0) return { ok: true };
  const decisive = declared.filter(({ kind }) => kind === "checkpoint" || kind === "lora");
  if (!decisive.some(({ kind }) => kind === "checkpoint")) return { ok: false, reason: "no-model-declared" };
  const byBase = allowed.versionIds.length + allowed.modelIds.length === 0;
  const base = decisive.find(({ kind }) => kind === "checkpoint")!.baseModel;
  const judged = decisive.map((one) =>
    byBase && one.kind === "lora" ? { ...one, baseModel: one.baseModel ?? base } : one,
  );
  const refused = judged.filter((resource) => !isAllowed(resource, allowed)).map(({ label }) => label);
  return refused.length === 0 ? { ok: true } : { ok: false, reason: "not-allowed", names: [...new Set(refused)] };
}

function isAllowed({ versionId, modelId, baseModel }: MatchedResource, allowed: AllowList) {
  if (versionId !== null && allowed.versionIds.includes(versionId)) return true;
  if (modelId !== null && allowed.modelIds.includes(modelId)) return true;
  return baseModel !== null && allowed.baseModels.includes(baseModel);
}
