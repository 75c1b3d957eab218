import type { RawEntry } from "../generation";
import { collector, type Collector } from "./collecting";
import { readExif } from "./exif";
import { MAX_CHUNKS } from "./limits";
import { decodeLatin1, decodeText, withoutPadding } from "./text";

const XMP_HEAD = "http://ns.adobe.com/xap/1.0/\0";
const EXTENDED_HEAD = "http://ns.adobe.com/xmp/extension/\0";
const EXTENDED_OFFSET = EXTENDED_HEAD.length + 32 + 4; // after a GUID and the full length
const SEGMENT = 65_533;

const EXIF_HEAD = 6;
const TIFF = /^(?:II|MM)/;

/** What may go on in further segments of the same kind. */
type Pieces = { exif: Uint8Array[]; xmp: string; extended: [offset: number, text: string][]; c2pa: string };

/**
 * The texts of a JPEG's head: EXIF, XMP (extended too), comments, C2PA. Stops at the pixels or at the first broken
 * segment.
 */
export function readJpeg(bytes: Uint8Array): RawEntry[] {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return [];
  const found = collector();
  const pieces: Pieces = { exif: [], xmp: "", extended: [], c2pa: "" };
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
  addPieces(pieces, found);
  return found.entries;
}

function addPieces({ exif, xmp, extended, c2pa }: Pieces, found: Collector) {
  readExif(Buffer.concat(exif)).forEach(found.add);
  const rest = extended.sort(([a], [b]) => a - b).map(([, text]) => text);
  found.add({ source: "XMP", key: "xmp", text: decodeText(Buffer.from([xmp, ...rest].join(""), "latin1")) });
  found.add({ source: "C2PA", key: "c2pa", text: c2pa });
}

function readSegment(marker: number, data: Uint8Array, found: Collector, pieces: Pieces) {
  if (marker === 0xfe) found.add({ source: "COM", key: "Comment", text: withoutPadding(decodeText(data)) });
  if (marker === 0xeb && pieces.c2pa.length < found.room()) pieces.c2pa += decodeLatin1(data.subarray(8));
  if (marker === 0xe1) readApp1(data, found, pieces);
}

// A long EXIF block goes on in segments that begin with no header of its own; of two blocks the first counts.
function readApp1(data: Uint8Array, found: Collector, pieces: Pieces) {
  const head = decodeLatin1(data.subarray(0, EXTENDED_HEAD.length));
  if (head.startsWith("Exif\0")) {
    const isNew = TIFF.test(head.slice(EXIF_HEAD));
    if (isNew === (pieces.exif.length === 0)) pieces.exif.push(data.subarray(EXIF_HEAD));
  }
  if (head.startsWith(XMP_HEAD) && pieces.xmp === "") pieces.xmp = decodeLatin1(data.subarray(XMP_HEAD.length));
  if (head === EXTENDED_HEAD && pieces.extended.length * SEGMENT < found.room()) {
    const offset = Buffer.from(data.subarray(EXTENDED_OFFSET, EXTENDED_OFFSET + 4));
    pieces.extended.push([
      offset.length === 4 ? offset.readUInt32BE() : 0,
      decodeLatin1(data.subarray(EXTENDED_OFFSET + 4)),
    ]);
  }
}
