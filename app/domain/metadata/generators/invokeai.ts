import type { DeclaredResource, RawEntry, ResourceKind } from "../generation";
import { findings, resource, textOf, type Findings } from "./findings";
import { parseDreamCommand, splitPrompt } from "./invokeai-dream";
import { listOf, numberOf, objectOf, objectsIn, parseObject, seedOf, stringOf, type Json } from "./loose-json";

/** InvokeAI: `invokeai_metadata` since 3, `sd-metadata` in 2, a `Dream` command line in 1. */
export function parseInvokeAi(entries: readonly RawEntry[]): Findings | null {
  const current = parseObject(textOf(entries, "invokeai_metadata"));
  if (current) return describe(current);
  const second = parseObject(textOf(entries, "sd-metadata"));
  if (second) return describeSecond(second);
  const dream = textOf(entries, "Dream");
  if (dream) return findings("InvokeAI", parseDreamCommand(dream));
  const graph = parseObject(textOf(entries, "invokeai_graph", "invokeai_workflow"));
  return graph ? describeGraph(graph) : null;
}

function describe(metadata: Json) {
  const base = baseOf(metadata.model);
  return findings("InvokeAI", {
    prompt: stringOf(metadata.positive_prompt),
    negativePrompt: stringOf(metadata.negative_prompt),
    steps: numberOf(metadata.steps),
    sampler: stringOf(metadata.scheduler),
    cfgScale: numberOf(metadata.cfg_scale) ?? numberOf(metadata.guidance),
    seed: seedOf(metadata.seed),
    clipSkip: numberOf(metadata.clip_skip) || undefined,
    width: numberOf(metadata.width),
    height: numberOf(metadata.height),
    resources: [
      ...model("checkpoint", metadata.model),
      ...model("checkpoint", metadata.refiner_model),
      ...listOf(metadata.loras).flatMap((item) => weighted("lora", item)),
      ...model("vae", metadata.vae),
      ...listOf(metadata.controlnets).flatMap((item) => weighted("controlnet", item)),
      ...model("upscaler", metadata.upscale_model),
    ],
    baseModelHint: base ? { from: "invokeai", code: base } : undefined,
  });
}

function describeSecond(metadata: Json) {
  const image = objectOf(metadata.image) ?? {};
  const prompt = listOf(image.prompt)
    .flatMap((one) => stringOf(objectOf(one)?.prompt) ?? [])
    .join(" ");
  return findings("InvokeAI", {
    ...splitPrompt((prompt || stringOf(image.prompt) || "").trim()),
    steps: numberOf(image.steps),
    sampler: stringOf(image.sampler),
    cfgScale: numberOf(image.cfg_scale),
    seed: seedOf(image.seed),
    width: numberOf(image.width),
    height: numberOf(image.height),
    resources: resource("checkpoint", {
      name: stringOf(metadata.model_weights) ?? stringOf(metadata.model),
      hash: stringOf(metadata.model_hash),
    }),
  });
}

// A graph alone tells its models, and nothing reliable about which prompt belongs where.
function describeGraph(graph: Json) {
  const all = Array.isArray(graph.nodes) ? graph.nodes : Object.values(objectOf(graph.nodes) ?? {});
  const nodes = objectsIn(all.slice(0, 2_000));
  const inputs = nodes.map((node) => objectOf(objectOf(node.data)?.inputs) ?? node);
  const models = inputs.flatMap((input) => input.model ?? []).map(unwrapped);
  const base = models.map(baseOf).find(Boolean);
  const resources = [
    ...models.flatMap((one) => model("checkpoint", one)),
    ...inputs.flatMap((input) => weighted("lora", { lora: unwrapped(input.lora), weight: unwrapped(input.weight) })),
    ...inputs.flatMap((input) => model("vae", unwrapped(input.vae_model))),
  ];
  if (resources.length === 0) return null;
  return findings("InvokeAI", { resources, baseModelHint: base ? { from: "invokeai", code: base } : undefined });
}

function unwrapped(value: unknown) {
  return objectOf(value)?.value ?? value;
}

function weighted(kind: ResourceKind, item: unknown) {
  const one = objectOf(item) ?? {};
  const weight = numberOf(one.weight) ?? numberOf(one.control_weight);
  return model(kind, one.lora ?? one.control_model ?? one.model ?? one, weight);
}

// Named `name` since 4, `model_name` before; a bare word in the first builds of 3.
function model(kind: ResourceKind, value: unknown, weight?: number): DeclaredResource[] {
  if (typeof value === "string") return resource(kind, { name: value, weight });
  const one = objectOf(value);
  if (!one) return [];
  const name = stringOf(one.name) ?? stringOf(one.model_name);
  const hash = stringOf(one.hash);
  return name || hash ? resource(kind, { name, hash, weight }) : [];
}

function baseOf(value: unknown) {
  const one = objectOf(value);
  return stringOf(one?.base) ?? stringOf(one?.base_model);
}
