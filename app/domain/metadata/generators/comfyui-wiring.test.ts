import { expect, test } from "vitest";
import { parseComfyUi } from "./comfyui";

type Nodes = Record<string, [type: string, inputs: Record<string, unknown>, title?: string]>;

function read(nodes: Nodes) {
  const prompt = Object.entries(nodes).map(([id, [class_type, inputs, title]]) => [
    id,
    { class_type, inputs, ...(title && { _meta: { title } }) },
  ]);
  return parseComfyUi([{ source: "test", key: "prompt", text: JSON.stringify(Object.fromEntries(prompt)) }])!;
}

const sampled: Nodes = {
  1: ["CheckpointLoaderSimple", { ckpt_name: "a.safetensors" }],
  2: ["EmptyLatentImage", { width: 832, height: 1216 }],
  3: [
    "KSampler",
    {
      seed: 5,
      steps: 8,
      cfg: 1,
      sampler_name: "euler",
      scheduler: "simple",
      positive: ["4", 0],
      negative: ["5", 0],
      latent_image: ["2", 0],
    },
  ],
  5: ["CLIPTextEncode", { text: "bad" }],
};

test("the text that a switch lets through is the prompt, through previews and concatenations", () => {
  const nodes: Nodes = {
    4: ["CLIPTextEncode", { text: ["10", 0] }],
    10: ["ComfySwitchNode", { switch: ["11", 0], on_false: ["12", 0], on_true: ["13", 0] }],
    11: ["PrimitiveBoolean", { value: false }],
    12: ["PreviewAny", { source: ["14", 0] }],
    13: ["PrimitiveStringMultiline", { value: "not this" }],
    14: ["StringConcatenate", { string_a: ["15", 0], string_b: "", delimiter: ", " }],
    15: ["PrimitiveString", { value: "a cat" }],
  };
  expect(read({ ...sampled, ...nodes })).toMatchObject({ prompt: "a cat", negativePrompt: "bad" });
});

test("what a language model was told is not the prompt, but for where nothing else is", () => {
  const nodes: Nodes = {
    4: ["CLIPTextEncode", { text: ["10", 0] }],
    10: ["ComfySwitchNode", { switch: true, on_false: ["12", 0], on_true: ["11", 0] }],
    11: ["TextGenerate", { prompt: ["13", 0] }],
    12: ["PrimitiveString", { value: "a cat" }],
    13: ["StringConcatenate", { string_a: "You are an expert.", string_b: ["12", 0] }],
  };
  expect(read({ ...sampled, ...nodes }).prompt).toBe("a cat");
  expect(read({ ...sampled, ...nodes, 4: ["CLIPTextEncode", { text: ["11", 0] }] }).prompt).toBe(
    "You are an expert.\na cat",
  );
});

test.each([
  ["PromptStashSaver", { prompt_text: "a cat" }],
  ["ShowText|pysssss", { text_0: "a cat" }],
])("the text that %s holds is read", (type, inputs) => {
  expect(read({ ...sampled, 4: ["CLIPTextEncode", { text: ["10", 0] }], 10: [type, inputs] }).prompt).toBe("a cat");
});

test("a sampler whose model nobody sees was still run, with the only checkpoint there is", () => {
  const found = read({ ...sampled, 4: ["CLIPTextEncode", { text: "a cat" }] });
  expect(found).toMatchObject({
    prompt: "a cat",
    steps: 8,
    seed: "5",
    width: 832,
    resources: [{ kind: "checkpoint", name: "a.safetensors" }],
  });
});

test("prompts that hang on no sampler are guessed by their order, or by what they call themselves", () => {
  const loose: Nodes = {
    1: ["DF_Text_Box", { Text: "no hands" }, "Negative Prompt"],
    2: ["CR Text Box", { text: "a cat" }],
    3: ["KSampler", { seed: 5, steps: 8 }],
    4: ["EmptySD3LatentImage", { width: 640, height: 480 }],
  };
  expect(read(loose)).toMatchObject({
    prompt: "a cat",
    negativePrompt: "no hands",
    seed: "5",
    width: 640,
    height: 480,
  });
  expect(read({ 1: ["CLIPTextEncode", { text: "a cat" }], 2: ["CLIPTextEncode", { text: "bad" }] })).toMatchObject({
    prompt: "a cat",
    negativePrompt: "bad",
  });
});

test("a negative prompt that was zeroed is not made up of another", () => {
  const nodes: Nodes = {
    ...sampled,
    4: ["CLIPTextEncode", { text: "a cat" }],
    5: ["ConditioningZeroOut", { conditioning: ["4", 0] }],
    6: ["CLIPTextEncode", { text: "idle" }],
  };
  expect(read(nodes)).toMatchObject({ prompt: "a cat" });
  expect(read(nodes).negativePrompt).toBeUndefined();
});

test("Civitai's selector names one resource for each of its sockets", () => {
  const [checkpoint, upscaler] = [
    "urn:air:sd1:checkpoint:civitai:43331@176425",
    "urn:air:other:upscaler:civitai:147759@164821",
  ];
  const selector = { air: checkpoint, resources_json: JSON.stringify({ bySlot: { 1: checkpoint, 2: upscaler } }) };
  const nodes: Nodes = {
    1: ["CheckpointLoaderSimple", { ckpt_name: ["9", 1] }],
    2: ["UpscaleModelLoader", { model_name: ["9", 2] }],
    9: ["CivitaiModelSelector", selector],
  };
  expect(read(nodes).resources).toMatchObject([
    { kind: "checkpoint", versionId: 176425 },
    { kind: "upscaler", versionId: 164821 },
  ]);
});

test("a LoRA at strength 0 changes nothing, and does not count", () => {
  const lora = (strength_model: number, strength_clip: number): Nodes => ({
    6: ["LoraLoader", { lora_name: "b", strength_model, strength_clip }],
  });
  expect(read({ ...lora(0, 0), 1: sampled[1]! }).resources).toHaveLength(1);
  expect(read({ ...lora(0, 0.5), 1: sampled[1]! }).resources).toMatchObject([
    { name: "a.safetensors" },
    { name: "b", weight: 0 },
  ]);
});

test("where a file lay on somebody's disk is not told", () => {
  for (const place of ["C:\\Users\\me\\models\\a.safetensors", "/home/me/models/a.safetensors"]) {
    expect(read({ 1: ["CheckpointLoaderSimple", { ckpt_name: place }] }).resources).toMatchObject([
      { name: "a.safetensors" },
    ]);
  }
  expect(read({ 1: ["CheckpointLoaderSimple", { ckpt_name: "xl\\a.safetensors" }] }).resources).toMatchObject([
    { name: "xl\\a.safetensors" },
  ]);
});
