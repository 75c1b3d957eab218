import { decodeText, decodeUtf16, decodeUtf8, withoutPadding } from "./text";

const PREFIX = 8;
const UNICODE = "UNICODE\0";
const JIS = "JIS\0\0\0\0\0";
const PREFIXES = [UNICODE, "ASCII\0\0\0", JIS, "\0\0\0\0\0\0\0\0"];
const ESCAPE = 0x1b;

/**
 * The text of an EXIF UserComment. Writers disagree on the charset prefix and on the byte order, so both are
 * ignored: where UTF-16 is, its ASCII letters, half NUL, tell which order it has.
 */
export function decodeUserComment(bytes: Uint8Array) {
  const prefix = PREFIXES.find((one) => startsWith(bytes, one));
  const body = prefix ? bytes.subarray(PREFIX) : bytes;
  const text =
    prefix === JIS && body.includes(ESCAPE)
      ? new TextDecoder("iso-2022-jp").decode(body)
      : decodeBody(body, prefix === UNICODE);
  return withoutPadding(swapBack(text)).replace(/^\uFEFF/, "");
}

function decodeBody(body: Uint8Array, saysUnicode: boolean) {
  const order = utf16Order(body, saysUnicode);
  if (order) return decodeUtf16(body, order);
  return saysUnicode ? (decodeUtf8(body) ?? decodeUtf16(body, "utf-16be")) : decodeText(body);
}

// By the different ASCII letters that either order would have: of Chinese text some signs look like one letter in the
// wrong order, and few are letters in the right one.
function utf16Order(body: Uint8Array, saysUnicode: boolean) {
  if (body[0] === 0xfe && body[1] === 0xff) return "utf-16be";
  if (body[0] === 0xff && body[1] === 0xfe) return "utf-16le";
  let end = body.length;
  while (end > 0 && body[end - 1] === 0) end--;
  const [big, little] = [new Set<number>(), new Set<number>()];
  let found = 0;
  for (let i = 0; i + 1 < end; i += 2) {
    const [first, second] = [body[i]!, body[i + 1]!];
    if ((first === 0) === (second === 0) || (first || second) > 0x7e) continue;
    (first === 0 ? big : little).add(first || second);
    found++;
  }
  if ((!saysUnicode && found * 50 < end) || big.size === little.size) return null;
  return big.size > little.size ? "utf-16be" : "utf-16le";
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
