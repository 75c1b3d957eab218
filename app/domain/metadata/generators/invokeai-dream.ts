import type { Findings } from "./findings";
import { numberOf, seedOf } from "./loose-json";

const OPTION = /\s(--?[A-Za-z_]+)[\s=]?([^\s-][^\s]*)?/g;
const SHORT = new Map([
  ["--steps", "-s"],
  ["--seed", "-S"],
  ["--width", "-W"],
  ["--height", "-H"],
  ["--cfg_scale", "-C"],
  ["--sampler", "-A"],
]);

/**
 * The command line of InvokeAI 1 and its ancestors: `"a prompt [what to avoid]" -s 50 -S 42 -W 512 -H 512 -C 7.5 -A
 * k_lms`.
 */
export function parseDreamCommand(command: string): Partial<Findings> {
  const text = command.trim().slice(0, 100_000);
  const closing = text.startsWith('"') ? text.lastIndexOf('"') : text.search(/\s-{1,2}[A-Za-z]/);
  const end = closing > 0 ? closing : text.length;
  const options = new Map<string, string>();
  for (const [, name, value] of text.slice(end).matchAll(OPTION)) options.set(SHORT.get(name!) ?? name!, value ?? "");
  return {
    ...splitPrompt(text.slice(0, end).replace(/^"/, "")),
    steps: numberOf(options.get("-s")),
    sampler: options.get("-A"),
    cfgScale: numberOf(options.get("-C")),
    seed: seedOf(options.get("-S")),
    width: numberOf(options.get("-W")),
    height: numberOf(options.get("-H")),
  };
}

/** `what to show [what to avoid]` in two. */
export function splitPrompt(text: string): { prompt: string; negativePrompt?: string } {
  const open = text.endsWith("]") ? text.lastIndexOf("[") : -1;
  if (open < 0) return { prompt: text.trim() };
  return { prompt: text.slice(0, open).trim(), negativePrompt: text.slice(open + 1, -1).trim() };
}
