import type { ResourceKind } from "./generation";

export type Air = {
  urn: string;
  ecosystem: string;
  kind: ResourceKind | null;
  source: string;
  modelId: string;
  versionId?: number;
};

const KINDS = new Map<string, ResourceKind>([
  ["checkpoint", "checkpoint"],
  ["model", "checkpoint"],
  ["unet", "checkpoint"],
  ["diffusionmodel", "checkpoint"],
  ["lora", "lora"],
  ["lycoris", "lora"],
  ["locon", "lora"],
  ["dora", "lora"],
  ["vae", "vae"],
  ["embedding", "embedding"],
  ["embed", "embedding"],
  ["textualinversion", "embedding"],
  ["controlnet", "controlnet"],
  ["upscaler", "upscaler"],
]);

const PREFIX = /^(?:urn:)?air:/i;
const AIR = /^([\w.-]{1,40}):([\w.-]{1,40}):([\w.-]{1,40}):([^@\s:]{1,200})(?:@([^:\s]{1,100}))?(?::\S{0,100})?$/;

/** Reads an AI resource name, `urn:air:ecosystem:kind:source:model@version`; null when the text is none. */
export function parseAir(text: string): Air | null {
  if (text.length > 500 || !PREFIX.test(text)) return null;
  const [, ecosystem, kind, source, modelId, version] = AIR.exec(text.trim().replace(PREFIX, "")) ?? [];
  if (!ecosystem || !kind || !source || !modelId) return null;
  const id = source.toLowerCase() === "civitai" && /^\d{1,15}/.exec(version ?? "");
  return {
    urn: text.trim(),
    ecosystem: ecosystem.toLowerCase(),
    kind: kindOf(kind),
    source: source.toLowerCase(),
    modelId,
    ...(id && { versionId: Number(id[0]) }),
  };
}

/**
 * The kind behind a site's own word for it (`Checkpoint`, `locon`, `embed`, `TextualInversion` …); null for what is
 * none of ours.
 */
export function kindOf(word: string): ResourceKind | null {
  return KINDS.get(word.toLowerCase().replace(/[^a-z]/g, "")) ?? null;
}
