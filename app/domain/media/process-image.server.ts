import { createHash } from "node:crypto";
import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import type { Metadata } from "sharp";
import { rgbaToThumbHash } from "thumbhash";
import { widths } from "./files";
import type { Width } from "./files";

// Only these three decoders exist for us, whatever libvips was built with.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp"] });
sharp.concurrency(2);
sharp.cache(false);

const MAX_PIXELS = 50_000_000;
const SECONDS = 30;
const LARGEST = 1600;
/** A picture that is larger than this at 800 wide is tried again, coarser. */
const MAX_BYTES = 150_000;
const QUALITIES = [80, 60, 40, 20] as const;
/** How many bytes of a picture may have to be held at once, beside what every picture takes. */
export const MAX_DECODED_BYTES = 160_000_000;
const types = { jpeg: "image/jpeg", png: "image/png", webp: "image/webp" } as const;

export type ProcessedImage = {
  type: string;
  width: number;
  height: number;
  /** SHA-256 of the upright pixels at most 1600 wide or high, with the full size: equal for the same picture saved again. */
  pixelHash: string;
  thumbhash: Buffer;
  files: PublishedFile[];
};

/** A finished file that is to be published under `name`. */
export type PublishedFile = { name: string; path: string; type: string };

/**
 * Decodes a JPEG, PNG or WebP and writes what we publish of it into `folder`: upright, sRGB, WebP, without metadata.
 * Null when it is none of these, broken, animated beyond its first frame's worth, larger than 50 megapixels, or more than
 * may be held at once.
 */
export async function processImage(path: string, folder: string): Promise<ProcessedImage | null> {
  try {
    const { format, autoOrient, ...rest } = await input(path).metadata();
    const type = types[format as keyof typeof types];
    if (!type || heldOf({ format, ...rest }) > MAX_DECODED_BYTES) return null;
    const master = await masterOf(path);
    return {
      type,
      ...autoOrient,
      pixelHash: hashOf(master, autoOrient),
      thumbhash: await thumbhashOf(master),
      files: await publish(master, folder),
    };
  } catch {
    return null;
  }
}

/** How many bytes of it have to be held at once to decode it, by its head; 0 for what is no picture, no end of them above 50 megapixels. */
export async function decodedBytes(path: string) {
  return sharp(path, { limitInputPixels: false, pages: 1 })
    .timeout({ seconds: SECONDS })
    .metadata()
    .then(heldOf, () => 0);
}

// Most are read line by line, and take little however large they are. One in several passes is only whole after the last:
// as pixels in a PNG, as coefficients of two bytes in a JPEG. A WebP without loss, which looks back to its first line, and sixteen
// bits a color took up to three bytes a pixel where they were measured.
function heldOf({
  format,
  width,
  height,
  channels,
  depth,
  isProgressive,
  chromaSubsampling,
}: Omit<Metadata, "autoOrient">) {
  const pixels = width * height;
  if (pixels > MAX_PIXELS) return Infinity;
  if (format === "webp" || (!isProgressive && depth === "ushort")) return pixels * 3;
  if (!isProgressive) return 0;
  if (format === "png") return pixels * channels * (depth === "ushort" ? 2 : 1);
  return pixels * 2 * (chromaSubsampling === "4:2:0" ? 1.5 : channels);
}

type Raw = { data: Buffer; info: { width: number; height: number; channels: 1 | 2 | 3 | 4 } };

function input(path: string) {
  return sharp(path, { limitInputPixels: MAX_PIXELS, failOn: "error", pages: 1 }).timeout({ seconds: SECONDS });
}

// Everything is made from one decode, at most 1600 wide and as high as that leaves it.
async function masterOf(path: string): Promise<Raw> {
  const upright = input(path).autoOrient().toColourspace("srgb");
  const sized = upright.resize({ width: LARGEST, height: 4 * LARGEST, fit: "inside", withoutEnlargement: true });
  return sized.ensureAlpha().raw().toBuffer({ resolveWithObject: true }) as Promise<Raw>;
}

function hashOf({ data, info }: Raw, { width, height }: { width: number; height: number }) {
  return createHash("sha256").update(`${width}x${height}:${info.width}x${info.height}:`).update(data).digest("hex");
}

function from({ data, info }: Raw) {
  return sharp(data, { raw: info, limitInputPixels: MAX_PIXELS }).timeout({ seconds: SECONDS });
}

async function thumbhashOf(master: Raw) {
  const small = from(master).resize({ width: 100, height: 100, fit: "inside" });
  const { data, info } = await small.raw().toBuffer({ resolveWithObject: true });
  return Buffer.from(rgbaToThumbHash(info.width, info.height, data));
}

async function publish(master: Raw, folder: string) {
  const files: PublishedFile[] = [];
  for (const width of widths) {
    const name = `${width}.webp`;
    const path = join(folder, name);
    const narrower = files.at(-1);
    // What is no wider than the last one would only be that once more.
    if (narrower && master.info.width <= parseInt(narrower.name, 10)) await copyFile(narrower.path, path);
    else await encode(master, width, path);
    files.push({ name, path, type: "image/webp" });
  }
  return files;
}

// Finer colors at edges double the work, and are not seen where pixels are as small as in the widest.
async function encode(master: Raw, width: Width, path: string) {
  const most = MAX_BYTES * Math.max(1, width / 800) ** 2;
  for (const quality of QUALITIES) {
    const sized = from(master).resize({ width, withoutEnlargement: true });
    const { size } = await sized.webp({ quality, smartSubsample: width < LARGEST }).toFile(path);
    if (size <= most) return;
  }
}
