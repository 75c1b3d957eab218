import { describe, expect, test } from "vitest";
import { parseInvokeAi } from "./invokeai";

const BLAKE3 = "7c1631b481e1566448f49db7e3b67a8a9d04742fa3c7d4548a0c81b619160c56";

function read(key: string, value: unknown) {
  return parseInvokeAi([{ source: "test", key, text: typeof value === "string" ? value : JSON.stringify(value) }])!;
}

describe("since version 4", () => {
  const metadata = {
    generation_mode: "sdxl_txt2img",
    positive_prompt: "a cat\n",
    negative_prompt: "bad",
    width: 1024,
    height: 768,
    seed: 3951921344,
    cfg_scale: 6.5,
    steps: 24,
    scheduler: "euler_a",
    model: { key: "k", hash: `blake3:${BLAKE3}`, name: "wai", base: "sdxl", type: "main" },
    loras: [
      { model: { key: "l", hash: `blake3:${BLAKE3}`, name: "detail", base: "sdxl", type: "lora" }, weight: 0.75 },
    ],
    controlnets: [{ control_model: { name: "canny", hash: "random:123" }, control_weight: 0.5 }],
    vae: { name: "sdxl-vae-fix" },
    app_version: "6.10.0",
  };

  test("model, LoRAs, ControlNets, VAE and base are read", () => {
    expect(read("invokeai_metadata", metadata)).toEqual({
      generator: "InvokeAI",
      prompt: "a cat\n",
      negativePrompt: "bad",
      steps: 24,
      sampler: "euler_a",
      cfgScale: 6.5,
      seed: "3951921344",
      width: 1024,
      height: 768,
      resources: [
        { kind: "checkpoint", name: "wai", hashes: { blake3: BLAKE3 } },
        { kind: "lora", name: "detail", weight: 0.75, hashes: { blake3: BLAKE3 } },
        { kind: "vae", name: "sdxl-vae-fix", hashes: {} },
        { kind: "controlnet", name: "canny", weight: 0.5, hashes: {} },
      ],
      baseModelHint: { from: "invokeai", code: "sdxl" },
    });
  });

  test("nothing but a model is enough, and a seed of zero is a seed", () => {
    expect(read("invokeai_metadata", { model: metadata.model, seed: 0 })).toMatchObject({
      seed: "0",
      resources: [{ name: "wai" }],
    });
  });

  test("NaN among the numbers does not spoil the rest", () => {
    expect(read("invokeai_metadata", `{"steps": 3, "cfg_scale": NaN, "model": {"name": "NaN"}}`)).toEqual({
      generator: "InvokeAI",
      steps: 3,
      resources: [{ kind: "checkpoint", name: "NaN", hashes: {} }],
    });
  });
});

test("version 3 says model_name and base_model, and nests its LoRAs", () => {
  const found = read("invokeai_metadata", {
    model: { model_name: "juggernautXL", base_model: "sdxl", model_type: "main" },
    loras: [{ lora: { model_name: "ink", base_model: "sdxl" }, weight: 0.4 }],
  });
  expect(found).toMatchObject({ baseModelHint: { from: "invokeai", code: "sdxl" } });
  expect(found.resources).toEqual([
    { kind: "checkpoint", name: "juggernautXL", hashes: {} },
    { kind: "lora", name: "ink", weight: 0.4, hashes: {} },
  ]);
});

test("version 2 keeps the picture apart from the model", () => {
  const found = read("sd-metadata", {
    model: "stable diffusion",
    model_weights: "stable-diffusion-1.5",
    model_hash: "cc6cb27103417325ff94f52b7a5d2dde45a7515b25c255d8e396c90014281516",
    app_version: "2.2.4",
    image: {
      prompt: [{ prompt: "a cat [blurry]", weight: 1 }],
      steps: 30,
      cfg_scale: 7.5,
      seed: 9,
      sampler: "k_lms",
      width: 512,
      height: 640,
    },
  });
  expect(found).toMatchObject({
    prompt: "a cat",
    negativePrompt: "blurry",
    steps: 30,
    seed: "9",
    sampler: "k_lms",
    height: 640,
  });
  expect(found.resources).toMatchObject([
    { name: "stable-diffusion-1.5", hashes: { sha256: expect.stringMatching(/^cc6cb/) } },
  ]);
});

describe("version 1 keeps a command line", () => {
  test("with the prompt in quotes", () => {
    expect(
      read("Dream", `"a "fine" cat -s 3 [bad, ugly]" -s 50 -S 2980747362 -W 512 -H 768 -C 7.5 -A k_lms -U 4 0.95`),
    ).toMatchObject({
      prompt: `a "fine" cat -s 3`,
      negativePrompt: "bad, ugly",
      steps: 50,
      seed: "2980747362",
      width: 512,
      height: 768,
      cfgScale: 7.5,
      sampler: "k_lms",
    });
  });

  test("with options by their long names and no quotes", () => {
    expect(read("Dream", "a cat --steps 20 --seed=7")).toMatchObject({ prompt: "a cat", steps: 20, seed: "7" });
  });
});

test("a graph alone tells its models", () => {
  const nodes = {
    a: { type: "sdxl_model_loader", model: { name: "wai", base: "sdxl" } },
    b: { type: "lora_loader", lora: { name: "ink" }, weight: 0.5 },
  };
  expect(read("invokeai_graph", { nodes })).toMatchObject({
    resources: [
      { kind: "checkpoint", name: "wai" },
      { kind: "lora", name: "ink", weight: 0.5 },
    ],
    baseModelHint: { code: "sdxl" },
  });
});
