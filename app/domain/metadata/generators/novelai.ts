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
  const comment =
    parseObject(textOf(entries, "Comment")) ?? objectOf(wrapped.Comment) ?? jsonComments(entries).find(isItsOwn);
  const software = textOf(entries, "Software") ?? stringOf(wrapped.Software) ?? "";
  const source = textOf(entries, "Source") ?? stringOf(wrapped.Source) ?? software;
  const isNovelAi =
    [software, source].some((text) => text.startsWith("NovelAI")) ||
    comment?.signed_hash !== undefined ||
    (software === "" && comment && isItsOwn(comment));
  if (!comment || !isNovelAi) return null;
  const description = textOf(entries, "Description") ?? stringOf(wrapped.Description);
  return describe(comment, source === "NovelAI" ? undefined : source, description);
}

/** What nobody else writes, wherever it was moved to. */
function isItsOwn(json: Json) {
  return json.v4_prompt !== undefined || (json.noise_schedule !== undefined && json.uc !== undefined);
}

function describe(comment: Json, source: string | undefined, description: string | undefined) {
  return findings("NovelAI", {
    prompt: scene(comment.v4_prompt) ?? stringOf(comment.prompt) ?? description,
    negativePrompt: scene(comment.v4_negative_prompt) ?? stringOf(comment.uc),
    characters: characters(comment.v4_prompt),
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

// Since V4 each character has a caption of its own beside that of the scene.
function scene(value: unknown) {
  return stringOf(objectOf(objectOf(value)?.caption)?.base_caption);
}

function characters(value: unknown) {
  const captions = listOf(objectOf(objectOf(value)?.caption)?.char_captions);
  const texts = captions.flatMap((one) => stringOf(objectOf(one)?.char_caption) || []);
  return texts.length > 0 ? texts : undefined;
}
