import { parseAir } from "./air";
import type { DeclaredResource, GenerationMetadata } from "./generation";

/** The ending of a file that holds a model. */
export const MODEL_FILE = /\.(?:safetensors|ckpt|pth?|bin|gguf|sft|onnx)$/i;
const PRECISION =
  /[\s_.-]+(?:fp?(?:8|16|32)|bf16|int[48]|nf4|e4m3fn|e5m2|scaled|pruned|emaonly|ema|q[2-8](?:_[k01])?(?:_[sml])?|q[68]p|diffusers)$/i;

/** What a picture declares, each with what to call it and the name to compare; null where it has none. */
export function declaredResources({ resources }: Pick<GenerationMetadata, "resources">) {
  return resources.map((resource) => {
    const normalizedName = resource.name ? normalizeName(resource.name) || null : null;
    return { ...resource, label: labelOf(resource), normalizedName };
  });
}

/**
 * A file name as it is compared: without folder, ending, precision and punctuation, in lower case. Two names that come
 * out equal are probably the same model, no more.
 */
export function normalizeName(name: string) {
  const file = name.trim().slice(0, 300).split(/[/\\]/).pop() ?? "";
  let bare = file.replace(/\s*\[[0-9a-f]{8,64}\]$/i, "").replace(MODEL_FILE, "");
  for (let i = 0; i < 8; i++) bare = bare.replace(PRECISION, "") || bare;
  return bare
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** What to call a resource on a page: its name, or whatever else identifies it. */
export function labelOf({ kind, name, versionId, air, hashes }: DeclaredResource) {
  const [hash] = Object.values(hashes);
  if (name) return name;
  if (versionId) return `${kind} version ${versionId}`;
  return (air && parseAir(air)?.modelId) ?? (hash ? `${kind} ${hash.slice(0, 12)}` : kind);
}
