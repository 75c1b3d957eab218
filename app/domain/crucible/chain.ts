import { createHash, createHmac } from "node:crypto";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type Row = { readonly [key: string]: Json };

/** The hash before the first row. */
export const GENESIS = "0".repeat(64);

/** The hash of a row: SHA-256, in hex, of the hash before it, a line break, and the row in canonical JSON. */
export function linkHash(previous: string, row: Row) {
  return createHash("sha256").update(`${previous}\n${canonicalJson(row)}`).digest("hex");
}

/** Rows as lines of JSON, each with its `hash`; the last one's is the head that stands for all of them. */
export function seal(rows: Iterable<Row>) {
  const lines: string[] = [];
  let head = GENESIS;
  for (const row of rows) {
    head = linkHash(head, row);
    lines.push(canonicalJson({ ...row, hash: head }));
  }
  return { lines, head };
}

/** The rows of sealed lines, and the head; or the number (from 1) of the first line whose hash does not follow. */
export function unseal(lines: readonly string[]) {
  const rows: Row[] = [];
  let head = GENESIS;
  for (const [i, line] of lines.entries()) {
    const sealed = parse(line);
    if (!sealed) return { ok: false, line: i + 1, reason: "not-json" } as const;
    const { hash, ...row } = sealed;
    head = linkHash(head, row);
    if (hash !== head) return { ok: false, line: i + 1, reason: "hash-does-not-follow" } as const;
    rows.push(row);
  }
  return { ok: true, rows, head } as const;
}

/** JSON without spaces, keys in code-unit order at every depth (as RFC 8785 has it). */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map((item: Json) => canonicalJson(item)).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const row = value as Row;
  const members = Object.keys(row).sort().map((key) => `${JSON.stringify(key)}:${canonicalJson(row[key]!)}`);
  return `{${members.join(",")}}`;
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
