import { describe, expect, test } from "vitest";
import { parseWebUi } from "./web-ui";

function read(text: string, key = "parameters") {
  return parseWebUi([{ source: "test", key, text }])!;
}

const SETTINGS = "Steps: 20, Sampler: DPM++ 2M, Schedule type: Karras, CFG scale: 7, Seed: 42, Size: 512x768";

describe("AUTOMATIC1111", () => {
  test("prompts of several lines, settings and model are read", () => {
    const text = `a cat,\nin a hat\nNegative prompt: blurry,\nbad\n${SETTINGS}, Model hash: 15012c538f, Model: realistic_V51, Clip skip: 2`;
    expect(read(text)).toEqual({
      generator: "A1111",
      prompt: "a cat,\nin a hat",
      negativePrompt: "blurry,\nbad",
      steps: 20,
      sampler: "DPM++ 2M",
      scheduler: "Karras",
      cfgScale: 7,
      seed: "42",
      clipSkip: 2,
      width: 512,
      height: 768,
      resources: [{ kind: "checkpoint", name: "realistic_V51", hashes: { autov2: "15012c538f" } }],
    });
  });

  test("keys are known however they are written", () => {
    expect(read("a\nSteps: 20, CFG Scale: 8.0, Version: ComfyUI")).toMatchObject({ generator: "ComfyUI", cfgScale: 8 });
  });

  test("there may be no negative prompt, no prompt, and no line but the settings", () => {
    expect(read(`a cat\n${SETTINGS}`)).toMatchObject({ prompt: "a cat" });
    expect(read(`a cat\n${SETTINGS}`).negativePrompt).toBeUndefined();
    expect(read(SETTINGS)).toMatchObject({ generator: "A1111", steps: 20 });
    expect(read(`Negative prompt: bad\n${SETTINGS}`)).toMatchObject({ negativePrompt: "bad" });
  });

  test("a prompt may hold braces, quotes and even a line of settings of its own", () => {
    const text = `{"json": [1}, "Model: fake"\nSteps: 5, Model: quoted\nNegative prompt: {x}\n${SETTINGS}, Model: true_one`;
    expect(read(text)).toMatchObject({ negativePrompt: "{x}", steps: 20 });
    expect(read(text).resources).toEqual([{ kind: "checkpoint", name: "true_one", hashes: {} }]);
  });

  test("a file from 2022 has an AutoV1 hash and no name", () => {
    expect(read(`x\n${SETTINGS}, Model hash: 81761151`).resources).toEqual([
      { kind: "checkpoint", hashes: { autov1: "81761151" } },
    ]);
  });

  test("quoted values may hold commas, colons, quotes and keys", () => {
    const text = `x\n${SETTINGS}, Hires prompt: "a, Model: fake, \\"b\\"\\nc", Model: real, Version: v1.10.1`;
    expect(read(text).resources).toEqual([{ kind: "checkpoint", name: "real", hashes: {} }]);
  });

  test("a comma in an unquoted value belongs to it", () => {
    expect(read(`x\n${SETTINGS}, Model: one, two and three, Version: v1.6.0`).resources[0]).toMatchObject({
      name: "one, two and three",
    });
  });

  test("LoRAs come from tags, with hashes from either place", () => {
    const text = `cat <lora:add detail:0.8> <lora:Two.v2:1:0.5>, <lyco:three>\n${SETTINGS}, Model: m, Lora hashes: "add detail: 7c6bad76eb54, four: aaaaaaaaaaaa", Hashes: {"model": "0123456789", "lora:Two.v2": "abcdef0123", "vae": "735e4c3a44", "embed:Easy": "c74b4e810b"}`;
    expect(read(text).resources).toEqual([
      { kind: "checkpoint", name: "m", hashes: { autov2: "0123456789" } },
      { kind: "lora", name: "add detail", weight: 0.8, hashes: { autov3: "7c6bad76eb54" } },
      { kind: "lora", name: "Two.v2", weight: 1, hashes: { autov2: "abcdef0123" } },
      { kind: "lora", name: "three", hashes: {} },
      { kind: "lora", name: "four", hashes: { autov3: "aaaaaaaaaaaa" } },
      { kind: "vae", hashes: { autov2: "735e4c3a44" } },
      { kind: "embedding", name: "Easy", hashes: { autov2: "c74b4e810b" } },
    ]);
  });

  test("VAE, refiner, textual inversion, ControlNet and upscaler are found", () => {
    const text = `x\n${SETTINGS}, Model: m, VAE hash: 63aeecb90f, VAE: vae.safetensors, Refiner: refine [31e35c80fc], TI hashes: "Neg: 66a7279a88dd", ControlNet 0: "Module: canny, Model: control_canny [d14c016b], Weight: 1, Resize Mode: Crop and Resize", Hires upscaler: 4x-UltraSharp`;
    expect(read(text).resources).toEqual([
      { kind: "checkpoint", name: "m", hashes: {} },
      { kind: "checkpoint", name: "refine", hashes: { autov2: "31e35c80fc" } },
      { kind: "vae", name: "vae.safetensors", hashes: { autov2: "63aeecb90f" } },
      { kind: "embedding", name: "Neg", hashes: { autov3: "66a7279a88dd" } },
      { kind: "controlnet", name: "control_canny", hashes: { autov1: "d14c016b" } },
      { kind: "upscaler", name: "4x-UltraSharp", hashes: {} },
    ]);
  });

  test("LoRAs of the Additional Networks extension count", () => {
    const text = `x\n${SETTINGS}, Model: m, AddNet Enabled: True, AddNet Module 1: LoRA, AddNet Model 1: ghibli(6af241b0e1c7), AddNet Weight A 1: 0.6`;
    expect(read(text).resources[1]).toEqual({
      kind: "lora",
      name: "ghibli",
      weight: 0.6,
      hashes: { autov3: "6af241b0e1c7" },
    });
  });

  test("a latent upscaler, an automatic VAE and no refiner are no resources", () => {
    expect(
      read(`x\n${SETTINGS}, Model: m, VAE: Automatic, Refiner: None, Hires upscaler: Latent (nearest)`).resources,
    ).toHaveLength(1);
  });

  test("Windows line ends and a text on a single line are understood", () => {
    const crlf = `a cat\r\nNegative prompt: bad\r\n${SETTINGS}, Model: m\r\n`;
    const flat = `a cat Negative prompt: bad ${SETTINGS}, Model: m`;
    for (const text of [crlf, flat])
      expect(read(text)).toMatchObject({ prompt: "a cat", negativePrompt: "bad", steps: 20 });
    for (const text of [crlf, flat])
      expect(read(text).resources).toEqual([{ kind: "checkpoint", name: "m", hashes: {} }]);
  });

  test("settings broken for width go on in the next line", () => {
    expect(read(`x\nSteps: 20, Seed: 1,\nSize: 512x640, Model: m,\nVersion: v1.10.1`)).toMatchObject({
      height: 640,
      resources: [{ name: "m" }],
    });
  });

  test("templates that an extension keeps, before or after the settings, are not part of the prompts", () => {
    const before = `a cat\nNegative prompt: bad\nTemplate: a {cat|dog}\nNegative Template: bad\n${SETTINGS}, Model: m`;
    const after = `a cat\nNegative prompt: bad\n${SETTINGS}, Model: m\nTemplate: a {cat|dog}`;
    for (const text of [before, after])
      expect(read(text)).toMatchObject({ prompt: "a cat", negativePrompt: "bad", seed: "42" });
  });

  test("the text is found in a UserComment and in a JPEG comment, never in a workflow", () => {
    expect(read(SETTINGS, "UserComment").steps).toBe(20);
    expect(read(SETTINGS, "Comment").steps).toBe(20);
    expect(read(SETTINGS, "workflow")).toBeNull();
    expect(read(SETTINGS, "prompt")).toBeNull();
  });

  test("a description that mentions steps is not taken for parameters", () => {
    expect(read("Three steps: 1 walk, 2 rest")).toBeNull();
    expect(read("The way up. Steps: many")).toBeNull();
  });
});

