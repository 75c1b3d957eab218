import type { RawEntry } from "../generation";
import { gunzip } from "./inflating";
import { MAX_TEXT } from "./limits";
import { decodeLatin1, decodeText } from "./text";

const SIGNATURE_BYTES = 15;
const HEAD_BITS = (SIGNATURE_BYTES + 4) * 8;

/** The leftmost `width` columns of a picture, interleaved; `channels` is 4 when it has alpha. */
export type Columns = { data: Uint8Array; width: number; height: number; channels: number };
export type ReadColumns = (width: number) => Promise<Columns | null>;

type Hiding = { signature: string; packed: boolean; channels: readonly number[] };

const HIDINGS: readonly Hiding[] = [
  { signature: "stealth_pnginfo", packed: false, channels: [3] },
  { signature: "stealth_pngcomp", packed: true, channels: [3] },
  { signature: "stealth_rgbinfo", packed: false, channels: [0, 1, 2] },
  { signature: "stealth_rgbcomp", packed: true, channels: [0, 1, 2] },
];

/**
 * Text hidden in the lowest bits of the pixels, down the columns from the left: a signature, a length in bits, then
 * the text, gzipped or not. Only as many columns are asked for as the text takes.
 */
export async function readStealth(size: { width: number; height: number }, columns: ReadColumns): Promise<RawEntry[]> {
  const first = await columns(columnsFor(HEAD_BITS, size));
  const hiding = first && HIDINGS.find((one) => fits(one, first) && signatureIn(first, one) === one.signature);
  if (!hiding) return [];
  const head = takeBytes(first, hiding.channels, SIGNATURE_BYTES + 4);
  const bits = new DataView(head.buffer).getUint32(SIGNATURE_BYTES);
  const room = size.width * size.height * hiding.channels.length - HEAD_BITS;
  if (bits === 0 || bits > Math.min(room, MAX_TEXT * 8)) return [];
  const whole = await columns(columnsFor(HEAD_BITS + bits, size));
  return whole ? unwrap(takeBytes(whole, hiding.channels, SIGNATURE_BYTES + 4 + (bits >> 3)), hiding) : [];
}

function columnsFor(bits: number, size: { width: number; height: number }) {
  return Math.min(size.width, Math.ceil(bits / size.height));
}

function fits(hiding: Hiding, pixels: Columns) {
  return Math.max(...hiding.channels) < pixels.channels;
}

function signatureIn(pixels: Columns, hiding: Hiding) {
  return decodeLatin1(takeBytes(pixels, hiding.channels, SIGNATURE_BYTES));
}

function takeBytes(pixels: Columns, channels: readonly number[], length: number) {
  const taken = new Uint8Array(length);
  for (let i = 0; i < length * 8; i++) {
    const pixel = Math.floor(i / channels.length);
    const row = pixel % pixels.height;
    const column = Math.floor(pixel / pixels.height);
    if (column >= pixels.width) break;
    const at = (row * pixels.width + column) * pixels.channels + channels[i % channels.length]!;
    taken[i >> 3]! |= (pixels.data[at]! & 1) << (7 - (i & 7));
  }
  return taken;
}

function unwrap(bytes: Uint8Array, hiding: Hiding): RawEntry[] {
  const payload = bytes.subarray(SIGNATURE_BYTES + 4);
  const plain = hiding.packed ? gunzip(payload, MAX_TEXT) : payload;
  return plain ? [{ source: "stealth", key: "parameters", text: decodeText(plain) }] : [];
}
