import { crc32 } from "node:zlib";
import sharp from "sharp";
import { noiseFrom } from "./noise";
import type { Piece } from "./pieces";

const HEIGHT = 640;

/** A piece as a PNG that says, as such files do, how it was made. */
export async function draw(piece: Piece) {
  const width = Math.round(HEIGHT * piece.aspect);
  const pixels = paint(piece, width);
  const png = await sharp(pixels, { raw: { width, height: HEIGHT, channels: 3 } })
    .png({ compressionLevel: 6 })
    .toBuffer();
  return withText(png, "parameters", parametersOf(piece, width));
}

function paint({ scene, ...brief }: Piece, width: number) {
  const shade = scene(brief);
  const grain = noiseFrom(brief.seed + 7);
  const rough = (1 - brief.care) * 0.16;
  const pixels = Buffer.alloc(width * HEIGHT * 3);
  let at = 0;
  for (let row = 0; row < HEIGHT; row++) {
    for (let column = 0; column < width; column++) {
      const x = column / HEIGHT;
      const y = row / HEIGHT;
      const dust = (grain(column * 0.7, row * 0.7, 1) - 0.5) * rough;
      for (const channel of shade(x, y)) pixels[at++] = Math.max(0, Math.min(255, Math.round((channel + dust) * 255)));
    }
  }
  return pixels;
}

function parametersOf({ title, seed, model, care }: Piece, width: number) {
  const steps = Math.round(12 + care * 28);
  return [
    `${title}, soft light, wide view, no people`,
    "Negative prompt: text, watermark, frame",
    `Steps: ${steps}, Sampler: DPM++ 2M, Schedule type: Karras, CFG scale: 6, Seed: ${seed}, Size: ${width}x${HEIGHT}, ` +
      `Model hash: ${model.hash}, Model: ${model.name}, Version: v1.10.1`,
  ].join("\n");
}

// A tEXt chunk goes before the last twelve bytes, which are the end of a PNG.
function withText(png: Buffer, keyword: string, words: string) {
  const body = Buffer.concat([Buffer.from("tEXt"), Buffer.from(`${keyword}\0${words}`, "latin1")]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(body.length - 4, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return Buffer.concat([png.subarray(0, -12), chunk, png.subarray(-12)]);
}
