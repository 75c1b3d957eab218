import { expect, test } from "vitest";
import { parseSwarmUi } from "./swarmui";

const HASH = "22d8cb95b807b0c242576b676a12b07ae6b782b57ae4fe07a07254801b2d5d61";

function read(json: unknown, key = "parameters") {
  return parseSwarmUi([{ source: "test", key, text: JSON.stringify(json) }])!;
}

test("a newer version lists its models with the hash of their tensors", () => {
  const found = read(
    {
      sui_image_params: {
        prompt: "a cat",
        negativeprompt: "bad",
        model: "folder/wai",
        seed: 697543491,
        steps: 20,
        cfgscale: 7,
        width: 1024,
        height: 768,
        sampler: "euler_ancestral",
        scheduler: "karras",
        loras: ["ink", "detail/two"],
        loraweights: ["0.5", "1"],
        refinermodel: "refine",
        vae: "sdxl_vae",
        refinerupscalemethod: "model-4x-UltraSharp.pth",
      },
      sui_models: [
        { name: "folder/wai.safetensors", param: "model", hash: `0x${HASH}` },
        { name: "ink.safetensors", param: "loras", hash: `0x${HASH.replace("22", "33")}` },
      ],
    },
    "UserComment",
  );
  expect(found).toMatchObject({
    generator: "SwarmUI",
    sampler: "euler_ancestral",
    scheduler: "karras",
    seed: "697543491",
    cfgScale: 7,
  });
  expect(found.resources).toEqual([
    { kind: "checkpoint", name: "folder/wai", hashes: { autov3: "22d8cb95b807" } },
    { kind: "checkpoint", name: "refine", hashes: {} },
    { kind: "lora", name: "ink", weight: 0.5, hashes: { autov3: "33d8cb95b807" } },
    { kind: "lora", name: "detail/two", weight: 1, hashes: {} },
    { kind: "vae", name: "sdxl_vae", hashes: {} },
    { kind: "upscaler", name: "4x-UltraSharp.pth", hashes: {} },
  ]);
});

test("an older version has no list of models, other spellings, and LoRAs in one text", () => {
  const found = read({
    sui_image_params: {
      prompt: "x",
      negative_prompt: "y",
      model: "sd15",
      cfg_scale: 4.5,
      loras: "a,b",
      loraweights: "1,0.25",
    },
  });
  expect(found).toMatchObject({ negativePrompt: "y", cfgScale: 4.5 });
  expect(found.resources.map(({ name, weight }) => [name, weight])).toEqual([
    ["sd15", undefined],
    ["a", 1],
    ["b", 0.25],
  ]);
});

test("LoRAs called in the prompt count when none are listed", () => {
  expect(read({ sui_image_params: { prompt: "cat <lora:ink:0.7>", model: "m" } }).resources[1]).toMatchObject({
    kind: "lora",
    name: "ink",
    weight: 0.7,
  });
});

test("a seed beyond what a number holds keeps its digits", () => {
  const text = `{"sui_image_params": {"model": "m", "seed": 18446744073709551615}}`;
  expect(parseSwarmUi([{ source: "test", key: "parameters", text }])?.seed).toBe("18446744073709551615");
});

test("the JSON is found in EXIF's Model, too", () => {
  expect(read({ sui_image_params: { model: "m" } }, "Model").resources).toMatchObject([{ name: "m" }]);
});

test("other JSON is not SwarmUI's", () => {
  expect(read({ prompt: "sui_image_params" })).toBeNull();
});
