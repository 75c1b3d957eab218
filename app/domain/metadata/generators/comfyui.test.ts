import { describe, expect, test } from "vitest";
import type { RawEntry } from "../generation";
import { parseComfyUi } from "./comfyui";

type Nodes = Record<string, [type: string, inputs: Record<string, unknown>]>;

function prompt(nodes: Nodes) {
  return Object.fromEntries(Object.entries(nodes).map(([id, [class_type, inputs]]) => [id, { class_type, inputs }]));
}

function entry(key: string, value: unknown): RawEntry {
  return { source: "test", key, text: typeof value === "string" ? value : JSON.stringify(value) };
}

function read(nodes: Nodes) {
  return parseComfyUi([entry("prompt", prompt(nodes))])!;
}

function resources(nodes: Nodes) {
  return read(nodes).resources.map(({ kind, name, weight }) => [kind, name, ...(weight === undefined ? [] : [weight])]);
}

const basic: Nodes = {
  4: ["CheckpointLoaderSimple", { ckpt_name: "xl/base.safetensors" }],
  5: ["EmptyLatentImage", { width: 1024, height: 768, batch_size: 1 }],
  6: ["CLIPTextEncode", { text: "a cat", clip: ["4", 1] }],
  7: ["CLIPTextEncode", { text: "bad", clip: ["4", 1] }],
  3: [
    "KSampler",
    {
      seed: 280823642470253,
      steps: 20,
      cfg: 5.5,
      sampler_name: "euler",
      scheduler: "karras",
      denoise: 1,
      model: ["4", 0],
      positive: ["6", 0],
      negative: ["7", 0],
      latent_image: ["5", 0],
    },
  ],
  8: ["VAEDecode", { samples: ["3", 0], vae: ["4", 2] }],
  9: ["SaveImage", { images: ["8", 0], filename_prefix: "ComfyUI" }],
};

/** The basic graph with the sampler's model, and whatever else, changed. */
function withModel(model: unknown, nodes: Nodes): Nodes {
  return { ...basic, 3: ["KSampler", { ...basic[3]![1], model }], ...nodes };
}

test("a plain graph is read whole", () => {
  expect(read(basic)).toEqual({
    generator: "ComfyUI",
    prompt: "a cat",
    negativePrompt: "bad",
    steps: 20,
    sampler: "euler",
    scheduler: "karras",
    cfgScale: 5.5,
    seed: "280823642470253",
    width: 1024,
    height: 768,
    resources: [{ kind: "checkpoint", name: "xl/base.safetensors", hashes: {} }],
  });
});

describe("where the graph stands", () => {
  const json = JSON.stringify(prompt(basic));

  test.each<[string, RawEntry[]]>([
    ["EXIF fields that begin with its name", [entry("Make", "workflow:{}"), entry("Model", `prompt:${json}`)]],
    ["a description that says Prompt", [entry("ImageDescription", `Prompt: ${json}`)]],
    ["a comment around it", [entry("UserComment", { prompt: prompt(basic), workflow: { nodes: [] } })]],
    [
      "a comment with the graph as text, as VideoHelperSuite writes",
      [entry("comment", { prompt: json, workflow: {} })],
    ],
    ["a comment that is the graph", [entry("UserComment", json)]],
    ["tags of a clip", [entry("prompt", json), entry("workflow", "{}")]],
  ])("it is found in %s", (_, entries) => {
    expect(parseComfyUi(entries)).toMatchObject({
      generator: "ComfyUI",
      prompt: "a cat",
      resources: [{ name: "xl/base.safetensors" }],
    });
  });

  test("NaN in the JSON and seeds of twenty digits are survived", () => {
    const text = json
      .replace("280823642470253", "18446744073709551615")
      .replace(`"filename_prefix"`, `"is_changed":[NaN],"filename_prefix"`);
    expect(parseComfyUi([entry("prompt", text)])?.seed).toBe("18446744073709551615");
  });

  test("a prompt that is only words is no graph", () => {
    expect(parseComfyUi([entry("prompt", "a cat")])).toBeNull();
    expect(parseComfyUi([entry("UserComment", { prompt: "a cat", model: "x" })])).toBeNull();
  });
});

