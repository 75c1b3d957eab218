import type { HashKind, Hashes } from "./generation";

const KIND_BY_LENGTH: Record<number, HashKind> = { 8: "autov1", 10: "autov2", 12: "autov3", 64: "sha256" };
const AUTOV2_LENGTH = 10;
const AUTOV3_LENGTH = 12;

/**
 * Sorts a bare hash by its shape: 8 hex digits are AutoV1, 10 AutoV2, 12 AutoV3, 64 SHA-256; `blake3:` says so itself,
 * and `0x…` with 64 is the SHA-256 of the tensors alone, of which AutoV3 is the start. Anything else is no hash.
 */
export function classifyHash(text: string | undefined): Hashes {
  const hash = text?.trim().toLowerCase() ?? "";
  const [, algorithm, digits] = /^(?:([a-z0-9_]+):)?((?:0x)?[0-9a-f]+)$/.exec(hash) ?? [];
  if (!digits) return {};
  if (algorithm?.startsWith("blake3")) return digits.length === 64 ? { blake3: digits } : {};
  if (algorithm && algorithm !== "sha256") return {};
  if (digits.startsWith("0x")) return tensorHash(digits.slice(2));
  const kind = KIND_BY_LENGTH[digits.length];
  return kind ? { [kind]: digits } : {};
}

/** AutoV2 of a model: stated, or the start of its SHA-256. */
export function autov2Of(hashes: Hashes) {
  return hashes.autov2 ?? hashes.sha256?.slice(0, AUTOV2_LENGTH);
}

function tensorHash(digits: string): Hashes {
  return digits.length === 64 || digits.length === AUTOV3_LENGTH ? { autov3: digits.slice(0, AUTOV3_LENGTH) } : {};
}
