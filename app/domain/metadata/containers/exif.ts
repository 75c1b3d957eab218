import type { RawEntry } from "../generation";
import { collector, type Collector } from "./collecting";
import { decodeText, decodeUtf16, withoutPadding } from "./text";
import { decodeUserComment } from "./user-comment";

const ASCII = 2;
const UTF8 = 129;
const UNIT_BYTES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];
const EXIF_IFD = 0x8769;
const USER_COMMENT = 0x9286;
const MAX_TAGS = 1_000;

// Only what generators write: no GPS, no serial numbers, no owner.
const NAMES: Record<number, string> = {
  0x010d: "DocumentName",
  0x010e: "ImageDescription",
  0x010f: "Make",
  0x0110: "Model",
  0x0131: "Software",
  0x013b: "Artist",
  0x8298: "Copyright",
  0x927c: "MakerNote",
  0x9c9b: "XPTitle",
  0x9c9c: "XPComment",
  0x9c9e: "XPKeywords",
  0x9c9f: "XPSubject",
  [USER_COMMENT]: "UserComment",
};

type Tiff = { view: DataView; bytes: Uint8Array; little: boolean };

/** The texts of an EXIF block (with or without its `Exif\0\0` head). Whatever points outside is skipped. */
export function readExif(block: Uint8Array): RawEntry[] {
  const tiff = openTiff(block);
  if (!tiff) return [];
  const found = collector();
  const pending = [tiff.view.getUint32(4, tiff.little)];
  for (let i = 0; i < pending.length && i < 4; i++) readDirectory(tiff, pending[i]!, pending, found);
  return found.entries;
}

function openTiff(block: Uint8Array): Tiff | null {
  const hasHead = block[0] === 0x45 && block[1] === 0x78 && block[2] === 0x69 && block[3] === 0x66;
  const bytes = hasHead ? block.subarray(6) : block;
  if (bytes.length < 8) return null;
  const order = bytes[0]! * 256 + bytes[1]!;
  if (order !== 0x4949 && order !== 0x4d4d) return null;
  return { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), bytes, little: order === 0x4949 };
}

function readDirectory(tiff: Tiff, at: number, pending: number[], found: Collector) {
  if (at + 2 > tiff.bytes.length) return;
  const count = Math.min(tiff.view.getUint16(at, tiff.little), MAX_TAGS);
  for (let i = 0; i < count; i++) {
    const entry = at + 2 + i * 12;
    if (entry + 12 > tiff.bytes.length) return;
    const tag = tiff.view.getUint16(entry, tiff.little);
    if (tag === EXIF_IFD) pending.push(tiff.view.getUint32(entry + 8, tiff.little));
    else readTag(tiff, tag, entry, found);
  }
}

function readTag(tiff: Tiff, tag: number, entry: number, found: Collector) {
  const type = tiff.view.getUint16(entry + 2, tiff.little);
  const key = NAMES[tag] ?? (type === ASCII && tag >= 0x0100 && tag < 0x0140 ? `tag 0x0${tag.toString(16)}` : null);
  const unit = type === UTF8 ? 1 : UNIT_BYTES[type];
  if (!key || !unit) return;
  const length = tiff.view.getUint32(entry + 4, tiff.little) * unit;
  const at = length <= 4 ? entry + 8 : tiff.view.getUint32(entry + 8, tiff.little);
  if (at >= tiff.bytes.length || length > found.room() * 4) return;
  const value = tiff.bytes.subarray(at, at + length);
  found.add({ source: "EXIF", key, text: decodeTag(tag, value) });
}

function decodeTag(tag: number, value: Uint8Array) {
  if (tag === USER_COMMENT) return decodeUserComment(value);
  if (tag >= 0x9c9b && tag <= 0x9c9f) return withoutPadding(decodeUtf16(value, "utf-16le"));
  return withoutPadding(decodeText(value));
}
