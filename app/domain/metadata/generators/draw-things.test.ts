import { expect, test } from "vitest";
import { parseDrawThings } from "./draw-things";

const settings = {
  c: `a sign that says "hello" & <b>`,
  uc: "bad",
  model: "flux_2_klein_9b_kv_q8p.ckpt",
  lora: [{ model: "ink_lora_f16.ckpt", weight: 0.6 }],
  sampler: "DDIM Trailing",
  scale: 1,
  seed: 2539823027,
  size: "576x256",
  steps: 6,
  clip_skip: 2,
  v2: {
    loras: [
      { file: "ink_lora_f16.ckpt", weight: 0.6 },
      { file: "two.ckpt", weight: 1 },
    ],
    controls: [{ file: "canny.ckpt", weight: 0.5 }],
  },
};

function packet(tool: string) {
  const escaped = JSON.stringify(settings).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  return `<x:xmpmeta><rdf:Description><xmp:CreatorTool>${tool}</xmp:CreatorTool><exif:UserComment><rdf:Alt>
    <rdf:li xml:lang="x-default">${escaped}</rdf:li></rdf:Alt></exif:UserComment></rdf:Description></x:xmpmeta>`;
}

test("the settings in its XMP are read", () => {
  const found = parseDrawThings([{ source: "XMP", key: "xmp", text: packet("Draw Things") }]);
  expect(found).toMatchObject({
    generator: "Draw Things",
    prompt: settings.c,
    negativePrompt: "bad",
    seed: "2539823027",
    width: 576,
    height: 256,
  });
  expect(found?.resources.map(({ kind, name, weight }) => [kind, name, weight])).toEqual([
    ["checkpoint", "flux_2_klein_9b_kv_q8p.ckpt", undefined],
    ["lora", "ink_lora_f16.ckpt", 0.6],
    ["lora", "two.ckpt", 1],
    ["controlnet", "canny.ckpt", 0.5],
  ]);
});

test("another tool's XMP is not", () => {
  expect(parseDrawThings([{ source: "XMP", key: "xmp", text: packet("Adobe Photoshop 26.0") }])).toBeNull();
});
