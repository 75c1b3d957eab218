import { parseAir } from "../air";
import type { RawEntry } from "../generation";
import { describeGraph } from "./comfyui";
import { graphOf } from "./comfyui/graph";
import { hintFrom, resourcesFrom } from "./civitai-resources";
import { findings, resource, textOf, type Findings } from "./findings";
import { jsonComments } from "./json-comments";
import { listOf, numberOf, objectOf, parseObject, seedOf, stringOf, type Json } from "./loose-json";

/**
 * Civitai's generator when it runs on ComfyUI: the nodes, with AIR names for models, and its own account of the job
 * beside them.
 */
export function parseCivitaiComfy(entries: readonly RawEntry[]): Findings | null {
  for (const json of [...jsonComments(entries), apart(entries)]) {
    const extra = objectOf(json.extra) ?? {};
    const job = objectOf(json.extraMetadata) ?? objectOf(extra.extraMetadata);
    const airs = listOf(extra.airs ?? json.airs).flatMap((air) => stringOf(air) ?? []);
    const graph = graphOf(objectOf(json.prompt) ?? json);
    if (job || (graph && airs.length > 0)) return describe(job ?? {}, airs, graph ? describeGraph(graph) : null);
  }
  return null;
}

// Texts of a PNG and tags of a clip have each part under a name of its own.
function apart(entries: readonly RawEntry[]): Json {
  const prompt = parseObject(textOf(entries, "prompt"));
  const workflow = parseObject(textOf(entries, "workflow"));
  const extraMetadata = textOf(entries, "extraMetadata", "extrametadata") ?? prompt?.extraMetadata;
  return { prompt, extra: workflow?.extra ?? prompt?.extra, extraMetadata };
}

function describe(job: Json, airs: string[], graph: Findings | null) {
  const parsed = airs.flatMap((air) => parseAir(air) ?? []);
  const kindOfVersion = (id: number) => parsed.find((air) => air.versionId === id)?.kind ?? null;
  const checkpoint = parsed.find((air) => air.kind === "checkpoint");
  return findings("Civitai", {
    ...graph,
    ...fieldsOf(job),
    resources: [
      ...resourcesFrom(listOf(job.resources), kindOfVersion),
      ...parsed.flatMap(({ urn, kind }) => (kind ? resource(kind, { air: urn }) : [])),
      ...(graph?.resources ?? []),
    ],
    baseModelHint: checkpoint ? { from: "air", code: checkpoint.urn } : (hintFrom(job) ?? graph?.baseModelHint),
  });
}

function fieldsOf(job: Json) {
  const fields = {
    prompt: stringOf(job.prompt),
    negativePrompt: stringOf(job.negativePrompt),
    steps: numberOf(job.steps),
    sampler: stringOf(job.sampler),
    cfgScale: numberOf(job.cfgScale),
    seed: seedOf(job.seed),
    clipSkip: numberOf(job.clipSkip),
    width: numberOf(job.width),
    height: numberOf(job.height),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
