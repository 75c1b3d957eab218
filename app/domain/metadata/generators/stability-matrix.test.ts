import { expect, test } from "vitest";
import type { RawEntry } from "../generation";
import { parseStabilityMatrix } from "./stability-matrix";

const HASH = "A5F58EB1C33616C4F06BCA55AF39876A7B817913CD829CAA8ACB111B770C85CC";
const parameters = {
  PositivePrompt: "a cat <lora:ink:0.5>\r\n",
  NegativePrompt: "bad",
  Steps: 20,
  Sampler: "Euler Ancestral Karras",
  CfgScale: 5,
  Seed: 395309383,
  Height: 768,
  Width: 1024,
  ModelHash: HASH,
  ModelName: "wai.safetensors",
  ModelVersionId: 2514310,
  ExtraNetworkModelVersionIds: [77],
};

function entry(key: string, value: unknown): RawEntry {
  return { source: "tEXt", key, text: JSON.stringify(value) };
}

test("the parameters are read, and LoRAs by version and by tag", () => {
  const found = parseStabilityMatrix([entry("parameters-json", parameters)]);
  expect(found).toMatchObject({
    generator: "Stability Matrix",
    prompt: "a cat <lora:ink:0.5>\r\n",
    steps: 20,
    seed: "395309383",
    width: 1024,
  });
  expect(found?.resources).toEqual([
    { kind: "checkpoint", name: "wai.safetensors", versionId: 2514310, hashes: { sha256: HASH.toLowerCase() } },
    { kind: "lora", versionId: 77, hashes: {} },
    { kind: "lora", name: "ink", weight: 0.5, hashes: {} },
  ]);
});

test("the graph tells the sampler as ComfyUI calls it, and what only it knows", () => {
  const graph = {
    1: { class_type: "CheckpointLoaderSimple", inputs: { ckpt_name: "wai.safetensors" } },
    2: {
      class_type: "KSampler",
      inputs: { seed: 1, sampler_name: "euler_ancestral", scheduler: "karras", model: ["3", 0] },
    },
    3: { class_type: "LoraLoader", inputs: { lora_name: "deep.safetensors", strength_model: 1, model: ["1", 0] } },
    4: { class_type: "SaveImage", inputs: { images: ["2", 0] } },
  };
  const found = parseStabilityMatrix([
    entry("prompt", graph),
    entry("parameters-json", { ...parameters, PositivePrompt: "x", ExtraNetworkModelVersionIds: null }),
  ]);
  expect(found).toMatchObject({ sampler: "euler_ancestral", scheduler: "karras", seed: "395309383" });
  expect(found?.resources.map(({ name }) => name)).toEqual(["wai.safetensors", "deep.safetensors"]);
});

test("a project alone tells its model", () => {
  const found = parseStabilityMatrix([
    entry("smproj", { Version: 2, State: { Model: { SelectedModelName: "wai.safetensors" } } }),
  ]);
  expect(found?.resources).toEqual([{ kind: "checkpoint", name: "wai.safetensors", hashes: {} }]);
});
