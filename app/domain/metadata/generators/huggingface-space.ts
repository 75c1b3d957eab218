import type { RawEntry } from "../generation";
import { findings, resource, type Findings } from "./findings";
import { jsonComments } from "./json-comments";
import { numberOf, objectOf, seedOf, stringOf, type Json } from "./loose-json";

/** Hugging Face Spaces of the Animagine family: JSON with `Model` and `resolution`. */
export function parseHuggingFaceSpace(entries: readonly RawEntry[]): Findings | null {
  const json = jsonComments(entries).find((one) => typeof one.Model === "string" && typeof one.resolution === "string");
  return json ? describe(json) : null;
}

function describe(json: Json) {
  const [width, height] = (stringOf(json.resolution)?.match(/\d+/g) ?? []).slice(0, 2).map(Number);
  const lora = stringOf(json.lora) ?? stringOf(objectOf(json.lora)?.name);
  return findings("HF Space", {
    prompt: stringOf(json.prompt),
    negativePrompt: stringOf(json.negative_prompt),
    steps: numberOf(json.num_inference_steps),
    sampler: stringOf(json.sampler),
    cfgScale: numberOf(json.guidance_scale),
    seed: seedOf(json.seed),
    width,
    height,
    resources: [
      ...resource("checkpoint", { name: stringOf(json.Model), hash: stringOf(json["Model hash"]) }),
      ...resource("lora", { name: lora }),
    ],
  });
}
