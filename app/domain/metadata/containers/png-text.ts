import type { Collector } from "./collecting";
import { readExif } from "./exif";
import { inflate } from "./inflating";
import { decodeLatin1, decodeText } from "./text";

export const TEXT_CHUNKS = ["tEXt", "zTXt", "iTXt"];
const XMP_KEY = "XML:com.adobe.xmp";

/** One text chunk. Keywords are Latin-1; tEXt, which ought to be Latin-1 too, mostly holds UTF-8 by now. */
export function readPngText(type: string, data: Uint8Array, found: Collector) {
  const keyEnd = data.indexOf(0);
  if (keyEnd < 1 || keyEnd > 79) return;
  const key = decodeLatin1(data.subarray(0, keyEnd));
  const value = valueOf(type, data.subarray(keyEnd + 1), found.room());
  if (!value || value.length > found.room()) return;
  if (key.startsWith("Raw profile type ")) return readRawProfile(key, decodeLatin1(value), found);
  found.add({ source: key === XMP_KEY ? "XMP" : type, key: key === XMP_KEY ? "xmp" : key, text: decodeText(value) });
}

function valueOf(type: string, rest: Uint8Array, limit: number) {
  if (type === "tEXt") return rest;
  if (type === "zTXt") return rest[0] === 0 ? inflate(rest.subarray(1), limit) : null;
  const compressed = rest[0] === 1;
  const languageEnd = rest.indexOf(0, 2);
  const translatedEnd = languageEnd < 0 ? -1 : rest.indexOf(0, languageEnd + 1);
  if (translatedEnd < 0) return null;
  const value = rest.subarray(translatedEnd + 1);
  return compressed ? inflate(value, limit) : value;
}

// ImageMagick's older way of keeping EXIF and XMP: a name, a length, then hex.
function readRawProfile(key: string, text: string, found: Collector) {
  const [, , ...hex] = text.trim().split(/\s+/);
  const bytes = Buffer.from(hex.join(""), "hex");
  if (/exif|APP1/i.test(key)) readExif(bytes).forEach(found.add);
  if (/xmp/i.test(key)) found.add({ source: "XMP", key: "xmp", text: decodeText(bytes) });
}