describe("what counts as used", () => {
  test("a loader that no saved picture leans on does not", () => {
    expect(resources({ ...basic, 50: ["CheckpointLoaderSimple", { ckpt_name: "unused.safetensors" }] })).toEqual([
      ["checkpoint", "xl/base.safetensors"],
    ]);
  });

  test("LoRAs on the way to the sampler do, with their weight", () => {
    const nodes = withModel(["11", 0], {
      10: [
        "LoraLoader",
        { lora_name: "ink.safetensors", strength_model: 0.8, strength_clip: 1, model: ["4", 0], clip: ["4", 1] },
      ],
      11: ["LoraLoaderModelOnly", { lora_name: "None", strength_model: 1, model: ["10", 0] }],
      12: ["LoraLoader", { lora_name: "aside.safetensors", strength_model: 1, model: ["4", 0] }],
    });
    expect(resources(nodes)).toEqual([
      ["checkpoint", "xl/base.safetensors"],
      ["lora", "ink.safetensors", 0.8],
    ]);
  });

  test("a list with thumbnails keeps the file's name inside", () => {
    const nodes = withModel(["10", 0], {
      4: ["CheckpointLoader|pysssss", { ckpt_name: { content: "seen.safetensors", image: "seen.png" } }],
      10: [
        "LoraLoader|pysssss",
        { lora_name: { content: "ink.safetensors", image: null }, strength_model: 0.8, model: ["4", 0] },
      ],
    });
    expect(resources(nodes)).toEqual([
      ["checkpoint", "seen.safetensors"],
      ["lora", "ink.safetensors", 0.8],
    ]);
  });

  test("AnimateDiff's motion model is no checkpoint, a folder of Diffusers is one", () => {
    const nodes = withModel(["12", 0], {
      4: ["DiffusersLoader", { model_path: "sd-turbo" }],
      11: ["ADE_LoadAnimateDiffModel", { model_name: "mm_sd_v15_v2.ckpt" }],
      12: ["ADE_UseEvolvedSampling", { model: ["4", 0], m_models: ["11", 0] }],
    });
    expect(resources(nodes)).toEqual([["checkpoint", "sd-turbo"]]);
  });

  test("rgthree's Power Lora Loader applies what is switched on", () => {
    const loras = {
      PowerLoraLoaderHeaderWidget: { type: "PowerLoraLoaderHeaderWidget" },
      lora_1: { on: true, lora: "on.safetensors", strength: 0.7 },
      lora_2: { on: false, lora: "off.safetensors", strength: 1 },
      lora_12: { on: true, lora: "twelfth.safetensors", strength: 1, strengthTwo: null },
    };
    const nodes = withModel(["10", 0], { 10: ["Power Lora Loader (rgthree)", { ...loras, model: ["4", 0] }] });
    expect(resources(nodes).slice(1)).toEqual([
      ["lora", "on.safetensors", 0.7],
      ["lora", "twelfth.safetensors", 1],
    ]);
  });

  test.each<[string, string, Record<string, unknown>, unknown[][]]>([
    [
      "Efficiency's, up to its count",
      "LoRA Stacker",
      { lora_count: 1, lora_name_1: "a", lora_wt_1: 0.5, lora_name_2: "b", lora_wt_2: 1 },
      [["lora", "a", 0.5]],
    ],
    [
      "CR's, by its switches",
      "CR LoRA Stack",
      {
        switch_1: "On",
        lora_name_1: "a",
        model_weight_1: 0.4,
        switch_2: "Off",
        lora_name_2: "b",
        switch_3: "On",
        lora_name_3: "None",
      },
      [["lora", "a", 0.4]],
    ],
    [
      "easy-use's",
      "easy loraStack",
      { toggle: true, num_loras: 1, lora_1_name: "a", lora_1_strength: 0.3 },
      [["lora", "a", 0.3]],
    ],
    [
      "LoRA Manager's",
      "Lora Loader (LoraManager)",
      {
        loras: {
          __value__: [
            { name: "a", strength: "0.90", active: true },
            { name: "b", strength: 1, active: false },
          ],
        },
      },
      [["lora", "a", 0.9]],
    ],
    ["tags in a text", "LoraTagLoader", { text: "cat <lora:a:0.6>" }, [["lora", "a", 0.6]]],
    [
      "WanVideoWrapper's",
      "WanVideoLoraSelect",
      { lora: "a.safetensors", strength: 1.2 },
      [["lora", "a.safetensors", 1.2]],
    ],
  ])("stacks of LoRAs are understood: %s", (_, type, inputs, expected) => {
    expect(resources(withModel(["10", 0], { 10: [type, { ...inputs, model: ["4", 0] }] })).slice(1)).toEqual(expected);
  });

  test("UNETs, GGUF files and video models are checkpoints; encoders, detectors and savers name none", () => {
    const nodes = withModel(["10", 0], {
      10: ["UnetLoaderGGUF", { unet_name: "flux1-dev-Q4_0.gguf", clip: ["11", 0], other: ["12", 0], more: ["13", 0] }],
      11: ["DualCLIPLoader", { clip_name1: "clip_l", clip_name2: "t5xxl", type: "flux" }],
      12: ["UltralyticsDetectorProvider", { model_name: "bbox/face_yolov8m.pt" }],
      13: ["WanVideoModelLoader", { model: "wan2.1_t2v.safetensors", base_precision: "fp16" }],
      9: [
        "SDPromptSaver",
        { images: ["8", 0], model_name: "quoted.safetensors", lora_name: "quoted", vae_name: "quoted" },
      ],
      8: ["VAEDecode", { samples: ["3", 0], vae: ["14", 0] }],
      14: ["VAELoader", { vae_name: "ae.safetensors" }],
    });
    expect(resources(nodes)).toEqual([
      ["checkpoint", "flux1-dev-Q4_0.gguf"],
      ["checkpoint", "wan2.1_t2v.safetensors"],
      ["checkpoint", "xl/base.safetensors"],
      ["vae", "ae.safetensors"],
    ]);
  });

  test("ControlNets, upscalers and embeddings are found", () => {
    const nodes: Nodes = {
      ...basic,
      6: ["CLIPTextEncode", { text: "a cat, (embedding:EasyPositive:1.2)", clip: ["4", 1] }],
      20: ["ControlNetLoader", { control_net_name: "canny.safetensors" }],
      21: [
        "ControlNetApplyAdvanced",
        { positive: ["6", 0], negative: ["7", 0], control_net: ["20", 0], image: ["22", 0], strength: 1 },
      ],
      22: ["LoadImage", { image: "x.png" }],
      3: ["KSampler", { ...basic[3]![1], positive: ["21", 0], negative: ["21", 1] }],
      23: ["UpscaleModelLoader", { model_name: "4x.pth" }],
      24: ["ImageUpscaleWithModel", { upscale_model: ["23", 0], image: ["8", 0] }],
      9: ["SaveImage", { images: ["24", 0] }],
    };
    expect(read(nodes)).toMatchObject({ prompt: "a cat, (embedding:EasyPositive:1.2)", negativePrompt: "bad" });
    expect(resources(nodes).slice(1)).toEqual([
      ["embedding", "EasyPositive"],
      ["controlnet", "canny.safetensors"],
      ["upscaler", "4x.pth"],
    ]);
  });

  test("of a switch only the chosen branch is", () => {
    const second: Nodes = { 40: ["CheckpointLoaderSimple", { ckpt_name: "second" }] };
    const impact = withModel(["41", 0], {
      ...second,
      41: ["ImpactSwitch", { select: 2, sel_mode: false, input1: ["4", 0], input2: ["40", 0] }],
    });
    const own = withModel(["41", 0], {
      ...second,
      41: ["ComfySwitchNode", { switch: false, on_true: ["4", 0], on_false: ["40", 0] }],
    });
    const elsewhere: Nodes = {
      6: ["CLIPTextEncode", { text: "a cat" }],
      7: ["CLIPTextEncode", { text: "bad" }],
      8: ["VAEDecode", { samples: ["3", 0] }],
    };
    for (const nodes of [impact, own])
      expect(resources({ ...nodes, ...elsewhere })).toEqual([["checkpoint", "second"]]);
  });

  test("an AIR for a name is taken apart, and hints at the base model", () => {
    const nodes: Nodes = {
      ...basic,
      4: ["CheckpointLoaderSimple", { ckpt_name: "urn:air:sdxl:checkpoint:civitai:827184@2514310" }],
    };
    expect(read(nodes).resources).toEqual([
      { kind: "checkpoint", hashes: {}, versionId: 2514310, air: "urn:air:sdxl:checkpoint:civitai:827184@2514310" },
    ]);
    expect(read(nodes).baseModelHint).toMatchObject({ from: "air" });
  });
});

