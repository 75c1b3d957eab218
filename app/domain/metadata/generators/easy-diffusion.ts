import type { RawEntry } from "../generation";
import { findings, resource, type Findings } from "./findings";
import { jsonComments } from "./json-comments";
import { listOf, numberOf, parseJson, seedOf, stringOf, type Json } from "./loose-json";

/**
 * Easy Diffusion: one PNG text per setting, or all of them as JSON in a comment; in its first years under their names
 * on the page.
 */
export function parseEasyDiffusion(entries: readonly RawEntry[]): Findings | null {
  const separate = Object.fromEntries(entries.map(({ key, text }) => [key, text]));
  const all = [separate, ...jsonComments(entries)].map(withPlainKeys);
  const settings = all.find((one) => one.use_stable_diffusion_model ?? one.stable_diffusion_model);
  return settings ? describe(settings) : null;
}

function describe(settings: Json) {
  const loras = many(settings.use_lora_model ?? settings.lora_model);
  const weights = many(settings.lora_alpha ?? settings.lora_strength).map(numberOf);
  const model = stringOf(settings.use_stable_diffusion_model ?? settings.stable_diffusion_model)
    ?.split(/[/\\]/)
    .pop();
  return findings("Easy Diffusion", {
    prompt: stringOf(settings.prompt),
    negativePrompt: stringOf(settings.negative_prompt),
    steps: numberOf(settings.num_inference_steps ?? settings.steps),
    sampler: stringOf(settings.sampler_name ?? settings.sampler),
    cfgScale: numberOf(settings.guidance_scale),
    seed: seedOf(settings.seed),
    clipSkip: numberOf(settings.clip_skip),
    width: numberOf(settings.width),
    height: numberOf(settings.height),
    resources: [
      ...resource("checkpoint", { name: model }),
      ...loras.flatMap((name, i) => resource("lora", { name: stringOf(name), weight: weights[i] })),
      ...resource("vae", { name: stringOf(settings.use_vae_model ?? settings.vae_model) }),
      ...resource("controlnet", { name: stringOf(settings.use_controlnet_model) }),
      ...resource("upscaler", { name: stringOf(settings.use_upscale) }),
    ],
  });
}

function many(value: unknown) {
  const list = typeof value === "string" ? parseJson(value) : value;
  return Array.isArray(list) ? listOf(list) : value === undefined ? [] : [value];
}

function withPlainKeys(settings: Json): Json {
  const plain = (key: string) => key.toLowerCase().replace(/ /g, "_");
  return Object.fromEntries(Object.entries(settings).map(([key, value]) => [plain(key), value]));
}
