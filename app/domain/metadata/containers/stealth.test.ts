import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { readStealth, type Columns } from "./stealth";

/** Hides a text down the columns of `width` × `height` pixels. */
function hide(
  signature: string,
  payload: Uint8Array,
  { width = 60, height = 60, channels = [3], bits = payload.length * 8 } = {},
) {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bits);
  const bytes = Buffer.concat([Buffer.from(signature), length, payload]);
  const data = new Uint8Array(width * height * 4).fill(254);
  for (let i = 0; i < bytes.length * 8; i++) {
    const pixel = Math.floor(i / channels.length);
    const at = ((pixel % height) * width + Math.floor(pixel / height)) * 4 + channels[i % channels.length]!;
    data[at]! |= (bytes[i >> 3]! >> (7 - (i & 7))) & 1;
  }
  const asked: number[] = [];
  const columns = async (wanted: number): Promise<Columns> => {
    asked.push(wanted);
    const rows = Array.from({ length: height }, (_, y) => data.subarray(y * width * 4, (y * width + wanted) * 4));
    return { data: Buffer.concat(rows), width: wanted, height, channels: 4 };
  };
  return { read: () => readStealth({ width, height }, columns), asked };
}

const text = "a circle\nSteps: 20, Seed: 1";

test.each([
  ["in alpha", "stealth_pnginfo", Buffer.from(text), [3]],
  ["in alpha, gzipped", "stealth_pngcomp", gzipSync(text), [3]],
  ["in the colours", "stealth_rgbinfo", Buffer.from(text), [0, 1, 2]],
  ["in the colours, gzipped", "stealth_rgbcomp", gzipSync(text), [0, 1, 2]],
])("text hidden %s is found", async (_, signature, payload, channels) => {
  expect(await hide(signature, payload, { channels }).read()).toEqual([{ source: "stealth", key: "parameters", text }]);
});

test("only the columns that hold the text are asked for", async () => {
  const hidden = hide("stealth_pnginfo", Buffer.from(text));
  await hidden.read();
  expect(hidden.asked).toEqual([3, Math.ceil(((19 + text.length) * 8) / 60)]);
});

test("a length that the picture can't hold, a gzip bomb and no text at all give nothing", async () => {
  const bomb = gzipSync(Buffer.alloc(20_000_000));
  expect(await hide("stealth_pnginfo", Buffer.from(text), { bits: 0xffffffff }).read()).toEqual([]);
  expect(await hide("stealth_pngcomp", bomb, { width: 600, height: 600 }).read()).toEqual([]);
  expect(await hide("stealth_pnginfo", new Uint8Array()).read()).toEqual([]);
  expect(await hide("something else..", Buffer.from(text)).read()).toEqual([]);
});
