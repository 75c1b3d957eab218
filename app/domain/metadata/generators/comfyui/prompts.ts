import { followed, linkOf, type Graph, type Node } from "./graph";

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
  "prompt_text",
  "text_0",
];
const PARTS = /^(?:text|string|prompt)_?(?:[a-h]|\d{1,2})$/;
const PASSED_ON =
  /^(?:cond|positive|negative|base_ctx|context|ctx|pipe|basic_pipe|sdxl_tuple|text_embeds|source|input|any|on_)/;
/** Nodes whose text is made as they run, and is in no file: what they were told is not the prompt. */
const WRITERS = /^TextGenerate|llm|ollama|gpt|gemini|claude|florence|joy ?caption|interrogat|tagger/i;
const MAX_VISITS = 300;

/**
 * The text behind a sampler's conditioning: up through combiners, ControlNets, contexts and text nodes to what was
 * typed.
 */
export function promptBehind(graph: Graph, value: unknown, role: Role) {
  const typed = textsBehind(graph, value, { role, skip: WRITERS }, new Set());
  const texts = typed.length > 0 ? typed : textsBehind(graph, value, { role }, new Set());
  return [...new Set(texts)].join("\n") || undefined;
}

type Looking = { role: Role; skip?: RegExp };

function textsBehind(graph: Graph, value: unknown, looking: Looking, seen: Set<Node>): string[] {
  if (typeof value === "string") return value.trim() === "" ? [] : [value];
  const node = linkOf(graph, value)?.node;
  if (!node || seen.has(node) || seen.size > MAX_VISITS || /zero ?out/i.test(node.type)) return [];
  if (looking.skip?.test(node.type)) return [];
  seen.add(node);
  for (const keys of choices(graph, node, looking.role)) {
    const texts = keys.flatMap((key) => textsBehind(graph, node.inputs[key], looking, seen));
    if (texts.length > 0) return texts;
  }
  return [];
}

// What a node says for this very role wins over its only text, that over texts it joins, that over what it passes on.
function choices(graph: Graph, node: Node, role: Role) {
  const keys = Object.keys(node.inputs);
  const other = role === "positive" ? "negative" : "positive";
  const text = TEXTS.filter((key) => keys.includes(key));
  return [
    keys.filter((key) => key === role || key === `${role}_prompt` || key === `${role}_text` || key === `text_${role}`),
    text.includes("text_g") ? ["text_g", "text_l"] : text.slice(0, 1),
    keys.filter((key) => PARTS.test(key)),
    text.slice(1),
    followed(graph, node).filter((key) => PASSED_ON.test(key) && !key.startsWith(other)),
    keys.filter((key) => PASSED_ON.test(key) && !key.startsWith(other)),
  ];
}
