import type { RawEntry } from "../generation";
import { collector, type Collector } from "./collecting";
import { readExif } from "./exif";
import { MAX_CHUNKS } from "./limits";
import { readPngText, TEXT_CHUNKS } from "./png-text";
import { decodeLatin1 } from "./text";

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/**
 * The texts of a PNG: tEXt, zTXt, iTXt, eXIf and C2PA chunks, before and after the pixels. A broken file gives what
 * precedes the break; some writers put their texts after the end.
 */
export function readPng(bytes: Uint8Array): RawEntry[] {
  if (!SIGNATURE.every((byte, i) => bytes[i] === byte)) return [];
  const found = collector();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = SIGNATURE.length;
  for (let i = 0; i < MAX_CHUNKS && at + 8 <= bytes.length; i++) {
    const length = view.getUint32(at);
    const type = decodeLatin1(bytes.subarray(at + 4, at + 8));
    readChunk(type, bytes.subarray(at + 8, at + 8 + length), found);
    at += 12 + length;
  }
  return found.entries;
}

function readChunk(type: string, data: Uint8Array, found: Collector) {
  if (TEXT_CHUNKS.includes(type)) readPngText(type, data, found);
  if (type === "eXIf") readExif(data).forEach(found.add);
  if (type === "caBX") found.add({ source: "C2PA", key: "c2pa", text: decodeLatin1(data) });
}
