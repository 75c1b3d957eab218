import type { RawEntry } from "../generation";
import { collector, type Collector } from "./collecting";
import { readExif } from "./exif";
import { MAX_CHUNKS } from "./limits";
import { decodeLatin1, decodeText, withoutPadding } from "./text";

const XMP_HEAD = "http://ns.adobe.com/xap/1.0/\0";
const EXTENDED_HEAD = "http://ns.adobe.com/xmp/extension/\0";
const EXTENDED_PREAMBLE = EXTENDED_HEAD.length + 32 + 4 + 4; // GUID, full length, offset

type Pieces = { extended: string; c2pa: string };

/**
 * The texts of a JPEG's head: EXIF, XMP (extended too), comments, C2PA. Stops at the pixels or at the first broken
 * segment.
 */
export function readJpeg(bytes: Uint8Array): RawEntry[] {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return [];
  const found = collector();
  const pieces: Pieces = { extended: "", c2pa: "" };
  let at = 2;
  for (let i = 0; i < MAX_CHUNKS && at + 4 <= bytes.length && bytes[at] === 0xff; i++) {
    const marker = bytes[at + 1]!;
    if (marker === 0xda || marker === 0xd9) break;
    if (marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    const length = bytes[at + 2]! * 256 + bytes[at + 3]!;
    if (length < 2) break;
    readSegment(marker, bytes.subarray(at + 4, at + 2 + length), found, pieces);
    at += 2 + length;
  }
  found.add({ source: "XMP", key: "xmp", text: decodeText(Buffer.from(pieces.extended, "latin1")) });
  found.add({ source: "C2PA", key: "c2pa", text: pieces.c2pa });
  return found.entries;
}

function readSegment(marker: number, data: Uint8Array, found: Collector, pieces: Pieces) {
  if (marker === 0xfe) found.add({ source: "COM", key: "Comment", text: withoutPadding(decodeText(data)) });
  if (marker === 0xeb && pieces.c2pa.length < found.room()) pieces.c2pa += decodeLatin1(data.subarray(8));
  if (marker === 0xe1) readApp1(data, found, pieces);
}

function readApp1(data: Uint8Array, found: Collector, pieces: Pieces) {
  const head = decodeLatin1(data.subarray(0, EXTENDED_HEAD.length));
  if (head.startsWith("Exif\0")) return readExif(data).forEach(found.add);
  if (head.startsWith(XMP_HEAD)) {
    return found.add({ source: "XMP", key: "xmp", text: decodeText(data.subarray(XMP_HEAD.length)) });
  }
  if (head === EXTENDED_HEAD && pieces.extended.length < found.room()) {
    pieces.extended += decodeLatin1(data.subarray(EXTENDED_PREAMBLE));
  }
}
