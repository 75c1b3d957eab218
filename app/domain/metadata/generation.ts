export const RESOURCE_KINDS = ["checkpoint", "lora", "vae", "embedding", "controlnet", "upscaler"] as const;
export type ResourceKind = (typeof RESOURCE_KINDS)[number];

export const HASH_KINDS = ["autov1", "autov2", "autov3", "sha256", "blake3"] as const;
export type HashKind = (typeof HASH_KINDS)[number];

/** Lower-case hex, at most one of each type. */
export type Hashes = Partial<Record<HashKind, string>>;

/** A model, LoRA or the like that a file says it was made with. Declared by the file, so never proof. */
export type DeclaredResource = {
  kind: ResourceKind;
  name?: string;
  hashes: Hashes;
  versionId?: number;
  air?: string;
  weight?: number;
};

/** What a file says about its architecture, in the words of the tool that wrote it; `base-models.ts` translates. */
export type BaseModelHint = {
  from: "air" | "civitai" | "invokeai" | "tensorart" | "novelai" | "midjourney" | "pipeline" | "partner" | "c2pa";
  code: string;
};

/** One piece of text found in a file, as it stood there. */
export type RawEntry = { source: string; key: string; text: string };

/** How a picture or clip was made, whichever tool wrote it. The seed is text: many exceed what a number can hold. */
export type GenerationMetadata = {
  generator: string;
  prompt?: string;
  negativePrompt?: string;
  /** What was asked for of single figures, beside the prompt. */
  characters?: string[];
  steps?: number;
  sampler?: string;
  scheduler?: string;
  cfgScale?: number;
  seed?: string;
  clipSkip?: number;
  width?: number;
  height?: number;
  resources: DeclaredResource[];
  baseModelHint?: BaseModelHint;
  raw: RawEntry[];
};
