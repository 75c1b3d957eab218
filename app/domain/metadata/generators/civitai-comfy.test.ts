import { expect, test } from "vitest";
import { parseCivitaiComfy } from "./civitai-comfy";

function read(json: unknown) {
  return parseCivitaiComfy([{ source: "test", key: "UserComment", text: JSON.stringify(json) }]);
}

const nodes = {
  1: { class_type: "CheckpointLoaderSimple", inputs: { ckpt_name: "urn:air:sdxl:checkpoint:civitai:827184@2514310" } },
  2: {
    class_type: "LoraLoader",
    inputs: { lora_name: "urn:air:sdxl:lora:civitai:1@22", strength_model: 0.5, model: ["1", 0] },
  },
  3: { class_type: "KSampler", inputs: { seed: 1, steps: 9, model: ["2", 0] } },
  4: { class_type: "SaveImage", inputs: { images: ["3", 0] } },
};
const job = {
  prompt: "a cat",
  negativePrompt: "bad",
  steps: 25,
  cfgScale: 5,
  sampler: "Euler a",
  seed: 7,
  width: 1024,
  height: 768,
  clipSkip: 2,
};

test("AIR names give versions, kinds and the ecosystem, the job's account the rest", () => {
  const airs = ["urn:air:sdxl:checkpoint:civitai:827184@2514310", "urn:air:sdxl:lora:civitai:1@22"];
  const found = read({ ...nodes, extra: { airs }, extraMetadata: JSON.stringify(job) });
  expect(found).toMatchObject({
    generator: "Civitai",
    prompt: "a cat",
    steps: 25,
    sampler: "Euler a",
    seed: "7",
    clipSkip: 2,
  });
  expect(found?.resources).toMatchObject([
    { kind: "checkpoint", versionId: 2514310, air: airs[0] },
    { kind: "lora", versionId: 22, weight: 0.5 },
  ]);
  expect(found?.baseModelHint).toEqual({ from: "air", code: airs[0] });
});

test("resources without a kind begin with the checkpoint, unless an AIR says what they are", () => {
  const resources = [
    { modelVersionId: 5, strength: 1 },
    { modelVersionId: 164821, strength: 1 },
    { modelVersionId: 6, strength: 0.4 },
  ];
  const extraMetadata = { ...job, baseModel: "Illustrious", resources };
  const found = read({ 1: nodes[4], extra: { airs: ["urn:air:other:upscaler:civitai:147759@164821"] }, extraMetadata });
  expect(found?.resources.map(({ kind, versionId, weight }) => [kind, versionId, weight])).toEqual([
    ["checkpoint", 5, undefined],
    ["upscaler", 164821, 1],
    ["lora", 6, 0.4],
  ]);
  expect(found?.baseModelHint).toEqual({ from: "civitai", code: "Illustrious" });
});

test("a graph without Civitai's marks is left to ComfyUI", () => {
  expect(read(nodes)).toBeNull();
});

test("the same is known from texts or tags of their own", () => {
  const airs = ["urn:air:sdxl:checkpoint:civitai:827184@2514310"];
  const apart = (values: Record<string, unknown>) =>
    parseCivitaiComfy(
      Object.entries(values).map(([key, value]) => ({ source: "test", key, text: JSON.stringify(value) })),
    );
  expect(apart({ prompt: nodes, workflow: { nodes: [], extra: { airs } } })).toMatchObject({
    generator: "Civitai",
    seed: "1",
    resources: [{ versionId: 2514310 }, { versionId: 22 }],
  });
  expect(apart({ prompt: { ...nodes, extraMetadata: JSON.stringify(job) } })).toMatchObject({
    prompt: "a cat",
    seed: "7",
  });
  expect(apart({ prompt: nodes, extrametadata: job })).toMatchObject({ prompt: "a cat", seed: "7" });
  expect(apart({ prompt: nodes, workflow: { nodes: [] } })).toBeNull();
});
