import { listOf, objectOf, objectsIn, stringOf, type Json } from "../loose-json";
import { namedWidgets } from "./widgets";

/** A node on the sheet, with its widgets by name and its sockets' wires. */
export type Drawn = { id: string; type: string; mode: unknown; sockets: Json[]; widgets: Json; values: unknown };

/** A node that stands for a sheet of its own, and the names of that sheet's inputs, in order. */
type Framed = Drawn & { inputs: unknown[] };

export type Drawing = {
  nodes: Map<string, Drawn>;
  /** A wire's source: a node and its slot. */
  wires: Map<string, [string, number]>;
  frames: Map<string, Framed>;
  /** `id slot` of a frame's output → the wire that feeds it inside. */
  outputs: Map<string, string>;
  /** How many more nodes and wires are looked at: a sheet may stand in many places. */
  left: number;
};

type Sheets = Map<unknown, Json>;

export const MUTED = 2;
export const BYPASSED = 4;
export const INPUTS = ":-10";
const OUTPUTS = "-20";
const MAX_PARTS = 30_000;
const MAX_FRAMES = 200;
const MAX_SOCKETS = 300;
const MAX_ID = 60;
const MAX_PLACE = 400;

/** Every node of a workflow, those of its subgraphs once for each place where they are used, and the wires between. */
export function readDrawing(workflow: Json): Drawing {
  const drawing: Drawing = {
    nodes: new Map(),
    wires: new Map(),
    frames: new Map(),
    outputs: new Map(),
    left: MAX_PARTS,
  };
  const subgraphs = objectsIn(objectOf(workflow.definitions)?.subgraphs).slice(0, MAX_FRAMES);
  addSheet(drawing, new Map(subgraphs.map((sheet) => [sheet.id, sheet])), workflow, "");
  return drawing;
}

function addSheet(drawing: Drawing, sheets: Sheets, sheet: Json, place: string) {
  for (const value of listOf(sheet.links)) addWire(drawing, value, place);
  for (const value of listOf(sheet.nodes).map(objectOf)) {
    if (!value || drawing.left-- <= 0) continue;
    const node = drawn(value, place);
    const inside = node && sheets.get(node.type);
    const isOpen = inside && node.mode !== MUTED && node.mode !== BYPASSED && hasRoom(drawing, place);
    if (isOpen) addFrame(drawing, sheets, inside, node, value);
    else if (node) drawing.nodes.set(node.id, node);
  }
}

// Ids are put together on the way in: however deep and long, they stay short.
function hasRoom({ frames }: Drawing, place: string) {
  return frames.size < MAX_FRAMES && place.length < MAX_PLACE;
}

function idIn(place: string, id: unknown) {
  return place + String(id).slice(0, MAX_ID);
}

function addFrame(drawing: Drawing, sheets: Sheets, sheet: Json, node: Drawn, value: Json) {
  drawing.frames.set(node.id, {
    ...node,
    inputs: objectsIn(listOf(sheet.inputs).slice(0, MAX_SOCKETS)).map(({ name }) => name),
  });
  addSheet(drawing, sheets, sheet, `${node.id}:`);
  const proxies = listOf(objectOf(value.properties)?.proxyWidgets).slice(0, MAX_SOCKETS).map(listOf);
  const values = listOf(value.widgets_values);
  // Where the lists differ, which value belongs where is anyone's guess.
  if (proxies.length !== values.length) return;
  proxies.forEach(([inner, name], i) => {
    const key = String(inner) === "-1" ? node.id : idIn(`${node.id}:`, inner);
    const held = drawing.frames.get(key) ?? drawing.nodes.get(key);
    if (held && typeof name === "string") held.widgets[name] = values[i];
  });
}

function drawn(node: Json, place: string): Drawn | null {
  const type = stringOf(node.type);
  if (type === undefined) return null;
  const wire = (link: unknown) => (link === null || link === undefined ? null : idIn(place, link));
  const sockets = objectsIn(listOf(node.inputs).slice(0, MAX_SOCKETS)).map((socket) => ({
    ...socket,
    link: wire(socket.link),
  }));
  const widgets = namedWidgets(type, node.widgets_values, sockets);
  return { id: idIn(place, node.id), type, mode: node.mode, sockets, widgets, values: node.widgets_values };
}

// A list on the main sheet, an object inside of a subgraph.
function addWire(drawing: Drawing, value: unknown, place: string) {
  if (drawing.left-- <= 0) return;
  const one = objectOf(value);
  const [id, from, slot, to, at] = one
    ? [one.id, one.origin_id, one.origin_slot, one.target_id, one.target_slot]
    : listOf(value);
  const wire = idIn(place, id);
  drawing.wires.set(wire, [idIn(place, from), Number(slot) || 0]);
  if (String(to) === OUTPUTS) drawing.outputs.set(`${place.slice(0, -1)} ${Number(at) || 0}`, wire);
}
