import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import sharp from "sharp";
import { expect, test } from "vitest";
import { mp4 } from "~/tests/fixtures/clips";
import { app1, exif, jpeg, png, rgba, tEXt, USER_COMMENT, webp } from "~/tests/fixtures/containers";
import { readGeneration } from "./file-metadata.server";

const INFOTEXT = "a cat\nSteps: 20, Seed: 1, Model: wai, Model hash: 45a21ea00a";
const comment = Buffer.concat([Buffer.from("UNICODE\0"), Buffer.from(INFOTEXT, "utf16le").swap16()]);
const block = exif([[USER_COMMENT, comment]]);

test.each([
  ["png", png([], [tEXt("parameters", INFOTEXT)])],
  ["jpeg", jpeg(app1(block))],
  ["webp", webp(["EXIF", block])],
] as const)("a %s tells what made it", async (kind, file) => {
  const { generation, ...reading } = await readGeneration(file);
  expect(reading).toMatchObject({ kind, generator: "A1111", raw: [{ text: INFOTEXT }] });
  expect(generation).toMatchObject({ prompt: "a cat", resources: [{ name: "wai", hashes: { autov2: "45a21ea00a" } }] });
});

test("an AVIF and a clip do, too", async () => {
  const avif = await sharp({ create: { width: 8, height: 8, channels: 3, background: "red" } })
    .withExif({ IFD0: { ImageDescription: INFOTEXT } })
    .avif()
    .toBuffer();
  const graph = JSON.stringify({
    prompt: { 1: { class_type: "UNETLoader", inputs: { unet_name: "wan.safetensors" } } },
  });
  expect(await readGeneration(avif)).toMatchObject({ kind: "avif", generator: "A1111" });
  expect(await readGeneration(mp4({ "\u00a9cmt": graph }))).toMatchObject({ kind: "mp4", generator: "ComfyUI" });
});

test.each([
  ["alpha", [3], "stealth_pngcomp"],
  ["colours", [0, 1, 2], "stealth_rgbcomp"],
])("text hidden in a real PNG's %s is found, whatever its color profile", async (_, channels, signature) => {
  const file = png([["iCCP", await profile()]], [], hidden(signature, channels));
  expect(await readGeneration(file)).toMatchObject({
    generator: "A1111",
    raw: [{ source: "stealth", text: INFOTEXT }],
  });
});

test("a file on disk is read like bytes", async () => {
  const folder = await mkdtemp(join(tmpdir(), "reading-"));
  await writeFile(join(folder, "x.bin"), jpeg(app1(block)));
  expect(await readGeneration(join(folder, "x.bin"))).toMatchObject({ kind: "jpeg", generator: "A1111" });
  await rm(folder, { recursive: true });
});

test("a picture that says nothing has no generation, and what is no picture no texts", async () => {
  expect(await readGeneration(png([tEXt("Software", "GIMP")]))).toMatchObject({
    kind: "png",
    generator: null,
    generation: null,
    raw: [{ text: "GIMP" }],
  });
  expect(await readGeneration(Buffer.from("<svg><desc>Steps: 20, Seed: 1</desc></svg>"))).toEqual({
    kind: "svg",
    generator: null,
    generation: null,
    raw: [],
  });
});

function hidden(signature: string, channels: number[], width = 48, height = 40) {
  const payload = gzipSync(INFOTEXT);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(payload.length * 8);
  const bytes = Buffer.concat([Buffer.from(signature), length, payload]);
  const data = new Uint8Array(width * height * 4).fill(128);
  for (let i = 3; i < data.length; i += 4) data[i] = 254;
  for (let i = 0; i < bytes.length * 8; i++) {
    const pixel = Math.floor(i / channels.length);
    const at = ((pixel % height) * width + Math.floor(pixel / height)) * 4 + channels[i % channels.length]!;
    data[at]! |= (bytes[i >> 3]! >> (7 - (i & 7))) & 1;
  }
  return rgba(width, height, data);
}

/** The iCCP chunk of a PNG in another color space, which a decoder would convert from. */
async function profile() {
  const file = await sharp({ create: { width: 1, height: 1, channels: 4, background: "red" } })
    .withIccProfile("p3")
    .png()
    .toBuffer();
  const at = file.indexOf("iCCP");
  return file.subarray(at + 4, at + 4 + file.readUInt32BE(at - 4));
}
