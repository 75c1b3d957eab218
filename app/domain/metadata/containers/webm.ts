import type { RawEntry } from "../generation";
import type { ByteSource } from "./byte-source";
import { collector, type Collector } from "./collecting";
import { MAX_TOTAL } from "./limits";
import { decodeText, withoutPadding } from "./text";

const HEADER = 0x1a45dfa3;
const SEGMENT = 0x18538067;
const TAGS = 0x1254c367;
const TAG = 0x7373;
const SIMPLE_TAG = 0x67c8;
const TAG_NAME = 0x45a3;
const TAG_STRING = 0x4487;
const LONGEST_HEAD = 12;
const MAX_ELEMENTS = 10_000;

type Element = { id: number; data: Uint8Array };

/**
 * The texts in a WebM's tags, keys in lower case. Steps over the frames by their stated sizes; a live recording, which
 * states none, is read up to its first frames.
 */
export async function readWebm(file: ByteSource): Promise<RawEntry[]> {
  const found = collector();
  let at = 0;
  for (let i = 0; i < MAX_ELEMENTS && at < file.size; i++) {
    const head = elementHead(await file.read(at, LONGEST_HEAD));
    if (!head || (i === 0 && head.id !== HEADER)) break;
    at += head.headSize;
    if (head.id === SEGMENT) continue;
    if (head.id === TAGS && head.size <= MAX_TOTAL) readTags(await file.read(at, head.size), found);
    at += head.size;
  }
  return found.entries;
}

function readTags(tags: Uint8Array, found: Collector) {
  const pending = elementsIn(tags, TAG).flatMap(({ data }) => elementsIn(data, SIMPLE_TAG));
  for (let i = 0; i < pending.length && i < MAX_ELEMENTS; i++) {
    const { data } = pending[i]!;
    const [name] = elementsIn(data, TAG_NAME);
    const [text] = elementsIn(data, TAG_STRING);
    if (name && text) found.add({ source: "tag", key: wordOf(name).toLowerCase(), text: wordOf(text) });
    pending.push(...elementsIn(data, SIMPLE_TAG)); // one tag may hold others
  }
}

function wordOf({ data }: Element) {
  return withoutPadding(decodeText(data));
}

function elementsIn(bytes: Uint8Array, id: number): Element[] {
  const elements: Element[] = [];
  let at = 0;
  for (let i = 0; i < MAX_ELEMENTS; i++) {
    const head = elementHead(bytes.subarray(at, at + LONGEST_HEAD));
    if (!head) break;
    at += head.headSize;
    if (head.id === id) elements.push({ id, data: bytes.subarray(at, at + head.size) });
    at += head.size;
  }
  return elements;
}

/** Id and size, each as long as the zeros before its first one say. A size of only ones is unknown. */
function elementHead(bytes: Uint8Array) {
  const idLength = Math.clz32(bytes[0] ?? 0) - 23;
  const sizeLength = Math.clz32(bytes[idLength] ?? 0) - 23;
  if (idLength > 4 || sizeLength > 8 || idLength + sizeLength > bytes.length) return null;
  const id = bigEndian(bytes.subarray(0, idLength));
  const [first = 0, ...rest] = bytes.subarray(idLength, idLength + sizeLength);
  const size = bigEndian([first & (0xff >> sizeLength), ...rest]);
  const isUnknown = size >= 2 ** (7 * sizeLength) - 1;
  return { id, headSize: idLength + sizeLength, size: isUnknown ? Infinity : size };
}

function bigEndian(bytes: Iterable<number>) {
  return [...bytes].reduce((number, byte) => number * 256 + byte, 0);
}
