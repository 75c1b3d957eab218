import { parseAir } from "./air";
import { autov2Of } from "./hashes";
import type { DeclaredResource, GenerationMetadata, HashKind } from "./generation";

export type MatchStrength = "strong" | "fair" | "weak";

/** One way to look a resource up in the catalogue, and how far to trust what it finds. */
export type MatchKey =
  | { by: "version"; versionId: number; strength: "strong" }
  | { by: "air"; air: string; strength: "strong" }
  | { by: "hash"; hashKind: HashKind; hash: string; strength: MatchStrength }
  | { by: "name"; name: string; strength: "weak" };

const ENDING = /\.(?:safetensors|ckpt|pth?|bin|gguf|sft|onnx)$/i;
const PRECISION = /[\s_.-]*(?:fp(?:8|16|32)|bf16|int[48]|nf4|e4m3fn|e5m2|scaled|pruned|emaonly|ema|q[2-8](?:_(?:k|0|1))?(?:_[sml])?|q8p|gguf|diffusers)$/i;

/** What a picture declares, each with the ways to find it in the catalogue, the surest first. */
export function declaredResources(generation: Pick<GenerationMetadata, "resources">) {
  return generation.resources.map((resource) => ({
    resource,
    label: labelOf(resource),
    normalizedName: resource.name ? normalizeName(resource.name) : null,
    keys: matchKeys(resource),
  }));
}

/**
 * Version id or AIR, then the full hash and AutoV2, then AutoV3 and BLAKE3, then AutoV1 and the name, which are weak.
 */
export function matchKeys({ versionId, air, hashes, name }: DeclaredResource): MatchKey[] {
  const hash = (hashKind: HashKind, value: string | undefined, strength: MatchStrength): MatchKey[] =>
    value ? [{ by: "hash", hashKind, hash: value, strength }] : [];
  const normalized = name ? normalizeName(name) : "";
  return [
    ...(versionId ? [{ by: "version", versionId, strength: "strong" } as const] : []),
    ...(air ? [{ by: "air", air, strength: "strong" } as const] : []),
    ...hash("sha256", hashes.sha256, "strong"),
    ...hash("autov2", autov2Of(hashes), "strong"),
    ...hash("autov3", hashes.autov3, "fair"),
    ...hash("blake3", hashes.blake3, "fair"),
    ...hash("autov1", hashes.autov1, "weak"),
    ...(normalized ? [{ by: "name", name: normalized, strength: "weak" } as const] : []),
  ];
}

/** The first of a resource's keys that `find` knows, with its strength; null when none is. */
export async function matchResource<T>(resource: DeclaredResource, find: (key: MatchKey) => T | null | Promise<T | null>) {
  for (const key of matchKeys(resource)) {
    const found = await find(key);
    if (found !== null) return { found, strength: key.strength, by: key.by };
  }
  return null;
}

/**
 * A file name as it is compared: without folder, ending, precision and punctuation, in lower case. Two names that come
 * out equal are probably the same model, no more.
 */
export function normalizeName(name: string) {
  const file = name.trim().slice(0, 300).split(/[/\\]/).pop() ?? "";
  let bare = file.replace(/\s*\[[0-9a-f]{8,64}\]$/i, "").replace(ENDING, "");
  for (let shorter = bare.replace(PRECISION, ""); shorter !== bare && shorter !== ""; shorter = bare.replace(PRECISION, "")) bare = shorter;
  return bare.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** What to call a resource on a page: its name, or whatever else identifies it. */
export function labelOf({ kind, name, versionId, air, hashes }: DeclaredResource) {
  const hash = Object.values(hashes)[0];
  const parsed = air ? parseAir(air) : null;
  return name ?? (versionId ? `${kind} version ${versionId}` : (parsed?.modelId ?? (hash ? `${kind} ${hash.slice(0, 12)}` : kind)));
}
