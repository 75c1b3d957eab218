import { createHmac, hash as digest } from "node:crypto";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type Row = { readonly [key: string]: Json };

/** The hash before the first row. */
export const GENESIS = "0".repeat(64);

/** The hash of a row: SHA-256, in hex, of the hash before it, a line break, and the row in canonical JSON. */
export function linkHash(previous: string, row: Row) {
  return digest("sha256", `${previous}\n${canonicalJson(row)}`);
}

/** Rows as lines of JSON, each with its `hash`; the last one's is the head that stands for all of them. */
export function* sealing(rows: Iterable<Row>) {
  let head = GENESIS;
  for (const row of rows) {
    head = linkHash(head, row);
    yield { line: canonicalJson(withHash(row, head)), head };
  }
}

/** The same at once. */
export function seal(rows: Iterable<Row>) {
  const sealed = [...sealing(rows)];
  return { lines: sealed.map(({ line }) => line), head: sealed.at(-1)?.head ?? GENESIS };
}

/** A line that was opened: its row and the head up to it; or why its hash does not follow from the line before. */
export type Unsealed = { ok: true; row: Row; head: string } | { ok: false; reason: "not-json" | "hash-does-not-follow" };

/** Opens sealed lines one by one, up to the first that does not follow from the one before. */
export function* unseal(lines: Iterable<string>): Generator<Unsealed> {
  let head = GENESIS;
  for (const line of lines) {
    const sealed = parse(line);
    if (!sealed) return yield { ok: false, reason: "not-json" };
    const { hash, ...row } = sealed;
    head = linkHash(head, row);
    if (hash !== head) return yield { ok: false, reason: "hash-does-not-follow" };
    yield { ok: true, row, head };
  }
}

/** JSON without spaces, keys in code-unit order at every depth (as RFC 8785 has it). */
export function canonicalJson(value: Json): string {
  if (inOrder(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item: Json) => canonicalJson(item)).join(",")}]`;
  const row = value as Row;
  const members = Object.keys(row).sort().map((key) => `${JSON.stringify(key)}:${canonicalJson(row[key]!)}`);
  return `{${members.join(",")}}`;
}

/** Whether the engine's own JSON is canonical already. */
function inOrder(value: Json): boolean {
  if (value === null || typeof value !== "object") return true;
  if (Array.isArray(value)) return value.every(inOrder);
  const row = value as Row;
  let before = "";
  for (const key in row) {
    if (key < before || !inOrder(row[key]!)) return false;
    before = key;
  }
  return true;
}

/** A row with its hash where the order of keys wants it. */
function withHash(row: Row, hash: string): Row {
  const sealed: Record<string, Json> = {};
  for (const key in row) {
    if (key > "hash") sealed["hash"] ??= hash;
    sealed[key] = row[key]!;
  }
  sealed["hash"] ??= hash;
  return sealed;
}

/** A name for a judge that is the same throughout one crucible and leads to nobody without its secret `salt`. */
export function pseudonymOf(salt: string, judgeId: number) {
  return createHmac("sha256", salt).update(`judge:${judgeId}`).digest("hex").slice(0, 16);
}

function parse(line: string): Row | null {
  try {
    const value: unknown = JSON.parse(line);
    return value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Row) : null;
  } catch {
    return null;
  }
}
