import type { Findings } from "../findings";
import { numberOf, seedOf, stringOf } from "../loose-json";
import { ancestors, linkOf, literal, nearest, type Graph, type Node } from "./graph";
import { promptBehind, type Role } from "./prompts";

const PIPE_KEYS = ["pipe", "basic_pipe", "sdxl_tuple", "context", "ctx"];
const MODEL_KEYS = ["model", "guider", ...PIPE_KEYS];
const LATENT_KEYS = ["latent_image", "latent", "samples", "image_embeds", "optional_latent"];

/** Whether a node turns noise into a picture: it calls itself a sampler, and takes a prompt, or a seed and a model or steps. */
export function isSampler({ type, inputs }: Node) {
  const hasNoise = ["seed", "noise_seed", "noise"].some((key) => key in inputs);
  const hasWork = [...MODEL_KEYS, "steps"].some((key) => key in inputs);
  return /sampl/i.test(type) && ("positive" in inputs || (hasNoise && hasWork));
}

/** The sampler of the first pass: the one whose latent no other sampler made. */
export function firstSampler(graph: Graph, nodes: Node[]): Node | undefined {
  const samplers = nodes.filter(isSampler).slice(0, 50);
  const isFirst = (one: Node) => !latentSources(graph, one).some((node) => node !== one && isSampler(node));
  return samplers.find(isFirst) ?? samplers[0];
}

/** The prompts and numbers of one sampler, looked up in it and in the nodes that feed it. */
export function samplingFields(graph: Graph, sampler: Node): Partial<Findings> {
  const own = (...keys: string[]) => keys.map((key) => literal(graph, sampler, key)).find((one) => one !== undefined);
  const { sigmas, noise, guider, sampler: selected } = sampler.inputs;
  const clipLayer = nearestOf(graph, sampler, ["model", "guider", "positive"], "stop_at_clip_layer", "clip_skip");
  return {
    prompt: promptFor(graph, sampler, "positive"),
    negativePrompt: promptFor(graph, sampler, "negative"),
    steps: numberOf(own("steps") ?? nearest(graph, sigmas, "steps")),
    sampler: stringOf(own("sampler_name") ?? nearest(graph, selected, "sampler_name")),
    scheduler: stringOf(own("scheduler") ?? nearest(graph, sigmas, "scheduler")),
    cfgScale: numberOf(own("cfg") ?? nearest(graph, guider, "cfg")),
    seed: seedOf(own("seed", "noise_seed") ?? nearest(graph, noise, "noise_seed", "seed")),
    clipSkip: Math.abs(numberOf(clipLayer) ?? 0) || undefined,
    ...sizeOf(graph, sampler),
  };
}

function promptFor(graph: Graph, sampler: Node, role: Role) {
  const guider = linkOf(graph, sampler.inputs.guider)?.node;
  const { inputs } = guider ?? sampler;
  const positive =
    role === "positive" ? (inputs.conditioning ?? inputs.cond1 ?? inputs.cond2 ?? inputs.hyvid_embeds) : undefined;
  const sole = positive ?? inputs.text_embeds;
  const piped = PIPE_KEYS.map((key) => inputs[key]).find((one) => one !== undefined);
  return promptBehind(graph, inputs[role] ?? sole ?? piped, role);
}

// Some video samplers state it themselves; pipes carry the latent along. A size chosen from a list goes before numbers.
function sizeOf(graph: Graph, sampler: Node) {
  const up = (...keys: string[]) => nearestOf(graph, sampler, [...LATENT_KEYS, ...PIPE_KEYS], ...keys);
  const [, width, height] =
    /^\s*(\d{2,5})\s*[x×]\s*(\d{2,5})/.exec(stringOf(up("dimensions", "resolution")) ?? "") ?? [];
  return {
    width: numberOf(width ?? literal(graph, sampler, "width") ?? up("width", "empty_latent_width")),
    height: numberOf(height ?? literal(graph, sampler, "height") ?? up("height", "empty_latent_height")),
  };
}

function nearestOf(graph: Graph, node: Node, through: string[], ...keys: string[]) {
  return through.map((key) => nearest(graph, node.inputs[key], ...keys)).find((value) => value !== undefined);
}

function latentSources(graph: Graph, sampler: Node) {
  const links = LATENT_KEYS.flatMap((key) => linkOf(graph, sampler.inputs[key])?.node ?? []);
  return ancestors(graph, links);
}
