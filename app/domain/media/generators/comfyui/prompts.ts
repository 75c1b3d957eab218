import { linkOf, type Graph, type Node } from "./graph";

export type Role = "positive" | "negative";

const TEXTS = [
  "populated_text",
  "text",
  "text_g",
  "text_l",
  "t5xxl",
  "clip_l",
  "prompt",
  "string",
  "value",
  "wildcard_text",
  "Text",
];
const PARTS = /^(?:text|string|prompt)_?(?:[a-h]|\d{1,2})$/;
const PASSED_ON =
  /^(?:cond|positive|negative|base_ctx|context|ctx|pipe|basic_pipe|sdxl_tuple|text_embeds|source|input|any|on_)/;
const MAX_VISITS = 300;

/**
 * The text behind a sampler's conditioning: up through combiners, ControlNets, contexts and text nodes to what was
 * typed.
 */
export function promptBehind(graph: Graph, value: unknown, role: Role) {
  const texts = textsBehind(graph, value, role, new Set());
  return [...new Set(texts)].join("\n") || undefined;
}

function textsBehind(graph: Graph, value: unknown, role: Role, seen: Set<Node>): string[] {
  if (typeof value === "string") return value.trim() === "" ? [] : [value];
  const node = linkOf(graph, value)?.node;
  if (!node || seen.has(node) || seen.size > MAX_VISITS || /zero ?out/i.test(node.type)) return [];
  seen.add(node);
  for (const keys of choices(node, role)) {
    const texts = keys.flatMap((key) => textsBehind(graph, node.inputs[key], role, seen));
    if (texts.length > 0) return texts;
  }
  return [];
}

// What a node says for this very role wins over its only text, that over texts it joins, that over what it passes on.
function choices(node: Node, role: Role) {
  const keys = Object.keys(node.inputs);
  const other = role === "positive" ? "negative" : "positive";
  const text = TEXTS.filter((key) => keys.includes(key));
  return [
    keys.filter((key) => key === role || key === `${role}_prompt` || key === `${role}_text` || key === `text_${role}`),
    text.includes("text_g") ? ["text_g", "text_l"] : text.slice(0, 1),
    keys.filter((key) => PARTS.test(key)),
    text.slice(1),
    keys.filter((key) => PASSED_ON.test(key) && !key.startsWith(other)),
  ];
}
