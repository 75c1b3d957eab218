import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import type { Sharp } from "sharp";
import { afterEach, beforeEach, expect, test } from "vitest";
import { decodedBytes, processImage } from "./process-image.server";

const COLOR = { r: 200, g: 100, b: 50 };
let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "crucible-pictures-"));
});

afterEach(() => rm(folder, { recursive: true }));

function plain(width: number, height: number, background: { r: number; g: number; b: number; alpha?: number } = COLOR) {
  return sharp({ create: { width, height, channels: background.alpha === undefined ? 3 : 4, background } });
}

async function made(from: Sharp) {
  const path = join(folder, "arrived");
  await writeFile(path, await from.toBuffer());
  return processImage(path, folder);
}

/** The color in the middle of what was published at a width. */
async function published(width = 320) {
  const { data, info } = await sharp(join(folder, `${width}.webp`))
    .raw()
    .toBuffer({ resolveWithObject: true });
  const middle = (Math.floor(info.height / 2) * info.width + Math.floor(info.width / 2)) * info.channels;
  return { color: [...data.subarray(middle, middle + info.channels)], width: info.width, height: info.height };
}

test.each<[string, () => Sharp, number]>([
  ["wide-gamut colours", () => plain(40, 30).withIccProfile("p3").jpeg({ quality: 100 }), 3],
  ["inks", () => plain(40, 30).toColourspace("cmyk").withIccProfile("cmyk").jpeg({ quality: 100 }), 32],
  ["inks without a profile", () => plain(40, 30).toColourspace("cmyk").jpeg({ quality: 100 }), 32],
  ["sixteen bits", () => plain(40, 30).toColourspace("rgb16").png(), 3],
  ["a palette", () => plain(40, 30).png({ palette: true }), 3],
])("%s look on the page as they were meant", async (_, from, most) => {
  expect(await made(from())).toMatchObject({ width: 40, height: 30 });
  const [r, g, b] = (await published()).color;
  for (const off of [r! - COLOR.r, g! - COLOR.g, b! - COLOR.b]) expect(Math.abs(off)).toBeLessThanOrEqual(most);
});

test("gray stays gray, and transparency is kept", async () => {
  await made(plain(40, 30, { r: 128, g: 128, b: 128 }).toColourspace("grey16").png());
  expect((await published()).color).toEqual([128, 128, 128]);
  await made(plain(40, 30, { r: 255, g: 0, b: 0, alpha: 0.5 }).png());
  expect((await published()).color[3]).toBe(128);
});

test.each([
  [1, 60, 30],
  [3, 60, 30],
  [6, 30, 60],
  [8, 30, 60],
])("a camera held as EXIF %i says gives an upright %i × %i", async (orientation, width, height) => {
  expect(await made(plain(60, 30).withMetadata({ orientation }).jpeg())).toMatchObject({ width, height });
  expect(await published()).toMatchObject({ width, height });
});

test("one pixel, one column and one row are pictures too", async () => {
  for (const [width, height] of [
    [1, 1],
    [1, 20_000],
    [20_000, 1],
  ] as const) {
    expect(await made(plain(width, height).png())).toMatchObject({ width, height });
    expect((await published()).width).toBe(Math.min(width, 320));
  }
});

test("of a moving picture the first frame is shown, and above fifty megapixels nothing", async () => {
  const frames = Buffer.concat([Buffer.alloc(40 * 30 * 3, 200), Buffer.alloc(40 * 30 * 3, 10)]);
  const raw = { width: 40, height: 60, channels: 3, pageHeight: 30 } as const;
  expect(await made(sharp(frames, { raw }).webp({ loop: 0, delay: [100, 100] }))).toMatchObject({
    width: 40,
    height: 30,
  });
  expect((await published()).color).toEqual([200, 200, 200]);
  expect(await made(plain(7_100, 7_100).png({ compressionLevel: 1 }))).toBeNull();
  expect(await decodedBytes(join(folder, "arrived"))).toBe(Infinity);
});

test.each<[string, () => Sharp, number]>([
  ["a PNG in several passes, as pixels", () => plain(40, 30).png({ progressive: true }), 40 * 30 * 3],
  [
    "one of sixteen bits that can be seen through",
    () =>
      plain(40, 30, { ...COLOR, alpha: 0.5 })
        .toColourspace("rgb16")
        .png({ progressive: true }),
    40 * 30 * 4 * 2,
  ],
  ["one of sixteen bits line by line", () => plain(40, 30).toColourspace("rgb16").png(), 40 * 30 * 3],
  [
    "a JPEG in several passes, as coefficients",
    () => plain(40, 30).jpeg({ progressive: true, chromaSubsampling: "4:4:4" }),
    40 * 30 * 3 * 2,
  ],
  ["one with less colour than light", () => plain(40, 30).jpeg({ progressive: true }), 40 * 30 * 1.5 * 2],
  ["a WebP", () => plain(40, 30).webp(), 40 * 30 * 3],
  ["a PNG line by line", () => plain(40, 30).png(), 0],
])("what has to be held at once of %s is known by its head", async (_, from, bytes) => {
  const path = join(folder, "arrived");
  await writeFile(path, await from().toBuffer());
  expect(await decodedBytes(path)).toBe(bytes);
  await writeFile(path, "no picture");
  expect(await decodedBytes(path)).toBe(0);
});

test("a picture full of detail is made coarser until it is small enough to load, a plain one is not", async () => {
  const [width, height] = [1_000, 700];
  const noise = Buffer.alloc(width * height * 3);
  for (let i = 0, seed = 1; i < noise.length; i += 1) noise[i] = (seed = (seed * 48_271) % 2_147_483_647) >> 8;
  const detailed = sharp(noise, { raw: { width, height, channels: 3 } }).blur(0.6);
  await made(detailed.png({ compressionLevel: 1 }));
  const { size } = await stat(join(folder, "800.webp"));
  expect(size).toBeLessThanOrEqual(150_000);
  expect(
    (
      await sharp(noise, { raw: { width, height, channels: 3 } })
        .blur(0.6)
        .resize(800)
        .webp({ quality: 80 })
        .toBuffer()
    ).length,
  ).toBeGreaterThan(150_000);
});

test("what is no wider than the last size is not made again", async () => {
  await made(plain(500, 400).png());
  expect(await readFile(join(folder, "1600.webp"))).toEqual(await readFile(join(folder, "800.webp")));
  expect(await published(1600)).toMatchObject({ width: 500, height: 400 });
});

test("a drawing is no picture, whatever its file is called", async () => {
  const path = join(folder, "frame.png");
  await writeFile(
    path,
    `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>`,
  );
  expect(await processImage(path, folder)).toBeNull();
});
