import { withoutPadding } from "../containers/text";

export type Json = Record<string, unknown>;

const LONG_NUMBER = /(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g;
const MAX_JSON = 2_000_000;

/**
 * An object out of JSON as generators write it: NaN and Infinity become null, whole numbers too long for a number
 * become text.
 */
export function parseObject(text: string | undefined): Json | null {
  return objectOf(parseJson(text));
}

/** Any JSON value read as loosely; undefined when it is not JSON. Never throws. */
export function parseJson(text: string | undefined): unknown {
  const trimmed = withoutPadding(text ?? "").trim();
  if (!trimmed || trimmed.length > MAX_JSON || !'[{"'.includes(trimmed[0]!)) return undefined;
  try {
    return JSON.parse(tamed(trimmed));
  } catch {
    return undefined;
  }
}

/** The value as an object; JSON text of an object counts too. */
export function objectOf(value: unknown): Json | null {
  if (typeof value === "string") return value.trimStart().startsWith("{") ? objectOf(parseJson(value)) : null;
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : null;
}

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The objects among some values; the rest is dropped. */
export function objectsIn(values: unknown): Json[] {
  return listOf(values)
    .map(objectOf)
    .filter((one) => one !== null);
}

export function stringOf(value: unknown) {
  return typeof value === "string" ? value : undefined;
}

export function numberOf(value: unknown) {
  const number = typeof value === "string" && /^\s*[-+]?[\d.]/.test(value) ? parseFloat(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
}

/** A whole number, such as a model version's id, above zero. */
export function idOf(value: unknown) {
  const number = numberOf(value);
  return number !== undefined && Number.isSafeInteger(number) && number > 0 ? number : undefined;
}

/** A seed as text; -1 stands for "any" and is none. */
export function seedOf(value: unknown) {
  const text = typeof value === "number" && Number.isFinite(value) ? String(value) : stringOf(value)?.trim();
  return text && /^\d{1,24}$/.test(text) ? text : undefined;
}

// Outside of strings only: 2^53 and more keep their digits, and Python's NaN is no number.
function tamed(text: string) {
  if (!/\d{16}|NaN|Infinity/.test(text)) return text;
  const parts: string[] = [];
  let from = 0;
  while (from < text.length) {
    const quote = text.indexOf('"', from);
    const until = quote < 0 ? text.length : quote;
    parts.push(
      text
        .slice(from, until)
        .replace(LONG_NUMBER, '"$&"')
        .replace(/-?Infinity|NaN/g, "null"),
    );
    from = endOfString(text, until);
    parts.push(text.slice(until, from));
  }
  return parts.join("");
}

/** The place after the string that opens at `quote`. */
export function endOfString(text: string, quote: number) {
  for (let i = quote + 1; i < text.length; i++) {
    if (text[i] === "\\") i++;
    else if (text[i] === '"') return i + 1;
  }
  return text.length;
}
