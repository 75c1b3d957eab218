import { listOf, type Json } from "../loose-json";
import { BYPASSED, INPUTS, MUTED, readDrawing, type Drawing, type Drawn } from "./drawing";
import { graphOf, type Graph } from "./graph";

const MAX_PASSES = 50;

type Setters = Map<unknown, Drawn>;

/**
 * A workflow as the editor draws it, turned into a prompt: wires become `[id, slot]`, muted nodes go, bypassed ones
 * and reroutes are passed through, and subgraphs lie open.
 */
export function workflowGraph(workflow: Json): Graph | null {
  const drawing = readDrawing(workflow);
  const nodes = [...drawing.nodes.values()];
  const setters: Setters = new Map(
    nodes.filter(({ type }) => type === "SetNode").map((node) => [variableOf(node), node]),
  );
  const prompt: Json = {};
  for (const node of nodes) {
    if (node.mode === MUTED || isPassedThrough(node)) continue;
    prompt[node.id] = { class_type: node.type, inputs: { ...node.widgets, ...wired(drawing, setters, node) } };
  }
  return graphOf(prompt);
}

function wired(drawing: Drawing, setters: Setters, node: Drawn) {
  const linked = node.sockets.filter(({ link }) => link !== null);
  const sources = linked.map(({ name, link }) => [String(name), sourceOf(drawing, setters, String(link))] as const);
  return Object.fromEntries(sources.filter(([, source]) => source !== undefined));
}

/** The node and slot, or the plain value, at the far end of a wire. */
function sourceOf(drawing: Drawing, setters: Setters, start: string): unknown {
  let wire: unknown = start;
  for (let i = 0; typeof wire === "string" && i < MAX_PASSES; i++) {
    const source = drawing.wires.get(wire);
    if (!source) return undefined;
    const node = drawing.nodes.get(source[0]);
    const typed = node ? valuesOfStep(node) : valueOutside(drawing, source);
    if (typed !== undefined) return typed;
    if (node && node.mode !== MUTED && !isPassedThrough(node)) return source;
    wire = node ? wireBefore(setters, node) : wireThrough(drawing, source);
  }
  return undefined;
}

function valuesOfStep(node: Drawn) {
  return node.type === "PrimitiveNode" ? listOf(node.values)[0] : undefined;
}

function wireBefore(setters: Setters, node: Drawn) {
  if (node.mode === MUTED) return undefined;
  const before = node.type === "GetNode" ? setters.get(variableOf(node)) : node;
  return before?.sockets.find((socket) => socket.link !== null)?.link;
}

// From a subgraph's output into it, from its input out of it.
function wireThrough(drawing: Drawing, [id, slot]: [string, number]) {
  return drawing.outputs.get(`${id} ${slot}`) ?? socketOutside(drawing, id, slot)?.link;
}

function valueOutside(drawing: Drawing, [id, slot]: [string, number]) {
  const socket = socketOutside(drawing, id, slot);
  const frame = frameOf(drawing, id);
  return frame && !socket?.link ? frame.widgets[String(frame.inputs[slot])] : undefined;
}

function socketOutside(drawing: Drawing, id: string, slot: number) {
  const frame = frameOf(drawing, id);
  return frame?.sockets.find(({ name }) => name === frame.inputs[slot]);
}

function frameOf({ frames }: Drawing, id: string) {
  return id.endsWith(INPUTS) ? frames.get(id.slice(0, -INPUTS.length)) : undefined;
}

function variableOf(node: Drawn) {
  return listOf(node.values)[0];
}

function isPassedThrough({ type, mode }: Drawn) {
  return mode === BYPASSED || /^(?:Reroute(?: \(.*)?|GetNode|SetNode|PrimitiveNode|Note|MarkdownNote)$/.test(type);
}
