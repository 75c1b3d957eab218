import { RESOURCE_KINDS, type DeclaredResource, type RawEntry } from "../generation";
import { embeddingsIn, findings, known, textOf, type Findings } from "./findings";
import { ancestors, graphOf, type Graph, type Node } from "./comfyui/graph";
import { guessedFields } from "./comfyui/guessing";
import { loadedBy } from "./comfyui/loaders";
import { firstSampler, isSampler, samplingFields } from "./comfyui/sampling";
import { partnerFields } from "./comfyui/partner";
import { workflowGraph } from "./comfyui/workflow";
import { jsonComments } from "./json-comments";
import { objectOf, parseObject } from "./loose-json";

const OUTPUT = /save|preview|combine|output|send ?image|websocket/i;

/**
 * ComfyUI: the executed `prompt` where there is one, else the drawn `workflow`; in PNG text, in EXIF fields that begin
 * with their name, in a comment, or in a clip's tags. What counts is what the pictures that were saved lean on, not
 * every loader that lies about.
 */
export function parseComfyUi(entries: readonly RawEntry[]): Findings | null {
  const graph = findGraph(entries);
  return graph && describeGraph(graph);
}

export function describeGraph(graph: Graph, generator = "ComfyUI"): Findings {
  const used = usedNodes(graph);
  const sampler = firstSampler(graph, used);
  const partner = sampler ? null : partnerFields(graph, used);
  if (partner) return findings(generator, partner);
  const traced = sampler ? samplingFields(graph, sampler) : {};
  const fields = traced.prompt === undefined ? { ...traced, ...known(guessedFields(graph)), ...known(traced) } : traced;
  const firstPass = new Set([...(sampler ? ancestors(graph, [sampler]) : []), ...used]);
  const loaded = [...firstPass].flatMap((node) => loadedBy(graph, node));
  // A sampler of somebody's own making may take its model in a way that is not seen.
  const models = loaded.some(({ kind }) => kind === "checkpoint")
    ? loaded
    : [...graph.values()].flatMap((node) => loadedBy(graph, node));
  const resources = [...models, ...embeddingsIn(fields.prompt, fields.negativePrompt)].sort(byKind);
  const air = resources.find((one) => one.kind === "checkpoint" && one.air)?.air;
  return findings(generator, { ...fields, resources, baseModelHint: air ? { from: "air", code: air } : undefined });
}

function byKind(a: DeclaredResource, b: DeclaredResource) {
  return RESOURCE_KINDS.indexOf(a.kind) - RESOURCE_KINDS.indexOf(b.kind);
}

/** The executed or drawn graph in a file's texts, wherever its writer put it. */
export function findGraph(entries: readonly RawEntry[]): Graph | null {
  const prompt = graphOf(parseObject(textOf(entries, "prompt") ?? prefixed(entries, "prompt")));
  if (prompt) return prompt;
  for (const json of jsonComments(entries)) {
    const inside = graphOf(json.prompt) ?? graphOf(json) ?? drawn(objectOf(json.workflow)) ?? drawn(json);
    if (inside) return inside;
  }
  return drawn(parseObject(textOf(entries, "workflow") ?? prefixed(entries, "workflow")));
}

function drawn(workflow: ReturnType<typeof parseObject>) {
  return Array.isArray(workflow?.nodes) ? workflowGraph(workflow) : null;
}

// EXIF has no key of that name, so tools write `prompt:{…}` into whichever text field is free.
function prefixed(entries: readonly RawEntry[], name: string) {
  const start = new RegExp(`^.{0,40}?\\b${name}\\s*:\\s*(?=\\{)`, "is");
  return entries.find(({ text }) => start.test(text.slice(0, 80)))?.text.replace(start, "");
}

function usedNodes(graph: Graph): Node[] {
  const nodes = [...graph.values()];
  const saved = nodes.filter(({ type }) => /save|combine/i.test(type));
  const outputs = saved.length > 0 ? saved : nodes.filter(({ type }) => OUTPUT.test(type));
  const used = ancestors(graph, outputs);
  if (used.some(isSampler)) return used;
  const fromSamplers = ancestors(graph, nodes.filter(isSampler));
  return [fromSamplers, used].find((some) => some.length > 0) ?? nodes;
}
