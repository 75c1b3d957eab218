import { expect, test } from "vitest";
import { parseEasyDiffusion } from "./easy-diffusion";

const settings = {
  prompt: "a cat",
  seed: "42",
  use_stable_diffusion_model: "models/sd-v1-5.safetensors",
  use_vae_model: "None",
  sampler_name: "euler_a",
  width: "512",
  height: "640",
  num_inference_steps: "25",
  guidance_scale: "7.5",
  negative_prompt: "bad",
};

test("settings are read from one text each or from one JSON", () => {
  const apart = Object.entries({ ...settings, use_lora_model: "ink", lora_alpha: "0.5" }).map(([key, text]) => ({
    source: "tEXt",
    key,
    text,
  }));
  const together = [
    {
      source: "EXIF",
      key: "UserComment",
      text: JSON.stringify({ ...settings, use_lora_model: ["ink"], lora_alpha: [0.5] }),
    },
  ];
  for (const entries of [apart, together]) {
    expect(parseEasyDiffusion(entries)).toMatchObject({
      generator: "Easy Diffusion",
      prompt: "a cat",
      steps: 25,
      cfgScale: 7.5,
      seed: "42",
      width: 512,
    });
    expect(parseEasyDiffusion(entries)?.resources).toEqual([
      { kind: "checkpoint", name: "sd-v1-5.safetensors", hashes: {} },
      { kind: "lora", name: "ink", weight: 0.5, hashes: {} },
    ]);
  }
});

test("the first years' names are understood", () => {
  const text = JSON.stringify({ Prompt: "a cat", "Stable Diffusion model": "sd-v1-4", Steps: 20, "Guidance Scale": 7 });
  expect(parseEasyDiffusion([{ source: "tEXt", key: "parameters", text }])).toMatchObject({
    prompt: "a cat",
    steps: 20,
    cfgScale: 7,
    resources: [{ name: "sd-v1-4" }],
  });
});
