import { MODEL_FILE } from "../../resources";
import { objectOf, type Json } from "../loose-json";
import { textIn } from "./graph";
import { WIDGET_NAMES } from "./widget-names";

const CONTROLS: unknown[] = ["fixed", "increment", "decrement", "randomize"];

/**
 * A drawn node's widgets by name. Workflows list their values alone, so the names are those of well-known nodes, else those
 * of the sockets that newer editors draw for every widget; of other loaders, the values that are model files.
 */
export function namedWidgets(type: string, values: unknown, sockets: readonly Json[]): Json {
  if (!Array.isArray(values)) return WIDGET_NAMES.has(type) || type.startsWith("VHS_") ? { ...objectOf(values) } : {};
  if (/power lora loader/i.test(type)) return { loras: values };
  const names = WIDGET_NAMES.get(type) ?? socketNames(values, sockets);
  if (!names) return modelFiles(type, values);
  return Object.fromEntries(names.map((name, i) => [name, values[i]] as const).filter(([name]) => name !== ""));
}

// After a number may stand what becomes of it next, which has no socket. Older editors draw sockets for some widgets only.
function socketNames(values: unknown[], sockets: readonly Json[]) {
  const names: string[] = [];
  for (const { name, widget } of sockets) {
    if (!objectOf(widget)) continue;
    names.push(String(name));
    const next = values[names.length];
    if (CONTROLS.includes(next) || (next === null && /seed/i.test(String(name)))) names.push("");
  }
  return names.length > 0 && names.length === values.length ? names : null;
}

// Each LoRA's weight is the number after it.
function modelFiles(type: string, values: unknown[]): Json {
  if (!/load|lora/i.test(type)) return {};
  const files = values
    .map(textIn)
    .flatMap((text, i) => (text && MODEL_FILE.test(text) ? [{ text, next: values[i + 1] }] : []));
  if (!/lora/i.test(type)) return files[0] ? { model_name: files[0].text } : {};
  return Object.fromEntries(
    files.flatMap(({ text, next }, i) => [
      [`lora_${i + 1}`, text],
      [`strength_${i + 1}`, next],
    ]),
  );
}
