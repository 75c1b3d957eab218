import type { BaseModelHint } from "../../generation";
import { resource, type Findings } from "../findings";
import { numberOf, seedOf, stringOf } from "../loose-json";
import { literal, type Graph, type Node } from "./graph";

const PROMPT_KEYS = /^(?:prompt|prompt_text|positive_prompt|.+\.prompt)$/;
const NEGATIVE_KEYS = /^(?:negative_prompt|.+\.negative_prompt)$/;

// What the class of such a node begins with, and whose model it calls.
const MAKERS: readonly (readonly [RegExp, string])[] = [
  [/^OpenAI|^DallE|GPTImage/i, "openai"],
  [/^Ideogram/i, "ideogram"],
  [/^Flux\w*Kontext/i, "fluxkontext"],
  [/^Flux2/i, "flux2"],
  [/^Flux/i, "flux1"],
  [/^Wan/i, "wan"],
  [/^Gemini|NanoBanana/i, "nanobanana"],
  [/^Imagen/i, "imagen"],
  [/^Veo/i, "veo"],
  [/^Sora|OpenAIVideo/i, "sora"],
  [/^Kling/i, "kling"],
  [/^Vidu/i, "vidu"],
  [/^ByteDance\w*Video|^Seedance/i, "seedance"],
  [/^ByteDance|^Seedream/i, "seedream"],
  [/^Minimax|^Hailuo/i, "hailuo"],
  [/^Stability/i, "stability"],
];

/**
 * What a graph without a sampler says where the picture comes from somebody's API: the node nearest to the output that takes a
 * prompt. Its class names the maker. Null when there is none.
 */
export function partnerFields(graph: Graph, used: readonly Node[]): Partial<Findings> | null {
  const node = used.find((one) => keyOf(one, PROMPT_KEYS) && !/encode/i.test(one.type));
  if (!node) return null;
  const read = (pattern: RegExp) => {
    const key = keyOf(node, pattern);
    return key ? literal(graph, node, key) : undefined;
  };
  const maker = MAKERS.find(([pattern]) => pattern.test(node.type))?.[1];
  const hint: BaseModelHint | undefined = maker ? { from: "partner", code: maker } : undefined;
  return {
    prompt: stringOf(read(PROMPT_KEYS)),
    negativePrompt: stringOf(read(NEGATIVE_KEYS)),
    seed: seedOf(read(/^seed$/)),
    steps: numberOf(read(/^steps$/)),
    width: numberOf(read(/^width$/)),
    height: numberOf(read(/^height$/)),
    resources: resource("checkpoint", { name: stringOf(read(/^model(?:_name)?$/)) ?? node.type }),
    baseModelHint: hint,
  };
}

function keyOf({ inputs }: Node, pattern: RegExp) {
  return Object.keys(inputs).find((key) => pattern.test(key));
}
