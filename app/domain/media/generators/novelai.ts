import type { RawEntry } from "../generation";
import { findings, resource, textOf, type Findings } from "./findings";
import { jsonComments } from "./json-comments";
import { listOf, numberOf, objectOf, parseObject, seedOf, stringOf, type Json } from "./loose-json";

/**
 * NovelAI: PNG text `Software`, `Source` and JSON in `Comment`; the same as one JSON object in a WebP's UserComment or
 * hidden in the pixels. `Source` ends in a code that names the model.
 */
export function parseNovelAi(entries: readonly RawEntry[]): Findings | null {
  const wrapped = jsonComments(entries).find((json) => json.Comment !== undefined) ?? {};
  const comment = parseObject(textOf(entries, "Comment")) ?? objectOf(wrapped.Comment);
  const software = textOf(entries, "Software") ?? stringOf(wrapped.Software) ?? "";
  const source = textOf(entries, "Source") ?? stringOf(wrapped.Source) ?? software;
  const isNovelAi = [software, source].some((text) => text.startsWith("NovelAI")) || comment?.signed_hash !== undefined;
  if (!comment || !isNovelAi) return null;
  const description = textOf(entries, "Description") ?? stringOf(wrapped.Description);
  return describe(comment, source === "NovelAI" ? undefined : source, description);
}

function describe(comment: Json, source: string | undefined, description: string | undefined) {
  return findings("NovelAI", {
    prompt: captions(comment.v4_prompt) ?? stringOf(comment.prompt) ?? description,
    negativePrompt: captions(comment.v4_negative_prompt) ?? stringOf(comment.uc),
    steps: numberOf(comment.steps),
    sampler: stringOf(comment.sampler),
    scheduler: stringOf(comment.noise_schedule),
    cfgScale: numberOf(comment.scale),
    seed: seedOf(comment.seed),
    width: numberOf(comment.width),
    height: numberOf(comment.height),
    resources: resource("checkpoint", { name: source }),
    baseModelHint: { from: "novelai", code: "NovelAI" },
  });
}

// Since V4 each character has a caption of its own, joined here as NovelAI's own prompt box does: "scene | one |
// other".
function captions(value: unknown) {
  const caption = objectOf(objectOf(value)?.caption);
  if (typeof caption?.base_caption !== "string") return undefined;
  const characters = listOf(caption.char_captions).flatMap((one) => stringOf(objectOf(one)?.char_caption) ?? []);
  return [caption.base_caption, ...characters].filter(Boolean).join(" | ");
}
