import type { DeclaredResource } from "../../generation";
import { resource } from "../findings";
import { loraTags } from "../infotext-resources";
import { listOf, numberOf, objectOf, stringOf } from "../loose-json";
import { literal, type Graph, type Node } from "./graph";

const WEIGHTS = [
  "strength_model",
  "strength_clip",
  "lora_model_strength",
  "model_strength",
  "strength",
  "lora_strength",
  "lora_weight",
  "weight",
];
const NUMBERED_WEIGHTS = [
  "lora_wt_#",
  "model_str_#",
  "model_weight_#",
  "strength_model_#",
  "strength_#",
  "lora_#_strength",
  "lora_#_model_strength",
];
const SWITCHES = ["switch_#", "enabled_#", "lora_#_on", "toggle_#"];
const NUMBERED = /^lora(?:_name)?_?(\d{1,2})(?:_name)?$/;

/**
 * The LoRAs that a node applies: one, a numbered stack, a list of objects, or tags in its text. Those switched off
 * don't count.
 */
export function lorasOf(graph: Graph, node: Node): DeclaredResource[] {
  const single = /lora/i.test(node.type) ? ["lora_name", "lora", "lora_path"] : ["lora_name"];
  const weights = WEIGHTS.map((key) => literal(graph, node, key));
  return [
    ...single.flatMap((key) => one(literal(graph, node, key), weights)),
    ...Object.keys(node.inputs).flatMap((key) => numbered(graph, node, key)),
    ...listed(node.inputs.loras),
    ...tagged(graph, node),
  ];
}

function one(name: unknown, weights: unknown[]) {
  const [weight, ...others] = weights.map(numberOf).filter((one) => one !== undefined);
  const isOff = weight === 0 && !others.some(Boolean);
  return typeof name === "string" && !isOff ? resource("lora", { name, weight }) : [];
}

function numbered(graph: Graph, node: Node, key: string) {
  const n = NUMBERED.exec(key)?.[1];
  if (n === undefined) return [];
  const value = node.inputs[key];
  if (objectOf(value)) return toggled(value);
  const at = (name: string) => literal(graph, node, name.replace("#", n));
  const count = numberOf(at("lora_count") ?? at("num_loras")) ?? Infinity;
  const isOff = SWITCHES.map(at).some((flag) => flag === false || flag === "Off");
  return isOff || Number(n) > count ? [] : one(at(key), NUMBERED_WEIGHTS.map(at));
}

function listed(value: unknown) {
  const list = objectOf(value)?.__value__ ?? value;
  return listOf(list).flatMap(toggled);
}

// rgthree: { on, lora, strength }; LoRA Manager: { active, name, strength }.
function toggled(value: unknown) {
  const item = objectOf(value) ?? {};
  if (item.on === false || item.active === false) return [];
  return one(stringOf(item.lora) ?? stringOf(item.name), [item.strength, item.strengthModel]);
}

// The field `loras` holds nothing else; others are read as tags only where their node does so.
function tagged(graph: Graph, node: Node) {
  const reads = /lora|wildcard|^PC[A-Z]|prompt ?control/i.test(node.type);
  const keys = reads ? ["populated_text", "text", "prompt", "loras"] : ["loras"];
  const text = keys.map((key) => literal(graph, node, key)).find((value) => typeof value === "string");
  return loraTags(stringOf(text) ?? "").flatMap((tag) => resource("lora", tag));
}
