import type { RawEntry } from "../generation";
import { findings, resource, textOf, type Findings } from "./findings";
import { jsonComments } from "./json-comments";
import { listOf, numberOf, objectOf, seedOf, stringOf, type Json } from "./loose-json";

/** imaginAIry: JSON whose `prompt` is the whole job; the model stands in `model` or behind a slash in EXIF Software. */
export function parseImaginairy(entries: readonly RawEntry[]): Findings | null {
  const jobs = jsonComments(entries).map((json) => objectOf(json.prompt) ?? {});
  const job = jobs.find((one) => stringOf(one.software)?.toLowerCase() === "imaginairy");
  return job ? describe(job, textOf(entries, "Software")?.split(" / ")[1]) : null;
}

function describe(job: Json, software: string | undefined) {
  return findings("imaginAIry", {
    prompt: weighted(job.prompts),
    negativePrompt: weighted(job.negative_prompt) ?? stringOf(job.negative_prompt),
    steps: numberOf(job.steps),
    sampler: stringOf(job.sampler_type) ?? stringOf(job.solver_type),
    cfgScale: numberOf(job.prompt_strength),
    seed: seedOf(job.seed),
    width: numberOf(job.width),
    height: numberOf(job.height),
    resources: resource("checkpoint", { name: stringOf(job.model) ?? stringOf(job.model_weights) ?? software }),
  });
}

/** `[[weight, text], …]` as text. */
function weighted(value: unknown) {
  const texts = listOf(value).flatMap((one) => stringOf(listOf(one)[1]) ?? stringOf(objectOf(one)?.text) ?? []);
  return texts.join(", ") || undefined;
}
