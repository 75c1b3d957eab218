import { open, type FileHandle } from "node:fs/promises";
import sharp from "sharp";
import { sourceOf, type ByteSource } from "./containers/byte-source";
import { readExif } from "./containers/exif";
import { readJpeg } from "./containers/jpeg";
import { readMp4 } from "./containers/mp4";
import { readPng } from "./containers/png";
import { fileKind, HEAD_BYTES, type FileKind } from "./containers/signature";
import { readStealth, type Columns } from "./containers/stealth";
import { decodeText } from "./containers/text";
import { readWebm } from "./containers/webm";
import { readWebp } from "./containers/webp";
import { parseGeneration } from "./generators/parsers";
import type { GenerationMetadata, RawEntry } from "./generation";

export type Reading = {
  kind: FileKind;
  generator: string | null;
  generation: GenerationMetadata | null;
  raw: RawEntry[];
};

const MAX_IMAGE_BYTES = 32 << 20;
const MAX_STEALTH_PIXELS = 20_000_000;
/** By the clock on the wall: long enough that a busy machine loses nothing. */
const TIME_LIMIT_MS = 10_000;

/**
 * What a file is and what it says made it, from its path or its bytes. Never throws for what the file holds; reads at
 * most 32 MB of an image, and gives up on what has not been found within ten seconds.
 */
export async function readGeneration(file: string | Uint8Array, kind?: FileKind): Promise<Reading> {
  if (typeof file !== "string") return readFrom(sourceOf(file), kind);
  const handle = await open(file, "r");
  try {
    return await readFrom(await sourceOfHandle(handle), kind);
  } finally {
    await handle.close();
  }
}

async function readFrom(file: ByteSource, stated?: FileKind): Promise<Reading> {
  const kind = stated ?? fileKind(await file.read(0, HEAD_BYTES));
  const raw = await within(TIME_LIMIT_MS, readTexts(file, kind), []);
  const generation = parseGeneration(raw);
  return { kind, generator: generation?.generator ?? null, generation, raw };
}

async function readTexts(file: ByteSource, kind: FileKind): Promise<RawEntry[]> {
  if (kind === "mp4") return readMp4(file);
  if (kind === "webm") return readWebm(file);
  if (kind !== "png" && kind !== "jpeg" && kind !== "webp" && kind !== "avif") return [];
  const bytes = await file.read(0, MAX_IMAGE_BYTES);
  if (kind === "jpeg") return readJpeg(bytes);
  if (kind === "avif") return readAvif(bytes);
  const texts = kind === "png" ? readPng(bytes) : readWebp(bytes);
  const hidden = parseGeneration(texts) ? [] : await readHidden(bytes);
  return [...texts, ...hidden];
}

async function readAvif(bytes: Uint8Array): Promise<RawEntry[]> {
  const { exif, xmp } = await sharp(bytes)
    .metadata()
    .catch(() => ({ exif: undefined, xmp: undefined }));
  return [...(exif ? readExif(exif) : []), ...(xmp ? [{ source: "XMP", key: "xmp", text: decodeText(xmp) }] : [])];
}

async function readHidden(bytes: Uint8Array): Promise<RawEntry[]> {
  try {
    const size = await sharp(bytes).metadata();
    if (!size.width || !size.height || size.width * size.height > MAX_STEALTH_PIXELS) return [];
    return await readStealth(size, (width) => readColumns(bytes, width, size.height));
  } catch {
    return [];
  }
}

async function readColumns(bytes: Uint8Array, width: number, height: number): Promise<Columns> {
  const picture = sharp(bytes, { limitInputPixels: MAX_STEALTH_PIXELS, ignoreIcc: true }).timeout({ seconds: 5 });
  const left = picture.extract({ left: 0, top: 0, width, height }).raw();
  const { data, info } = await left.toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels };
}

async function sourceOfHandle(handle: FileHandle): Promise<ByteSource> {
  const { size } = await handle.stat();
  const read = async (at: number, length: number) => {
    const wanted = Math.max(0, Math.min(length, size - at));
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(wanted), 0, wanted, at);
    return buffer.subarray(0, bytesRead);
  };
  return { size, read };
}

async function within<T>(ms: number, work: Promise<T>, otherwise: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((resolve) => (timer = setTimeout(resolve, ms, otherwise)));
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