describe("its relatives", () => {
  test.each([
    ["v1.10.1", "A1111"],
    ["f2.0.1v1.10.1-previous-665-gae278f79", "Forge"],
    ["f1.0.5v2-v1.10.1RC-latest-2372-g12eb1ae1", "reForge"],
    ["neo-2.28", "Forge Neo"],
    ["neo", "Forge Neo"],
    ["classic", "Forge Classic"],
    ["ComfyUI", "ComfyUI"],
    ["Fooocus v2.4.3", "Fooocus"],
    ["stable-diffusion.cpp", "stable-diffusion.cpp"],
  ])("version %s is written by %s", (version, generator) => {
    expect(read(`x\n${SETTINGS}, Model: m, ADetailer Version: Neo, Version: ${version}`).generator).toBe(generator);
  });

  test("Forge's modules are VAEs or text encoders, and only the VAEs count", () => {
    const text = `x\n${SETTINGS}, Distilled CFG Scale: 3.5, Model hash: 4610115bb0, Model: flux1-dev, Version: f2.0.1v1.10.1, Module 1: ae, Module 2: clip_l, Module 3: t5xxl_fp16`;
    expect(read(text).resources.map(({ kind, name }) => [kind, name])).toEqual([
      ["checkpoint", "flux1-dev"],
      ["vae", "ae"],
    ]);
  });

  test("SD.Next names its pipeline", () => {
    const found = read(
      `x\nNegative prompt: \nSteps: 50, Seed: 1, App: SD.Next, Version: cb0c541, Pipeline: FluxPipeline, Model: FLUX.1-dev`,
    );
    expect(found).toMatchObject({ generator: "SD.Next", baseModelHint: { from: "pipeline", code: "FluxPipeline" } });
    expect(found.negativePrompt).toBeUndefined();
  });

  test("Fooocus in A1111's scheme states its LoRAs with their weights", () => {
    const text = `x\n${SETTINGS}, Performance: Speed, Model: juggernautXL, Model hash: aeb7e9e689, Lora hashes: "sd_xl_offset: 4852686128", Lora weights: "sd_xl_offset: 0.1", Version: Fooocus v2.4.3`;
    expect(read(text).resources[1]).toEqual({
      kind: "lora",
      name: "sd_xl_offset",
      weight: 0.1,
      hashes: { autov2: "4852686128" },
    });
  });

  test("a text without a model is still recognized", () => {
    expect(
      read(`x\nSteps: 20, CFG scale: 1.000000, Seed: 42, Model: , RNG: cuda, Version: stable-diffusion.cpp`).resources,
    ).toEqual([]);
  });
});

