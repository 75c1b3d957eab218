import type { RawEntry } from "../generation";
import { collector } from "./collecting";
import { readExif } from "./exif";
import { MAX_CHUNKS } from "./limits";
import { decodeLatin1, decodeText, withoutPadding } from "./text";

/** The texts of a WebP: its `EXIF`, `XMP ` and C2PA chunks. */
export function readWebp(bytes: Uint8Array): RawEntry[] {
  if (fourCc(bytes, 0) !== "RIFF" || fourCc(bytes, 8) !== "WEBP") return [];
  const found = collector();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 12;
  for (let i = 0; i < MAX_CHUNKS && at + 8 <= bytes.length; i++) {
    const type = fourCc(bytes, at);
    const length = view.getUint32(at + 4, true);
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (type === "EXIF") readExif(data).forEach(found.add);
    if (type === "XMP ") found.add({ source: "XMP", key: "xmp", text: withoutPadding(decodeText(data)) });
    if (type === "C2PA") found.add({ source: "C2PA", key: "c2pa", text: decodeLatin1(data) });
    at += 8 + length + (length & 1);
  }
  return found.entries;
}

function fourCc(bytes: Uint8Array, at: number) {
  return decodeLatin1(bytes.subarray(at, at + 4));
}
