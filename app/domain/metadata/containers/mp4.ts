import type { RawEntry } from "../generation";
import type { ByteSource } from "./byte-source";
import { collector, type Collector } from "./collecting";
import { MAX_TEXT } from "./limits";
import { decodeLatin1, decodeText, decodeUtf16 } from "./text";

type Box = { type: string; data: Uint8Array };

const MAX_TOP_LEVEL = 2_000;
const MAX_BOXES = 10_000;
const MAX_MOVIE_BYTES = 16 << 20;
const UTF16 = 2;
const C2PA_BOX = "d8fec3d61b0e483c92975828877ec481";

/**
 * The texts in an MP4's tags: iTunes items such as `©cmt`, free-form items and named keys, keys in lower case. Reads
 * only the `moov` box, and a C2PA manifest.
 */
export async function readMp4(file: ByteSource): Promise<RawEntry[]> {
  const found = collector();
  let at = 0;
  for (let i = 0; i < MAX_TOP_LEVEL && at + 8 <= file.size; i++) {
    const head = await file.read(at, 16);
    const { type, size, headSize } = boxHead(head, file.size - at);
    if (size < headSize) break;
    if (type === "moov" && size <= MAX_MOVIE_BYTES) readMovie(await file.read(at + headSize, size - headSize), found);
    if (type === "uuid" && size <= MAX_TEXT) readManifest(await file.read(at + headSize, size - headSize), found);
    at += size;
  }
  return found.entries;
}

function readMovie(movie: Uint8Array, found: Collector) {
  const children = boxesIn(movie);
  const metas = [...children, ...inside(children, "udta")].filter(({ type }) => type === "meta");
  for (const { data } of metas) readTags(metaBoxes(data), found);
}

function readManifest(box: Uint8Array, found: Collector) {
  if (Buffer.from(box.subarray(0, 16)).toString("hex") !== C2PA_BOX) return;
  found.add({ source: "C2PA", key: "c2pa", text: decodeLatin1(box.subarray(16)) });
}

// QuickTime's meta begins with its boxes, MP4's with a version before them.
function metaBoxes(data: Uint8Array) {
  return boxesIn(decodeLatin1(data.subarray(4, 8)) === "hdlr" ? data : data.subarray(4));
}

function readTags(boxes: Box[], found: Collector) {
  const keys = boxes.filter(({ type }) => type === "keys").flatMap(({ data }) => keyNames(data));
  for (const item of inside(boxes, "ilst")) {
    const parts = boxesIn(item.data);
    const free = parts.find(({ type }) => type === "name")?.data.subarray(4);
    const key = free ? decodeText(free) : (keys[numberIn(item.type) - 1] ?? item.type);
    const text = textIn(parts.find(({ type }) => type === "data")?.data);
    if (text) found.add({ source: "tag", key: tagName(key), text });
  }
}

// Beside a list of keys, an item's type is its key's number.
function numberIn(type: string) {
  return Buffer.from(type, "latin1").readUInt32BE();
}

function keyNames(data: Uint8Array) {
  return boxesIn(data.subarray(8)).map((key) => decodeText(key.data));
}

function textIn(data: Uint8Array | undefined) {
  if (!data || data.length < 8) return null;
  const value = data.subarray(8);
  return data[3] === UTF16 ? decodeUtf16(value, "utf-16be") : decodeText(value);
}

function tagName(key: string) {
  return key === "\u00a9cmt" ? "comment" : key.toLowerCase();
}

function inside(boxes: Box[], type: string) {
  return boxes.filter((box) => box.type === type).flatMap(({ data }) => boxesIn(data));
}

function boxesIn(bytes: Uint8Array): Box[] {
  const boxes: Box[] = [];
  for (let at = 0; at + 8 <= bytes.length && boxes.length < MAX_BOXES;) {
    const { type, size, headSize } = boxHead(bytes.subarray(at, at + 16), bytes.length - at);
    if (size < headSize) break;
    boxes.push({ type, data: bytes.subarray(at + headSize, at + size) });
    at += size;
  }
  return boxes;
}

// A size of 1 stands for one of 64 bits that follows, a size of 0 for all that is left.
function boxHead(head: Uint8Array, left: number) {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const type = decodeLatin1(head.subarray(4, 8));
  const stated = head.length >= 8 ? view.getUint32(0) : -1;
  if (stated === 1 && head.length >= 16) return { type, size: Number(view.getBigUint64(8)), headSize: 16 };
  return { type, size: stated === 0 ? left : stated, headSize: 8 };
}
