import { hash as digest } from "node:crypto";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type Row = { readonly [key: string]: Json };

/** The hash before the first row. */
export const GENESIS = "0".repeat(64);

/** The hash of a row: SHA-256, in hex, of the hash before it, a line break, and the row in canonical JSON. */
export function linkHash(previous: string, row: Row) {
  return linkText(previous, canonicalJson(row));
}

/** The same for a row that is canonical JSON already. */
export function linkText(previous: string, text: string) {
  return digest("sha256", `${previous}\n${text}`);
}

/** The head of a chain that goes on with these rows. */
export function chainHeadAfter(head: string, rows: Iterable<Row>) {
  let last = head;
  for (const row of rows) last = linkHash(last, row);
  return last;
}

/** Rows as lines of JSON, each with its `hash`; the last one's is the head that stands for all of them. */
export function* sealing(rows: Iterable<Row>) {
  let head = GENESIS;
  for (const row of rows) {
    const text = canonicalJson(row);
    head = linkText(head, text);
    yield { line: withHash(text, row, head), head };
  }
}

/** The same at once. */
export function seal(rows: Iterable<Row>) {
  const sealed = [...sealing(rows)];
  return { lines: sealed.map(({ line }) => line), head: sealed.at(-1)?.head ?? GENESIS };
}

/** A line that was opened: its row and the head up to it; or why its hash does not follow from the line before. */
export type Unsealed =
  { ok: true; row: Row; head: string } | { ok: false; reason: "not-json" | "hash-does-not-follow" };

/** Opens sealed lines one by one, up to the first that does not follow from the one before. */
export function* unseal(lines: Iterable<string>): Generator<Unsealed> {
  let head = GENESIS;
  for (const line of lines) {
    const opened = follow(head, line);
    yield opened;
    if (!opened.ok) return;
    head = opened.head;
  }
}

/** A line as we write it: what was hashed is the line without its hash and one comma beside it. */
function follow(previous: string, line: string): Unsealed {
  const [member, before, hash, after] = /([{,])"hash":"([0-9a-f]{64})"([,}])/.exec(line) ?? [];
  if (!member) return followAnyhow(previous, line);
  const text = line.replace(member, before === "," ? after! : after === "," ? "{" : "{}");
  const row = linkText(previous, text) === hash ? parse(text) : null;
  return row ? { ok: true, row, head: hash! } : followAnyhow(previous, line);
}

/** The same for a line that says it in other words than we write it: with spaces, or its members in another order. */
function followAnyhow(previous: string, line: string): Unsealed {
  const sealed = parse(line);
  if (!sealed) return { ok: false, reason: "not-json" };
  const { hash, ...row } = sealed;
  const head = linkHash(previous, row);
  return hash === head ? { ok: true, row, head } : { ok: false, reason: "hash-does-not-follow" };
}

/** JSON without spaces, keys in code-unit order at every depth (as RFC 8785 has it). */
export function canonicalJson(value: Json): string {
  if (inOrder(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item: Json) => canonicalJson(item)).join(",")}]`;
  const row = value as Row;
  const members = Object.keys(row)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(row[key]!)}`);
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

/** The canonical `text` of a row with its hash where the order of keys wants it. */
function withHash(text: string, row: Row, hash: string) {
  const before: Record<string, Json> = {};
  for (const key in row) if (key < "hash") before[key] = row[key]!;
  const start = canonicalJson(before).slice(0, -1);
  const rest = text.slice(start.length);
  const member = `"hash":"${hash}"`;
  if (start === "{") return `{${member}${rest === "}" ? "" : ","}${rest}`;
  return `${start},${member}${rest}`;
}

function parse(line: string): Row | null {
  try {
    const value: unknown = JSON.parse(line);
    return value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Row) : null;
  } catch {
    return null;
  }
}