describe("Civitai's generator", () => {
  test("resources are known by version", () => {
    const text = `Peepy\nSteps: 30, Seed: 3, Clip skip: 1, Created Date: 2026-01-04T01:27:21.2717070Z, Civitai resources: [{"type":"checkpoint","modelVersionId":128713,"modelName":"A, B: C]","modelVersionName":"v8"},{"type":"lora","weight":0.65,"modelVersionId":210873},{"type":"embed","weight":1,"modelVersionId":94057}], Civitai metadata: {"baseModel":"SDXL"}`;
    expect(read(text)).toMatchObject({ generator: "Civitai", baseModelHint: { from: "civitai", code: "SDXL" } });
    expect(read(text).resources).toEqual([
      { kind: "checkpoint", name: "A, B: C] v8", versionId: 128713, hashes: {} },
      { kind: "lora", versionId: 210873, weight: 0.65, hashes: {} },
      { kind: "embedding", versionId: 94057, weight: 1, hashes: {} },
    ]);
  });

  test("resources may stand in the metadata alone", () => {
    const text = `x\nSteps: 0, Seed: -1, Civitai resources: [], Civitai metadata: {"ecosystem":"OpenAI","resources":[{"modelVersionId":2880272,"strength":1,"type":"Checkpoint"}]}`;
    expect(read(text).resources).toEqual([{ kind: "checkpoint", versionId: 2880272, hashes: {} }]);
    expect(read(text).seed).toBeUndefined();
  });

  test("resources beside a model of the same kind replace it, and leave the others", () => {
    const text = `x <lora:mine:1>\n${SETTINGS}, Model: m, VAE: v, Civitai resources: [{"type":"checkpoint","modelVersionId":1}]`;
    expect(read(text).resources.map(({ kind, name, versionId }) => name ?? `${kind} ${versionId}`)).toEqual([
      "checkpoint 1",
      "mine",
      "v",
    ]);
  });

  test("broken JSON costs the resources and not the rest", () => {
    expect(read(`x\n${SETTINGS}, Model: m, Civitai resources: [{"type":"checkpoint"`)).toMatchObject({
      generator: "A1111",
      steps: 20,
    });
  });
});
