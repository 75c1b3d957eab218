import { expect, test } from "vitest";
import type { RawEntry } from "../generation";
import { parseFooocus } from "./fooocus";

const scheme: RawEntry = { source: "test", key: "fooocus_scheme", text: "fooocus" };

function read(json: unknown, ...others: RawEntry[]) {
  return parseFooocus([{ source: "test", key: "parameters", text: JSON.stringify(json) }, ...others])!;
}

test("its own scheme is read, seed and all", () => {
  const found = read(
    {
      prompt: "a goldfish",
      negative_prompt: "bad",
      base_model: "juggernautXL_v8Rundiffusion",
      base_model_hash: "aeb7e9e689",
      refiner_model: "None",
      loras: [["sd_xl_offset", 0.1, "4852686128"]],
      resolution: "(768, 1280)",
      sampler: "dpmpp_2m_sde_gpu",
      scheduler: "karras",
      guidance_scale: 4,
      steps: 30,
      seed: "6952411511246973023",
      vae: "Default (model)",
      version: "Fooocus v2.4.3",
    },
    scheme,
  );
  expect(found).toMatchObject({
    generator: "Fooocus",
    seed: "6952411511246973023",
    cfgScale: 4,
    width: 768,
    height: 1280,
  });
  expect(found.resources).toEqual([
    { kind: "checkpoint", name: "juggernautXL_v8Rundiffusion", hashes: { autov2: "aeb7e9e689" } },
    { kind: "lora", name: "sd_xl_offset", weight: 0.1, hashes: { autov2: "4852686128" } },
  ]);
});

test("earlier versions combine a LoRA with its weight", () => {
  const found = read({
    prompt: "x",
    base_model: "m",
    lora_combined_1: "ink : xl.safetensors : 0.5",
    version: "Fooocus v2.1.8",
  });
  expect(found.resources[1]).toMatchObject({ kind: "lora", name: "ink : xl.safetensors", weight: 0.5 });
});

test("RuinedFooocus names itself, and puts a LoRA's weight before its name", () => {
  const sha256 = "befc694a296f75e996488ebf9f9db8a1493bd059b6e704b975829e87d5aeb4fa";
  const found = read({
    Prompt: "a cat",
    Negative: "bad",
    steps: 30,
    cfg: 8,
    seed: 2020047614,
    sampler_name: "dpmpp_2m_sde_gpu",
    base_model_name: "wai.safetensors",
    base_model_hash: sha256.toUpperCase(),
    loras: [
      ["", "0.8 - ink.safetensors"],
      [sha256, "-1 - two.safetensors"],
    ],
    software: "RuinedFooocus",
  });
  expect(found).toMatchObject({ generator: "RuinedFooocus", prompt: "a cat", negativePrompt: "bad", cfgScale: 8 });
  expect(found.resources).toEqual([
    { kind: "checkpoint", name: "wai.safetensors", hashes: { sha256 } },
    { kind: "lora", name: "ink.safetensors", weight: 0.8, hashes: {} },
    { kind: "lora", name: "two.safetensors", weight: -1, hashes: { sha256 } },
  ]);
});

test("its forks, and its first versions, are known by what else they say of a model", () => {
  const fork = {
    prompt: "x",
    negative_prompt: "y",
    cfg: 7,
    steps: 60,
    resolution: "(832, 1216)",
    base_model: "m.safetensors",
    software: "Fooocus-MRE v2.0.78.5",
  };
  expect(read(fork)).toMatchObject({
    generator: "Fooocus",
    cfgScale: 7,
    steps: 60,
    width: 832,
    height: 1216,
    resources: [{ name: "m.safetensors" }],
  });
  expect(read({ prompt: "x", base_model: "m", performance: "Speed" })).toMatchObject({
    generator: "Fooocus",
    resources: [{ name: "m" }],
  });
});

test("JSON that nothing calls Fooocus's is left to others", () => {
  expect(read({ prompt: "x", base_model: "m" })).toBeNull();
});
