import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { GenerationMetadata } from "~/domain/metadata/generation";
import { corpus, hasCorpus } from "./corpus";

/** What the projects that the samples come from assert about them, in the shape of our own normal form where they say it. */
export type Expectation = Partial<Omit<GenerationMetadata, "resources" | "raw">> & {
  model?: string;
  hash?: string;
  upscaler?: string;
};

type Model = { name?: string; hash?: string | null };
type Flat = {
  software?: string;
  prompt?: string;
  negativePrompt?: string;
  width?: number;
  height?: number;
  model?: Model;
  sampling?: { steps?: number; sampler?: string; scheduler?: string; cfg?: number; seed?: number; clipSkip?: number };
  upscale?: { upscaler?: string };
  hires?: { upscaler?: string };
  c2pa?: { vendor: string };
};
type Sampler = {
  name?: string;
  model: Model | null;
  parameters: Record<string, string | number | undefined>;
  prompts: { value: string }[];
  negative_prompts: { value: string }[];
};
type Listed = [Sampler[], unknown] | [[Sampler[], unknown]];

const SOFTWARE: Record<string, string> = {
  civitai: "Civitai",
  "forge-classic": "Forge Classic",
  "forge-neo": "Forge Neo",
  "sd-next": "SD.Next",
  swarmui: "SwarmUI",
  "sd-webui": "A1111",
  comfyui: "ComfyUI",
  invokeai: "InvokeAI",
  novelai: "NovelAI",
  "ruined-fooocus": "RuinedFooocus",
  "hf-space": "HF Space",
  "stability-matrix": "Stability Matrix",
  tensorart: "Tensor.Art",
  openai: "OpenAI",
  google: "Google",
};

export function expectations(): [file: string, Expectation][] {
  if (!hasCorpus) return [];
  const all: Record<string, { upstream_expectation?: Flat | Listed | null }> = JSON.parse(
    readFileSync(join(corpus, "gen/expected.json"), "utf8"),
  );
  return Object.entries(all).flatMap(([file, { upstream_expectation: expected }]) =>
    expected
      ? [[file, withoutUnknown(Array.isArray(expected) ? fromSdParsers(expected) : fromSdMetadata(expected))]]
      : [],
  );
}

// enslo/sd-metadata states a flat object, or only who signed.
function fromSdMetadata({ software, c2pa, model, sampling, upscale, hires, ...flat }: Flat): Expectation {
  return {
    prompt: flat.prompt,
    negativePrompt: flat.negativePrompt,
    width: flat.width,
    height: flat.height,
    generator: SOFTWARE[software ?? c2pa?.vendor ?? ""],
    model: model?.name,
    hash: model?.hash ?? undefined,
    steps: sampling?.steps,
    sampler: sampling?.sampler,
    scheduler: sampling?.scheduler,
    cfgScale: sampling?.cfg,
    seed: sampling?.seed?.toString(),
    clipSkip: sampling?.clipSkip,
    upscaler: upscale?.upscaler ?? hires?.upscaler,
  };
}

// d3x-at/sd-parsers states [samplers, metadata], now and then in one more list.
function fromSdParsers(expected: Listed): Expectation {
  const [samplers] = (Array.isArray(expected[0][0]) ? expected[0] : expected) as [Sampler[], unknown];
  const { name, model, parameters, prompts, negative_prompts: negatives } = samplers[0]!;
  return {
    prompt: prompts[0]?.value,
    negativePrompt: negatives[0]?.value,
    model: model?.name,
    hash: model?.hash ?? undefined,
    sampler: name,
    scheduler: parameters.scheduler?.toString(),
    steps: asNumber(parameters.steps),
    cfgScale: asNumber(parameters.cfg_scale),
    seed: parameters.seed?.toString(),
  };
}

function asNumber(value: unknown) {
  return value === undefined ? undefined : Number(value);
}

function withoutUnknown(expectation: Expectation): Expectation {
  return Object.fromEntries(Object.entries(expectation).filter(([, value]) => value !== undefined && value !== null));
}
