import { kindOf, parseAir } from "../air";
import type { BaseModelHint, DeclaredResource, ResourceKind } from "../generation";
import { resource } from "./findings";
import type { Settings } from "./infotext";
import { idOf, listOf, numberOf, objectOf, parseJson, parseObject, stringOf, type Json } from "./loose-json";

type KindOfVersion = (id: number) => ResourceKind | null;

/**
 * What Civitai's own generator adds to an infotext: its resources by version, and its words about the job. Null when
 * neither is there.
 */
export function civitaiResources(settings: Settings) {
  const listed = parseJson(settings.get("Civitai resources"));
  const job = parseObject(settings.get("Civitai metadata"));
  if (!Array.isArray(listed) && !job) return null;
  const items = [...listOf(listed), ...listOf(job?.resources), ...listOf(job?.additionalResources)];
  return { resources: resourcesFrom(items), baseModelHint: hintFrom(job) };
}

/**
 * A list of Civitai's resource objects. The first without a stated kind is the checkpoint: theirs always begins with
 * it.
 */
export function resourcesFrom(items: unknown[], kindOfVersion: KindOfVersion = () => null): DeclaredResource[] {
  return items.flatMap((item, i) => {
    const one = objectOf(item) ?? {};
    const versionId = idOf(one.modelVersionId) ?? idOf(one.versionId);
    const air = stringOf(one.air);
    const stated = kindOf(stringOf(one.type) ?? "") ?? (versionId ? kindOfVersion(versionId) : null);
    const implied = i === 0 ? "checkpoint" : "lora";
    const kind = stated ?? parseAir(air ?? "")?.kind ?? (one.type === undefined ? implied : null);
    const weight = numberOf(one.weight) ?? numberOf(one.strength);
    const details = { name: nameOf(one), versionId, air, weight, hash: stringOf(one.hash) };
    return kind ? resource(kind, kind === "checkpoint" ? { ...details, weight: undefined } : details) : [];
  });
}

/** The job's own word for its base model. */
export function hintFrom(job: Json | null): BaseModelHint | undefined {
  const code = stringOf(job?.baseModel) ?? stringOf(job?.ecosystem);
  return code ? { from: "civitai", code } : undefined;
}

function nameOf(one: Json) {
  const name = stringOf(one.modelName) ?? stringOf(one.name);
  const version = stringOf(one.modelVersionName);
  return name && version ? `${name} ${version}` : name;
}
