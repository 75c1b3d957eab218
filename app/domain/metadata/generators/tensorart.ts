import type { RawEntry, ResourceKind } from "../generation";
import { describeGraph, findGraph } from "./comfyui";
import { findings, known, resource, textOf, type Findings } from "./findings";
import { listOf, numberOf, objectOf, parseObject, seedOf, stringOf, type Json } from "./loose-json";

const KINDS: [RegExp, ResourceKind][] = [
  [/lora|lycoris|locon|dora/i, "lora"],
  [/embedding|textual/i, "embedding"],
  [/control/i, "controlnet"],
  [/vae/i, "vae"],
  [/base|checkpoint/i, "checkpoint"],
];

/**
 * Tensor.Art: JSON in `generation_data`, ended by a NUL. Its seed may be -1; what was really used stands in the graph
 * beside it.
 */
export function parseTensorArt(entries: readonly RawEntry[]): Findings | null {
  const data = parseObject(textOf(entries, "generation_data"));
  if (!data) return null;
  const graph = findGraph(entries);
  const { resources: _, ...drawn } = graph ? describeGraph(graph) : { resources: [] };
  const code = stringOf(objectOf(data.baseModel)?.baseModel);
  return findings("Tensor.Art", {
    ...drawn,
    ...known(fieldsOf(data)),
    resources: [
      ...modelFile(data.baseModel, "checkpoint"),
      ...listOf(data.models).flatMap((model) => modelFile(model, "lora")),
      ...resource("vae", { name: stringOf(data.sdVae) ?? stringOf(data.vae) }),
    ],
    baseModelHint: code ? { from: "tensorart", code } : undefined,
  });
}

function fieldsOf(data: Json) {
  return {
    prompt: stringOf(data.prompt),
    negativePrompt: stringOf(data.negativePrompt),
    steps: numberOf(data.steps),
    sampler: stringOf(data.ksamplerName) ?? stringOf(data.samplerName) ?? stringOf(data.sampler),
    scheduler: stringOf(data.schedule),
    cfgScale: numberOf(data.cfgScale),
    seed: seedOf(data.seed),
    clipSkip: numberOf(data.clipSkip),
    width: numberOf(data.width),
    height: numberOf(data.height),
  };
}

function modelFile(value: unknown, otherwise: ResourceKind) {
  const file = objectOf(value);
  if (!file) return [];
  const type = stringOf(file.type) ?? "";
  const kind = KINDS.find(([pattern]) => pattern.test(type))?.[1] ?? otherwise;
  const name = stringOf(file.modelFileName) ?? stringOf(file.modelName) ?? stringOf(file.label);
  return resource(kind, { name, hash: stringOf(file.hash), weight: numberOf(file.weight) });
}
