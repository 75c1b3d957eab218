import { decodeText, decodeUtf16, decodeUtf8, withoutPadding } from "./text";

const PREFIX = 8;
const PREFIXES = ["UNICODE\0", "ASCII\0\0\0", "JIS\0\0\0\0\0", "\0\0\0\0\0\0\0\0"];

/**
 * The text of an EXIF UserComment. Writers disagree on the charset prefix and on the byte order, so both are
 * ignored: where UTF-16 is, the NULs of its ASCII letters tell which order it has.
 */
export function decodeUserComment(bytes: Uint8Array) {
  const prefix = PREFIXES.find((one) => startsWith(bytes, one));
  const body = prefix ? bytes.subarray(PREFIX) : bytes;
  const text = decodeBody(body, prefix === "UNICODE\0");
  return withoutPadding(swapBack(text)).replace(/^\uFEFF/, "");
}

function decodeBody(body: Uint8Array, saysUnicode: boolean) {
  const order = utf16Order(body);
  if (order) return decodeUtf16(body, order);
  return saysUnicode ? (decodeUtf8(body) ?? decodeUtf16(body, "utf-16be")) : decodeText(body);
}

function utf16Order(body: Uint8Array) {
  if (body[0] === 0xfe && body[1] === 0xff) return "utf-16be";
  if (body[0] === 0xff && body[1] === 0xfe) return "utf-16le";
  let end = body.length;
  while (end > 0 && body[end - 1] === 0) end--;
  const nuls = [0, 0] as [number, number];
  for (let i = 0; i < end; i++) if (body[i] === 0) nuls[i & 1 ? 1 : 0]++;
  const [even, odd] = nuls;
  if (Math.max(even, odd) * 50 < end || even === odd) return null;
  return even > odd ? "utf-16be" : "utf-16le";
}

// Some tools read UTF-16 in the wrong order and stored the result as UTF-8: every letter became U+xx00.
function swapBack(text: string) {
  let swapped = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0xff && (unit & 0xff) === 0) swapped++;
  }
  if (swapped * 2 < text.length || swapped < 4) return text;
  const units = Buffer.from(text, "utf16le").swap16();
  return units.toString("utf16le");
}

function startsWith(bytes: Uint8Array, ascii: string) {
  if (bytes.length < ascii.length) return false;
  for (let i = 0; i < ascii.length; i++) if (bytes[i] !== ascii.charCodeAt(i)) return false;
  return true;
}
