import { expect, test } from "vitest";
import { parseTensorArt } from "./tensorart";

const HASH = "A5F58EB1C33616C4F06BCA55AF39876A7B817913CD829CAA8ACB111B770C85CC";
const data = {
  prompt: "a cat #テスト",
  negativePrompt: "bad",
  width: 1024,
  height: 768,
  steps: 25,
  cfgScale: 7,
  seed: "-1",
  clipSkip: 2,
  baseModel: { type: "BASE_MODEL", modelFileName: "WAI-16", baseModel: "Illustrious", hash: HASH },
  models: [
    { type: "LORA", modelFileName: "ink", weight: 0.8, hash: HASH.replace("A5", "B5") },
    { type: "EMBEDDING", modelFileName: "easy" },
  ],
  sdVae: "Automatic",
  ksamplerName: "euler_ancestral",
  schedule: "karras",
};

test("the JSON before the NUL is read, and the real seed from the graph beside it", () => {
  const graph = {
    1: { class_type: "KSampler", inputs: { seed: 3036459311, model: ["2", 0] } },
    2: { class_type: "X", inputs: {} },
  };
  const found = parseTensorArt([
    { source: "tEXt", key: "prompt", text: JSON.stringify(graph) },
    { source: "tEXt", key: "generation_data", text: `${JSON.stringify(data)}\0` },
  ]);
  expect(found).toMatchObject({
    generator: "Tensor.Art",
    prompt: "a cat #テスト",
    sampler: "euler_ancestral",
    scheduler: "karras",
    seed: "3036459311",
    clipSkip: 2,
    baseModelHint: { from: "tensorart", code: "Illustrious" },
  });
  expect(found?.resources).toEqual([
    { kind: "checkpoint", name: "WAI-16", hashes: { sha256: HASH.toLowerCase() } },
    { kind: "lora", name: "ink", weight: 0.8, hashes: { sha256: HASH.replace("A5", "b5").toLowerCase() } },
    { kind: "embedding", name: "easy", hashes: {} },
  ]);
});

test("without a graph an arbitrary seed stays unknown", () => {
  const found = parseTensorArt([{ source: "tEXt", key: "generation_data", text: JSON.stringify(data) }]);
  expect(found).not.toBeNull();
  expect(found?.seed).toBeUndefined();
});

test("what the JSON leaves out stands in the graph", () => {
  const graph = {
    1: {
      class_type: "KSampler",
      inputs: {
        seed: 7,
        steps: 30,
        cfg: 5,
        sampler_name: "euler",
        scheduler: "normal",
        model: ["2", 0],
        latent_image: ["3", 0],
      },
    },
    2: { class_type: "CheckpointLoaderSimple", inputs: { ckpt_name: "hidden" } },
    3: { class_type: "EmptyLatentImage", inputs: { width: 512, height: 768 } },
  };
  const found = parseTensorArt([
    { source: "tEXt", key: "prompt", text: JSON.stringify(graph) },
    { source: "tEXt", key: "generation_data", text: JSON.stringify({ prompt: "a cat", baseModel: data.baseModel }) },
  ]);
  expect(found).toMatchObject({
    generator: "Tensor.Art",
    prompt: "a cat",
    steps: 30,
    cfgScale: 5,
    sampler: "euler",
    scheduler: "normal",
    seed: "7",
    width: 512,
    height: 768,
  });
  expect(found?.resources.map(({ name }) => name)).toEqual(["WAI-16"]);
});
