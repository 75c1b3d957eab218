import { listOf, objectOf, objectsIn, type Json } from "../loose-json";
import { graphOf, type Graph } from "./graph";
import { WIDGETS } from "./widgets";

const MUTED = 2;
const BYPASSED = 4;
const MAX_NODES = 5_000;
const MAX_PASSES = 50;

type Drawn = { id: string; type: string; mode: unknown; sockets: Json[]; widgets: unknown };
type Drawing = { nodes: Map<string, Drawn>; wires: Map<string, [string, number]>; setters: Map<unknown, Drawn> };

/**
 * A workflow as the editor draws it, turned into a prompt: wires become `[id, slot]`, muted nodes go, bypassed ones
 * and reroutes are passed through. Its widgets have no names, so only those of well-known nodes are read.
 */
export function workflowGraph(workflow: Json): Graph | null {
  const drawing = readDrawing(workflow);
  const prompt: Json = {};
  for (const node of drawing.nodes.values()) {
    if (node.mode === MUTED || isPassedThrough(node)) continue;
    prompt[node.id] = { class_type: node.type, inputs: { ...namedWidgets(node), ...wired(drawing, node) } };
  }
  return graphOf(prompt);
}

function readDrawing(workflow: Json): Drawing {
  const subgraphs = objectsIn(objectOf(workflow.definitions)?.subgraphs).slice(0, 50);
  const sheets = [workflow, ...subgraphs];
  const nodes = new Map<string, Drawn>();
  const wires = new Map<string, [string, number]>();
  sheets.forEach((sheet, i) => {
    for (const value of listOf(sheet.nodes).slice(0, MAX_NODES)) addNode(nodes, objectOf(value) ?? {}, `${i}:`);
    for (const value of listOf(sheet.links).slice(0, MAX_NODES * 4)) addWire(wires, value, `${i}:`);
  });
  const setters = [...nodes.values()].filter(({ type }) => type === "SetNode");
  return { nodes, wires, setters: new Map(setters.map((node) => [variableOf(node), node])) };
}

function addNode(nodes: Map<string, Drawn>, node: Json, sheet: string) {
  if (typeof node.type !== "string") return;
  const wire = (link: unknown) => (link === null || link === undefined ? null : `${sheet}${String(link)}`);
  const bound = objectsIn(node.inputs).map((socket) => ({ ...socket, link: wire(socket.link) }));
  const id = `${sheet}${String(node.id)}`;
  nodes.set(id, { id, type: node.type, mode: node.mode, sockets: bound, widgets: node.widgets_values });
}

// A list on the main sheet, an object inside of a subgraph.
function addWire(wires: Map<string, [string, number]>, value: unknown, sheet: string) {
  const one = objectOf(value);
  const [id, from, slot] = one ? [one.id, one.origin_id, one.origin_slot] : listOf(value);
  wires.set(`${sheet}${String(id)}`, [`${sheet}${String(from)}`, Number(slot) || 0]);
}

function wired(drawing: Drawing, node: Drawn) {
  const linked = node.sockets.filter(({ link }) => link !== null);
  return Object.fromEntries(linked.map(({ name, link }) => [String(name), sourceOf(drawing, String(link))]));
}

function sourceOf({ nodes, wires, setters }: Drawing, wire: string): unknown {
  let source = wires.get(wire);
  for (let i = 0; source && i < MAX_PASSES; i++) {
    const node = nodes.get(source[0]);
    if (!node || node.mode === MUTED) return undefined;
    if (node.type === "PrimitiveNode") return listOf(node.widgets)[0];
    if (!isPassedThrough(node)) return source;
    const before = node.type === "GetNode" ? setters.get(variableOf(node)) : node;
    const next = before?.sockets.find((socket) => socket.link !== null)?.link;
    source = typeof next === "string" ? wires.get(next) : undefined;
  }
  return undefined;
}

function variableOf(node: Drawn) {
  return listOf(node.widgets)[0];
}

function isPassedThrough({ type, mode }: Drawn) {
  return mode === BYPASSED || /^(?:Reroute(?: \(.*)?|GetNode|SetNode|PrimitiveNode|Note|MarkdownNote)$/.test(type);
}

function namedWidgets({ type, widgets }: Drawn): Json {
  if (!Array.isArray(widgets)) return WIDGETS.has(type) || type.startsWith("VHS_") ? (objectOf(widgets) ?? {}) : {};
  if (/power lora loader/i.test(type)) return { loras: widgets };
  const names = WIDGETS.get(type) ?? [];
  return Object.fromEntries(names.map((name, i) => [name, widgets[i]] as const).filter(([name]) => name !== ""));
}
