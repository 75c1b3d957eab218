import type { RawEntry } from "../generation";
import { describeGraph, findGraph } from "./comfyui";
import { findings, resource, textOf, type Findings } from "./findings";
import { loraTags } from "./infotext-resources";
import { idOf, listOf, numberOf, objectOf, parseObject, seedOf, stringOf, type Json } from "./loose-json";

/** Stability Matrix: `parameters-json`, with the project in `smproj` and, since it drives ComfyUI, the graph. */
export function parseStabilityMatrix(entries: readonly RawEntry[]): Findings | null {
  const parameters = parseObject(textOf(entries, "parameters-json"));
  const project = parseObject(textOf(entries, "smproj"));
  if (!parameters && !project) return null;
  const found = findGraph(entries);
  return describe(parameters ?? {}, objectOf(project?.State) ?? {}, found && describeGraph(found));
}

function describe(parameters: Json, state: Json, graph: Findings | null) {
  const prompt = stringOf(parameters.PositivePrompt) ?? graph?.prompt;
  const selected = stringOf(objectOf(state.Model)?.SelectedModelName);
  const own = resource("checkpoint", {
    name: stringOf(parameters.ModelName) ?? selected,
    hash: stringOf(parameters.ModelHash),
    versionId: idOf(parameters.ModelVersionId),
  });
  const drawn = (graph?.resources ?? []).filter(({ kind }) => own.length === 0 || kind !== "checkpoint");
  return findings("Stability Matrix", {
    prompt,
    negativePrompt: stringOf(parameters.NegativePrompt) ?? graph?.negativePrompt,
    steps: numberOf(parameters.Steps) ?? graph?.steps,
    sampler: graph?.sampler ?? stringOf(parameters.Sampler),
    scheduler: graph?.scheduler,
    cfgScale: numberOf(parameters.CfgScale) ?? graph?.cfgScale,
    seed: seedOf(parameters.Seed) ?? graph?.seed,
    clipSkip: graph?.clipSkip,
    width: graph?.width ?? numberOf(parameters.Width),
    height: graph?.height ?? numberOf(parameters.Height),
    resources: [...own, ...networks(parameters, prompt), ...drawn],
  });
}

// The graph names the LoRAs by file; without one, their version ids or the tags in the prompt have to do.
function networks(parameters: Json, prompt = "") {
  const ids = listOf(parameters.ExtraNetworkModelVersionIds).map(idOf);
  const versions = ids.flatMap((versionId) => resource("lora", { versionId }));
  return [...versions, ...loraTags(prompt).flatMap((tag) => resource("lora", tag))];
}
