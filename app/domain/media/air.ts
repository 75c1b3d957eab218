import type { ResourceKind } from "./generation";

export type Air = {
  urn: string;
  ecosystem: string;
  kind: ResourceKind | null;
  source: string;
  modelId: string;
  versionId?: number;
};

const KINDS: Record<string, ResourceKind> = {
  checkpoint: "checkpoint",
  model: "checkpoint",
  unet: "checkpoint",
  diffusionmodel: "checkpoint",
  lora: "lora",
  lycoris: "lora",
  locon: "lora",
  dora: "lora",
  vae: "vae",
  embedding: "embedding",
  embed: "embedding",
  textualinversion: "embedding",
  controlnet: "controlnet",
  upscaler: "upscaler",
};

const AIR = /^(?:urn:)?(?:air:)?([\w.-]{1,40}):([\w.-]{1,40}):([\w.-]{1,40}):([^@\s:]{1,200})(?:@([^:\s]{1,100}))?(?::[^\s]{0,100})?$/i;

/** Reads an AI resource name, `urn:air:ecosystem:kind:source:model@version`; null when the text is none. */
export function parseAir(text: string): Air | null {
  if (!/^(?:urn:)?air:/i.test(text) || text.length > 500) return null;
  const [, ecosystem, kind, source, modelId, version] = AIR.exec(text.trim()) ?? [];
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
  return KINDS[word.toLowerCase().replace(/[^a-z]/g, "")] ?? null;
}
