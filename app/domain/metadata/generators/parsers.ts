import type { GenerationMetadata, RawEntry } from "../generation";
import { parseC2pa } from "./c2pa";
import { parseCivitaiComfy } from "./civitai-comfy";
import { parseComfyUi } from "./comfyui";
import { parseDigitalSource } from "./digital-source";
import { parseDrawThings } from "./draw-things";
import { parseEasyDiffusion } from "./easy-diffusion";
import type { Parser } from "./findings";
import { parseFooocus } from "./fooocus";
import { parseHuggingFaceSpace } from "./huggingface-space";
import { parseImaginairy } from "./imaginairy";
import { parseInvokeAi } from "./invokeai";
import { jsonComments } from "./json-comments";
import { objectOf, stringOf } from "./loose-json";
import { parseMidjourney } from "./midjourney";
import { parseNovelAi } from "./novelai";
import { parseStabilityMatrix } from "./stability-matrix";
import { parseSwarmUi } from "./swarmui";
import { parseTensorArt } from "./tensorart";
import { parseWebUi } from "./web-ui";

/**
 * Every parser, those that are surest of their own first: many tools leave a ComfyUI graph or A1111's text beside
 * theirs.
 */
export const PARSERS: readonly Parser[] = [
  parseInvokeAi,
  parseSwarmUi,
  parseStabilityMatrix,
  parseTensorArt,
  parseNovelAi,
  parseFooocus,
  parseHuggingFaceSpace,
  parseEasyDiffusion,
  parseImaginairy,
  parseCivitaiComfy,
  parseDrawThings,
  parseWebUi,
  parseComfyUi,
  parseMidjourney,
  parseC2pa,
  parseDigitalSource,
];

/**
 * What a file's texts say about how it was made: the first parser that finds a checkpoint, else the first that
 * recognizes its generator, else null.
 */
export function parseGeneration(entries: readonly RawEntry[]): GenerationMetadata | null {
  let first: GenerationMetadata | null = null;
  const all = [...entries, ...unfolded(entries)];
  for (const parse of PARSERS) {
    const found = parse(all);
    if (!found) continue;
    const generation = { ...found, raw: [...entries] };
    if (found.resources.some(({ kind }) => kind === "checkpoint")) return generation;
    first ??= generation;
  }
  return first;
}

const OWN_KEYS = [
  "invokeai_metadata",
  "invokeai_graph",
  "sd-metadata",
  "Dream",
  "generation_data",
  "parameters-json",
  "smproj",
  "fooocus_scheme",
  "parameters",
];

// Who turns a PNG into a JPEG or a WebP keeps its texts as one object in a comment.
function unfolded(entries: readonly RawEntry[]): RawEntry[] {
  return jsonComments(entries).flatMap((json) =>
    OWN_KEYS.flatMap((key) => {
      const text = stringOf(json[key]) ?? (objectOf(json[key]) ? JSON.stringify(json[key]) : "");
      return text ? [{ source: "comment", key, text }] : [];
    }),
  );
}