describe("how it was sampled", () => {
  test("custom sampling is put together from its parts", () => {
    const found = read({
      1: ["UNETLoader", { unet_name: "flux1-dev.safetensors", weight_dtype: "default" }],
      2: ["CLIPTextEncodeFlux", { clip_l: "cat", t5xxl: "a fluffy cat", guidance: 3.5, clip: ["9", 0] }],
      3: ["BasicGuider", { model: ["1", 0], conditioning: ["2", 0] }],
      4: ["RandomNoise", { noise_seed: 77 }],
      5: ["KSamplerSelect", { sampler_name: "euler" }],
      6: ["BasicScheduler", { scheduler: "simple", steps: 28, denoise: 1, model: ["1", 0] }],
      7: ["EmptySD3LatentImage", { width: ["10", 0], height: 832, batch_size: 1 }],
      8: [
        "SamplerCustomAdvanced",
        { noise: ["4", 0], guider: ["3", 0], sampler: ["5", 0], sigmas: ["6", 0], latent_image: ["7", 0] },
      ],
      9: ["DualCLIPLoader", { clip_name1: "t5", clip_name2: "l" }],
      10: ["PrimitiveInt", { value: 1216 }],
      11: ["PreviewImage", { images: ["8", 0] }],
    });
    expect(found).toMatchObject({
      prompt: "a fluffy cat",
      steps: 28,
      sampler: "euler",
      scheduler: "simple",
      seed: "77",
      width: 1216,
      height: 832,
    });
    expect(found.negativePrompt).toBeUndefined();
  });

  test("the first of several passes is told, with the models of both", () => {
    const found = read({
      ...basic,
      30: ["CheckpointLoaderSimple", { ckpt_name: "refiner.safetensors" }],
      31: [
        "KSamplerAdvanced",
        {
          noise_seed: 1,
          steps: 10,
          cfg: 2,
          model: ["30", 0],
          positive: ["6", 0],
          negative: ["7", 0],
          latent_image: ["3", 0],
        },
      ],
      8: ["VAEDecode", { samples: ["31", 0], vae: ["4", 2] }],
    });
    expect(found).toMatchObject({ steps: 20, seed: "280823642470253" });
    expect(found.resources.map(({ name }) => name)).toEqual(["xl/base.safetensors", "refiner.safetensors"]);
  });

  test("an Efficient Loader holds prompts, model and LoRA at once", () => {
    const found = read({
      1: [
        "Efficient Loader",
        {
          ckpt_name: "m.safetensors",
          vae_name: "Baked VAE",
          clip_skip: -2,
          lora_name: "ink",
          lora_model_strength: 0.5,
          positive: "a cat",
          negative: "bad",
          empty_latent_width: 512,
          empty_latent_height: 640,
        },
      ],
      2: [
        "KSampler (Efficient)",
        {
          seed: ["3", 3],
          steps: 20,
          cfg: 7,
          sampler_name: "euler",
          scheduler: "normal",
          model: ["1", 0],
          positive: ["1", 1],
          negative: ["1", 2],
          latent_image: ["1", 3],
        },
      ],
      3: ["Seed (rgthree)", { seed: 5 }],
      4: ["SaveImage", { images: ["2", 5] }],
    });
    expect(found).toMatchObject({
      prompt: "a cat",
      negativePrompt: "bad",
      seed: "5",
      clipSkip: 2,
      width: 512,
      height: 640,
    });
    expect(found.resources.map(({ kind, name, weight }) => [kind, name, weight])).toEqual([
      ["checkpoint", "m.safetensors", undefined],
      ["lora", "ink", 0.5],
    ]);
  });

  test("contexts, combiners, text nodes and a zeroed negative are seen through", () => {
    const found = read({
      ...basic,
      60: ["Text Multiline", { text: "a cat" }],
      61: ["StringConcatenate", { string_a: ["60", 0], string_b: "in a hat", delimiter: ", " }],
      6: ["CLIPTextEncode", { text: ["61", 0], clip: ["4", 1] }],
      62: ["CLIPTextEncode", { text: "at night", clip: ["4", 1] }],
      63: ["ConditioningCombine", { conditioning_1: ["6", 0], conditioning_2: ["62", 0] }],
      64: ["ConditioningZeroOut", { conditioning: ["63", 0] }],
      65: ["Context (rgthree)", { positive: ["63", 0], negative: ["64", 0], seed: ["66", 0] }],
      66: ["Seed (rgthree)", { seed: 9 }],
      67: ["Context (rgthree)", { base_ctx: ["65", 0] }],
      3: ["KSampler", { ...basic[3]![1], positive: ["67", 4], negative: ["67", 5], seed: ["67", 8] }],
    });
    expect(found).toMatchObject({ prompt: "a cat\nin a hat\nat night", seed: "9" });
    expect(found.negativePrompt).toBeUndefined();
  });

  test("a wildcard's populated text counts, not the wildcard", () => {
    const nodes = {
      ...basic,
      6: [
        "ImpactWildcardEncode",
        {
          wildcard_text: "{a|b}",
          populated_text: "b <lora:ink:0.5>",
          mode: "populate",
          model: ["4", 0],
          clip: ["4", 1],
        },
      ],
    } as Nodes;
    expect(read(nodes).prompt).toBe("b <lora:ink:0.5>");
    expect(resources(nodes)[1]).toEqual(["lora", "ink", 0.5]);
  });

  test("SDXL's two texts are both told, once when they are the same", () => {
    const encode = (text_g: string, text_l: string): Nodes => ({
      ...basic,
      6: ["CLIPTextEncodeSDXL", { text_g, text_l, clip: ["4", 1] }],
    });
    expect(read(encode("one", "two")).prompt).toBe("one\ntwo");
    expect(read(encode("one", "one")).prompt).toBe("one");
  });

  test("a pipe carries prompts, size and LoRA tags", () => {
    const found = read({
      2: [
        "ttN pipeLoader_v2",
        {
          ckpt_name: "m.safetensors",
          loras: "<lora:ink:0.7>",
          positive: "a cat",
          negative: "bad",
          empty_latent_width: 640,
          empty_latent_height: 448,
        },
      ],
      3: [
        "ttN pipeKSampler_v2",
        { pipe: ["2", 0], steps: 20, cfg: 7, sampler_name: "euler", scheduler: "normal", seed: 3 },
      ],
      4: ["SaveImage", { images: ["3", 8] }],
    });
    expect(found).toMatchObject({ prompt: "a cat", negativePrompt: "bad", width: 640, height: 448 });
    expect(found.resources.map(({ name, weight }) => [name, weight])).toEqual([
      ["m.safetensors", undefined],
      ["ink", 0.7],
    ]);
    const easy = read({
      1: [
        "easy fullLoader",
        {
          ckpt_name: "m.safetensors",
          resolution: "832 x 1216",
          empty_latent_width: 512,
          empty_latent_height: 512,
          positive: "a cat",
          negative: "bad",
        },
      ],
      2: [
        "easy preSampling",
        { pipe: ["1", 0], steps: 25, cfg: 6, sampler_name: "euler", scheduler: "normal", seed: 3 },
      ],
      3: ["easy kSampler", { pipe: ["2", 0] }],
      4: ["PreviewImage", { images: ["3", 1] }],
    });
    expect(easy).toMatchObject({ prompt: "a cat", negativePrompt: "bad", steps: 25, width: 832, height: 1216 });
  });

  test("HunyuanVideo's sampler has its size and one text, which is no negative one", () => {
    const found = read({
      1: ["HyVideoModelLoader", { model: "hunyuan_video_720.safetensors" }],
      2: ["HyVideoTextEncode", { prompt: "a cat", text_encoders: ["9", 0] }],
      3: [
        "HyVideoSampler",
        { width: 512, height: 320, num_frames: 85, steps: 30, seed: 6, model: ["1", 0], hyvid_embeds: ["2", 0] },
      ],
      4: ["VHS_VideoCombine", { images: ["3", 0] }],
    });
    expect(found).toEqual({
      ...{ generator: "ComfyUI", prompt: "a cat", steps: 30, seed: "6", width: 512, height: 320 },
      resources: [{ kind: "checkpoint", name: "hunyuan_video_720.safetensors", hashes: {} }],
    });
  });

  test("graphs that loop end", () => {
    const nodes = withModel(["10", 0], {
      10: ["LoraLoader", { lora_name: ["10", 0], model: ["10", 0] }],
      6: ["CLIPTextEncode", { text: ["6", 0] }],
    });
    expect(read(nodes)).toMatchObject({ generator: "ComfyUI", negativePrompt: "bad" });
  });
});
