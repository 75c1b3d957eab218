import type { RawEntry, ResourceKind } from "../generation";
import { findings, resource, type Findings } from "./findings";
import { loraTags } from "./infotext-resources";
import { jsonComments } from "./json-comments";
import { listOf, numberOf, objectOf, objectsIn, seedOf, stringOf, type Json } from "./loose-json";

const KIND_OF_PARAM: [RegExp, ResourceKind][] = [
  [/^(?:model|refinermodel|segmentmodel|videomodel|videoswapmodel)$/, "checkpoint"],
  [/lora/, "lora"],
  [/vae/, "vae"],
  [/control/, "controlnet"],
];

/** SwarmUI: JSON with `sui_image_params`; newer versions add `sui_models` with a hash of each model's tensors. */
export function parseSwarmUi(entries: readonly RawEntry[]): Findings | null {
  for (const json of jsonComments(entries)) {
    const params = objectOf(json.sui_image_params);
    if (params) return describe(withPlainKeys(params), listOf(json.sui_models));
  }
  return null;
}

function describe(params: Json, models: unknown[]) {
  return findings("SwarmUI", {
    prompt: stringOf(params.prompt),
    negativePrompt: stringOf(params.negativeprompt),
    steps: numberOf(params.steps),
    sampler: stringOf(params.sampler) ?? stringOf(params.comfyuisampler) ?? stringOf(params.autowebuisampler),
    scheduler: stringOf(params.scheduler) ?? stringOf(params.comfyuischeduler),
    cfgScale: numberOf(params.cfgscale),
    seed: seedOf(params.seed),
    clipSkip: Math.abs(numberOf(params.clipstoplayer) ?? 0) || undefined,
    width: numberOf(params.width),
    height: numberOf(params.height),
    resources: [
      ...["model", "refinermodel", "videomodel", "videoswapmodel"].flatMap((key) =>
        resource("checkpoint", named(params[key], hashIn(models, key, params[key]))),
      ),
      ...loras(params, models),
      ...others(models),
      ...["vae", "controlnetmodel", "controlnettwomodel", "controlnetthreemodel"].flatMap((key) =>
        resource(key === "vae" ? "vae" : "controlnet", named(params[key], hashIn(models, key, params[key]))),
      ),
      ...upscaler(stringOf(params.refinerupscalemethod)),
    ],
  });
}

function loras(params: Json, models: unknown[]) {
  const weights = split(params.loraweights);
  const stated = split(params.loras).map((name, i) => ({ name, weight: numberOf(weights[i]) }));
  const called = stated.length > 0 ? stated : loraTags(stringOf(params.prompt) ?? "");
  const details = called.map(({ name, weight }) => ({ ...named(name, hashIn(models, "loras", name)), weight }));
  return details.flatMap((one) => resource("lora", one));
}

// Models listed with their hash that no parameter named, such as those a preset or a prompt tag brought in.
function others(models: unknown[]) {
  return objectsIn(models).flatMap((one) => {
    const param = stringOf(one.param)?.toLowerCase() ?? "";
    const kind = KIND_OF_PARAM.find(([pattern]) => pattern.test(param))?.[1];
    return kind && param !== "model" ? resource(kind, named(one.name, stringOf(one.hash))) : [];
  });
}

function hashIn(models: unknown[], param: string, name: unknown) {
  const listed = objectsIn(models).filter((one) => stringOf(one.param)?.toLowerCase() === param);
  const same = listed.find((one) => withoutEnding(one.name) === withoutEnding(name));
  return stringOf((same ?? (param === "model" ? listed[0] : undefined))?.hash);
}

function named(name: unknown, hash: string | undefined) {
  return { name: withoutEnding(name), hash };
}

function withoutEnding(name: unknown) {
  return stringOf(name)?.replace(/\.(?:safetensors|ckpt|pt|sft|gguf)$/i, "");
}

function upscaler(method: string | undefined) {
  return method?.startsWith("model-") ? resource("upscaler", { name: method.slice("model-".length) }) : [];
}

function split(value: unknown) {
  const parts = typeof value === "string" ? value.split(",") : listOf(value).map(String);
  return parts.map((part) => part.trim()).filter(Boolean);
}

// Older versions wrote `cfg_scale` and `negative_prompt`.
function withPlainKeys(params: Json): Json {
  const plain = (key: string) => key.toLowerCase().replace(/[^a-z0-9]/g, "");
  return Object.fromEntries(Object.entries(params).map(([key, value]) => [plain(key), value]));
}
