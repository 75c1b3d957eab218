import { expect, test } from "vitest";
import { parseHuggingFaceSpace } from "./huggingface-space";

const json = {
  prompt: "a cat",
  negative_prompt: "bad\n",
  resolution: "1024 x 768",
  guidance_scale: 5.5,
  num_inference_steps: 24,
  seed: 443800072,
  sampler: "DPM++ 2M Karras",
  Model: "WAI v16",
  "Model hash": "BDB59BAC77D94AE7A55FF893170F9554C3F349E48A1B73C0C17C0B7C6F4D41A2",
  use_upscaler: null,
};

test("a Space's JSON is read", () => {
  expect(parseHuggingFaceSpace([{ source: "test", key: "parameters", text: JSON.stringify(json) }])).toEqual({
    generator: "HF Space",
    prompt: "a cat",
    negativePrompt: "bad\n",
    steps: 24,
    sampler: "DPM++ 2M Karras",
    cfgScale: 5.5,
    seed: "443800072",
    width: 1024,
    height: 768,
    resources: [{ kind: "checkpoint", name: "WAI v16", hashes: { sha256: json["Model hash"].toLowerCase() } }],
  });
});

test("without a model and a resolution it is not a Space's", () => {
  expect(parseHuggingFaceSpace([{ source: "test", key: "parameters", text: `{"Model": "x"}` }])).toBeNull();
});
