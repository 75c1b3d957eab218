import { baseModelOf } from "./base-models";
import type { BaseModelHint, DeclaredResource, HashKind } from "~/domain/metadata/generation";
import { autov2Of } from "~/domain/metadata/hashes";
import { normalizeName } from "~/domain/metadata/resources";

export type MatchStrength = "strong" | "fair" | "weak";

/** One way to look a resource up in the catalog, and how far to trust what it finds. */
export type MatchKey =
  | { by: "version"; versionId: number; strength: "strong" }
  | { by: "air"; air: string; strength: "strong" }
  | { by: "hash"; hashKind: HashKind; hash: string; strength: MatchStrength }
  | { by: "name"; name: string; strength: "weak" };

type Find<T> = (key: MatchKey) => T | null | Promise<T | null>;

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
export async function matchResource<T>(resource: DeclaredResource, find: Find<T>) {
  for (const key of matchKeys(resource)) {
    const found = await find(key);
    if (found !== null) return { found, strength: key.strength, by: key.by };
  }
  return null;
}

/**
 * A picture's base model: what the catalog says of its checkpoint, else what the file itself states, else what the
 * catalog has under that name, else what its pipeline is mostly used for. Null when nothing tells.
 */
export function baseModelFrom(
  match: { baseModel: string | null; strength: MatchStrength } | null,
  hint: BaseModelHint | undefined,
): { baseModel: string; strength: MatchStrength } | null {
  const hinted = hint ? baseModelOf(hint) : null;
  const stated = hint?.from === "pipeline" ? null : hinted;
  const known = match?.baseModel ?? null;
  if (match && known && match.strength !== "weak") return { baseModel: known, strength: match.strength };
  if (stated) return { baseModel: stated, strength: "fair" };
  const weak = known ?? hinted;
  return weak ? { baseModel: weak, strength: "weak" } : null;
}
