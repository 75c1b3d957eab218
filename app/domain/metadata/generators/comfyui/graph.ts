import { objectOf, stringOf, type Json } from "../loose-json";

/** `title` is what its user calls it. */
export type Node = { id: string; type: string; title: string; inputs: Json };
export type Graph = ReadonlyMap<string, Node>;
export type Link = { node: Node; slot: number };

const CHOICE_KEYS = ["select", "Input", "switch", "index", "boolean"];
const MAX_NODES = 5_000;
const MAX_STEPS = 20;

/**
 * A prompt as ComfyUI executes it: nodes by id, each with a `class_type` and inputs that are values or `[id, slot]`.
 * Null for anything else.
 */
export function graphOf(prompt: unknown): Graph | null {
  const graph = new Map<string, Node>();
  for (const [id, value] of Object.entries(objectOf(prompt) ?? {}).slice(0, MAX_NODES)) {
    const node = objectOf(value);
    if (typeof node?.class_type !== "string") continue;
    const title = stringOf(objectOf(node._meta)?.title) ?? "";
    graph.set(id, { id, type: node.class_type, title, inputs: objectOf(node.inputs) ?? {} });
  }
  return graph.size > 0 ? graph : null;
}

/** The node that an input comes from; null when it is a plain value. */
export function linkOf(graph: Graph, value: unknown): Link | null {
  if (!Array.isArray(value) || value.length !== 2 || typeof value[1] !== "number") return null;
  const node = graph.get(String(value[0]));
  return node ? { node, slot: value[1] } : null;
}

// After the name itself: what primitives and selectors call theirs, then the bundle that a context node was built on.
const VALUE_KEYS = ["value", "string", "text", "int", "float", "number", "Value", "seed", "noise_seed", "air"];
const BUNDLE_KEYS = ["base_ctx", "ctx", "context", "pipe"];

/** The plain value of an input, looked up through primitives and selectors when it is linked. */
export function literal(graph: Graph, node: Node, key: string): unknown {
  let at = node;
  let name = key;
  for (let i = 0; i < MAX_STEPS; i++) {
    const link = linkOf(graph, at.inputs[name]);
    if (!link) return Array.isArray(at.inputs[name]) ? undefined : (textIn(at.inputs[name]) ?? at.inputs[name]);
    const picked = pickedIn(link);
    if (picked) return picked;
    const held = holder(graph, link.node, name);
    if (!held) return undefined;
    at = held.node;
    name = held.key;
  }
  return undefined;
}

// Civitai's selector gives out one of several resources by each of its sockets.
function pickedIn({ node, slot }: Link) {
  return stringOf(objectOf(objectOf(node.inputs.resources_json)?.bySlot)?.[String(slot)]);
}

/** A text, also where a custom list keeps it beside a thumbnail: `{ content, image }`. */
export function textIn(value: unknown) {
  return stringOf(value) ?? stringOf(objectOf(value)?.content);
}

function holder(graph: Graph, start: Node, name: string) {
  let node: Node | undefined = start;
  for (let i = 0; node && i < MAX_STEPS; i++) {
    const { inputs }: Node = node;
    const key = [name, ...VALUE_KEYS].find((one) => inputs[one] !== undefined);
    if (key) return { node, key };
    node = BUNDLE_KEYS.map((one) => linkOf(graph, inputs[one])?.node).find(Boolean);
  }
  return null;
}

/** All that `roots` lean on, themselves included, nearest first. Of a switch only the chosen branch is followed. */
export function ancestors(graph: Graph, roots: Node[]): Node[] {
  const seen = new Set(roots);
  for (const node of seen) {
    for (const key of followed(graph, node)) {
      const link = linkOf(graph, node.inputs[key]);
      if (link) seen.add(link.node);
    }
  }
  return [...seen];
}

/** The nearest plain value under one of `keys`, going up from a linked input. */
export function nearest(graph: Graph, value: unknown, ...keys: string[]) {
  const start = linkOf(graph, value);
  for (const node of start ? ancestors(graph, [start.node]) : []) {
    const key = keys.find((one) => node.inputs[one] !== undefined);
    if (key) return literal(graph, node, key);
  }
  return undefined;
}

/** The inputs that a node leans on: of a switch, those chosen. Impact's and CR's count from 1, ComfyUI's own is true or false. */
export function followed(graph: Graph, node: Node) {
  const keys = Object.keys(node.inputs);
  if (!/switch/i.test(node.type)) return keys;
  const choice = CHOICE_KEYS.map((key) => literal(graph, node, key)).find((one) => one !== undefined);
  const chosen = keys.filter((key) => isChosen(key, choice));
  return chosen.length > 0 ? chosen : keys;
}

function isChosen(key: string, choice: unknown) {
  if (typeof choice === "boolean") return key === (choice ? "on_true" : "on_false");
  return typeof choice === "number" && new RegExp(`^[a-z_]+${Math.trunc(choice)}$`).test(key);
}
