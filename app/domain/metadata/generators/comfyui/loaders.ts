import type { DeclaredResource, ResourceKind } from "../../generation";
import { resource } from "../findings";
import { numberOf } from "../loose-json";
import { literal, type Graph, type Node } from "./graph";
import { lorasOf } from "./loras";

const KIND_OF_KEY: [RegExp, ResourceKind][] = [
  [/^(?:base_|refiner_)?(?:ckpt|checkpoint|unet)(?:_name|_path)?\d?$/, "checkpoint"],
  [/^(?:diffusion|gguf)_(?:name|model_name)$/, "checkpoint"],
  [/^vae_(?:name|path)$/, "vae"],
  [/^(?:control_?net(?:_name|_path)?)$/, "controlnet"],
  [/^upscale(?:r|_model)(?:_name)?$/, "upscaler"],
];

// `model_name` and `model` say nothing by themselves: the node's own name does.
const KIND_OF_TYPE: [RegExp, ResourceKind | null][] = [
  [
    /lora|sam|dino|segment|detector|clip|text ?encoder|t5|llm|florence|depth|rife|film|insight|pulid|inpaint|ip-?adapter|animate ?diff|motion/i,
    null,
  ],
  [/upscale/i, "upscaler"],
  [/control ?net/i, "controlnet"],
  [/vae/i, "vae"],
  [/checkpoint|unet|diffus(?:ion|ers)|dit|model ?loader|load\w*model|nunchaku/i, "checkpoint"],
];

const NO_LOADER = /save|saver|preview|show|display|note|metadata|reader|clipspace/i;

/** The models that one node loads. Nodes that only write names down load none. */
export function loadedBy(graph: Graph, node: Node): DeclaredResource[] {
  if (NO_LOADER.test(node.type) && !/load(?:er)?/i.test(node.type)) return [];
  const files = Object.keys(node.inputs).flatMap((key) => {
    const kind = kindOfInput(node, key);
    const name = kind && literal(graph, node, key);
    return kind && typeof name === "string" ? resource(kind, { name, weight: weightOf(graph, node, kind) }) : [];
  });
  return [...files, ...lorasOf(graph, node)];
}

function kindOfInput(node: Node, key: string): ResourceKind | null {
  const byKey = KIND_OF_KEY.find(([pattern]) => pattern.test(key));
  if (byKey) return byKey[1];
  if (key !== "model_name" && key !== "model" && key !== "model_path") return null;
  return KIND_OF_TYPE.find(([pattern]) => pattern.test(node.type))?.[1] ?? null;
}

function weightOf(graph: Graph, node: Node, kind: ResourceKind) {
  return kind === "controlnet" ? numberOf(literal(graph, node, "strength")) : undefined;
}
