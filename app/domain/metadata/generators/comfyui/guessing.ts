import type { Findings } from "../findings";
import { numberOf } from "../loose-json";
import { literal, textIn, type Graph } from "./graph";

const WRITES_TEXT = /clip ?text ?encode|text_? ?box|prompt ?(?:stash|box)|show ?text/i;
const TEXTS = ["text", "Text", "text_g", "prompt", "prompt_text", "text_0"];

/**
 * What can be said of a graph whose prompts hang on no sampler that we know: its first text, the first that calls itself
 * negative, else the second, and the size of its empty latent.
 */
export function guessedFields(graph: Graph): Partial<Findings> {
  const nodes = [...graph.values()];
  const written = nodes
    .filter(({ type }) => WRITES_TEXT.test(type))
    .flatMap(({ type, title, inputs }) => {
      const text = TEXTS.map((key) => textIn(inputs[key])).find((one) => one?.trim());
      return text ? [{ text, isNegative: /negative/i.test(`${type} ${title}`) }] : [];
    });
  const positive = written.find(({ isNegative }) => !isNegative);
  const negative = written.find(({ isNegative }) => isNegative) ?? written.find((one) => one !== positive);
  return { prompt: positive?.text, negativePrompt: negative?.text, ...sizeIn(graph) };
}

function sizeIn(graph: Graph) {
  const latent = [...graph.values()].find(({ type }) => /empty\w*latent/i.test(type));
  if (!latent) return {};
  return { width: numberOf(literal(graph, latent, "width")), height: numberOf(literal(graph, latent, "height")) };
}
