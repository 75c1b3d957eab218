import type { RawEntry } from "../generation";
import { findings, resource, textOf, type Findings } from "./findings";
import { jsonComments } from "./json-comments";
import { listOf, numberOf, objectOf, seedOf, stringOf, type Json } from "./loose-json";

const ITS_WORDS = ["performance", "styles", "sharpness", "refiner_switch", "base_model_hash"];

/**
 * Fooocus with its own scheme (its other one is A1111's text), and RuinedFooocus, which names itself in `software`. Its
 * first versions and its forks say nothing of a scheme, but call their model as it does.
 */
export function parseFooocus(entries: readonly RawEntry[]): Findings | null {
  for (const json of jsonComments(entries)) {
    if (/ruined/i.test(stringOf(json.software) ?? "")) return describeRuined(json);
    const scheme = textOf(entries, "fooocus_scheme", "MakerNote") ?? stringOf(json.metadata_scheme);
    const version = stringOf(json.version) ?? stringOf(json.software) ?? textOf(entries, "Software") ?? "";
    const isFooocus =
      scheme === "fooocus" ||
      /fooocus/i.test(version) ||
      ITS_WORDS.some((key) => json[key] !== undefined && json.base_model !== undefined);
    if (isFooocus && (json.base_model !== undefined || json.prompt !== undefined)) return describe(json);
  }
  return null;
}

function describe(json: Json) {
  const [width, height] = numbersIn(json.resolution);
  return findings("Fooocus", {
    prompt: stringOf(json.prompt),
    negativePrompt: stringOf(json.negative_prompt),
    steps: numberOf(json.steps),
    sampler: stringOf(json.sampler),
    scheduler: stringOf(json.scheduler),
    cfgScale: numberOf(json.guidance_scale ?? json.cfg),
    seed: seedOf(json.seed),
    clipSkip: numberOf(json.clip_skip ?? json.base_clip_skip),
    width,
    height,
    resources: [
      ...resource("checkpoint", { name: stringOf(json.base_model), hash: stringOf(json.base_model_hash) }),
      ...resource("checkpoint", { name: stringOf(json.refiner_model), hash: stringOf(json.refiner_model_hash) }),
      ...[...listOf(json.loras), ...combined(json)].flatMap(lora),
      ...resource("vae", { name: stringOf(json.vae) }),
    ],
  });
}

function describeRuined(json: Json) {
  return findings("RuinedFooocus", {
    prompt: stringOf(json.Prompt),
    negativePrompt: stringOf(json.Negative),
    steps: numberOf(json.steps),
    sampler: stringOf(json.sampler_name),
    scheduler: stringOf(json.scheduler),
    cfgScale: numberOf(json.cfg),
    seed: seedOf(json.seed),
    clipSkip: numberOf(json.clip_skip),
    width: numberOf(json.width),
    height: numberOf(json.height),
    resources: [
      ...resource("checkpoint", { name: stringOf(json.base_model_name), hash: stringOf(json.base_model_hash) }),
      ...listOf(json.loras).flatMap(lora),
    ],
  });
}

// [name, weight, hash] in Fooocus, [hash, "weight - name"] in RuinedFooocus, an object in forks of either.
function lora(item: unknown) {
  const one = objectOf(item);
  const parts = one ? [one.name ?? one.model_name, one.weight, one.hash] : Array.isArray(item) ? item : [item];
  const texts = parts.filter((part): part is string => typeof part === "string");
  const hash = texts.find((text) => /^(?:[0-9a-f]{10}|[0-9a-f]{12}|[0-9a-f]{64})$/i.test(text));
  const called = texts.find((text) => text !== hash && /[^\d.\s-]/.test(text));
  const [, before, name] = /^(-?[\d.]+) - (.+)$/.exec(called?.slice(0, 400) ?? "") ?? [];
  const weight = parts.find((part) => typeof part === "number") ?? numberOf(before);
  return resource("lora", { name: name ?? called, hash, weight });
}

// Before 2.2: `lora_combined_1: "name : 0.5"`.
function combined(json: Json) {
  const keys = Object.keys(json).filter((key) => /^lora_combined_\d+$/.test(key));
  const texts = keys.map((key) => stringOf(json[key]) ?? "");
  return texts.flatMap((text) => {
    const [, name, weight] = /^(.+?) : (-?[\d.]+)$/.exec(text.slice(0, 400)) ?? [];
    return name ? [[name, Number(weight)]] : [];
  });
}

function numbersIn(value: unknown) {
  return (String(value ?? "").match(/\d+/g) ?? []).slice(0, 2).map(Number);
}
