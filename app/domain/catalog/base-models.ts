import { parseAir } from "~/domain/metadata/air";
import { HINTS } from "./base-model-hints";
import { ALIASES } from "./base-model-aliases";
import type { BaseModelHint } from "~/domain/metadata/generation";

type MediaKind = "image" | "video";
export type BaseModel = { name: string; kind: MediaKind; ecosystem: string };

const IMAGE_MODELS: Record<string, string[]> = {
  sd1: ["SD 1.4", "SD 1.5", "SD 1.5 LCM", "SD 1.5 Hyper"],
  sd2: ["SD 2.0", "SD 2.0 768", "SD 2.1", "SD 2.1 768", "SD 2.1 Unclip"],
  sdxl: ["SDXL 0.9", "SDXL 1.0", "SDXL 1.0 LCM", "SDXL Distilled", "SDXL Turbo", "SDXL Lightning", "SDXL Hyper"],
  pony: ["Pony"],
  ponyv7: ["Pony V7"],
  illustrious: ["Illustrious"],
  noobai: ["NoobAI"],
  sd3: ["SD 3", "SD 3.5", "SD 3.5 Medium", "SD 3.5 Large", "SD 3.5 Large Turbo"],
  scascade: ["Stable Cascade", "Wuerstchen"],
  flux1: ["Flux.1 S", "Flux.1 D", "Flux.1 Krea", "Flux.1 Kontext", "Flex.1", "Flex.2"],
  flux2: ["Flux.2 D", "Flux.2 Klein 9B", "Flux.2 Klein 9B-base", "Flux.2 Klein 4B", "Flux.2 Klein 4B-base"],
  krea: ["Krea 2"],
  chroma: ["Chroma"],
  auraflow: ["AuraFlow"],
  hidream: ["HiDream"],
  hydit1: ["Hunyuan 1"],
  hyimage: ["Hunyuan Image"],
  kolors: ["Kolors"],
  lumina: ["Lumina"],
  pixarta: ["PixArt a"],
  pixarte: ["PixArt E"],
  sana: ["Sana"],
  playground: ["Playground v1", "Playground v2", "Playground v2.5"],
  qwen: ["Qwen", "Qwen Edit"],
  zimage: ["Z-Image Turbo", "Z-Image Base"],
  anima: ["Anima"],
  cogview: ["CogView 4", "GLM-Image"],
  omnigen: ["OmniGen", "OmniGen 2"],
  kandinsky: ["Kandinsky 2", "Kandinsky 5"],
  bria: ["Bria"],
  longcat: ["LongCat Image"],
  ovis: ["Ovis Image"],
  ernie: ["Ernie Image"],
  prx: ["PRX"],
  amused: ["aMUSEd"],
  unidiffuser: ["UniDiffuser"],
  deepfloyd: ["DeepFloyd IF"],
  novelai: ["NovelAI"],
  openai: ["OpenAI"],
  google: ["Imagen4", "Nano Banana"],
  firefly: ["Firefly"],
  seedream: ["Seedream"],
  midjourney: ["Midjourney"],
  ideogram: ["Ideogram"],
  reve: ["Reve"],
  grok: ["Grok"],
};

const VIDEO_MODELS: Record<string, string[]> = {
  svd: ["SVD", "SVD XT"],
  animatediff: ["AnimateDiff"],
  cogvideox: ["CogVideoX"],
  mochi: ["Mochi"],
  ltxv: ["LTXV", "LTXV 2"],
  hyv1: ["Hunyuan Video"],
  framepack: ["FramePack"],
  wanvideo: ["Wan Video", "Wan Video 1.3B t2v", "Wan Video 14B t2v"],
  wanvideo14b_i2v: ["Wan Video 14B i2v 480p", "Wan Video 14B i2v 720p"],
  wanvideo22: ["Wan Video 2.2", "Wan Video 2.2 TI2V-5B", "Wan Video 2.2 T2V-A14B", "Wan Video 2.2 I2V-A14B"],
  wanvideo25: ["Wan Video 2.5 T2V", "Wan Video 2.5 I2V"],
  skyreels: ["SkyReels"],
  kandinskyvideo: ["Kandinsky 5 Video"],
  veo3: ["Veo 3"],
  sora2: ["Sora 2"],
  kling: ["Kling"],
  seedance: ["Seedance"],
  hailuo: ["Hailuo"],
  vidu: ["Vidu"],
};

/** The names the community uses for what a model was trained on, images first; `Other` stands for all the rest. */
export const BASE_MODELS: readonly BaseModel[] = [
  ...listed(IMAGE_MODELS, "image"),
  ...listed(VIDEO_MODELS, "video"),
  { name: "Other", kind: "image", ecosystem: "other" },
];

const NAMES = new Map(BASE_MODELS.map(({ name }) => [plain(name), name]));

/**
 * The base model that a file's own words stand for, or null when we don't know them. A pipeline's name tells the
 * family at best.
 */
export function baseModelOf({ from, code }: BaseModelHint): string | null {
  if (from === "air") return own(HINTS.air, parseAir(code)?.ecosystem ?? "");
  const word = from === "pipeline" ? pipelineOf(plain(code)) : plain(code);
  return own(HINTS[from], word) ?? NAMES.get(word) ?? own(ALIASES, word);
}

function listed(models: Record<string, string[]>, kind: MediaKind): BaseModel[] {
  return Object.entries(models).flatMap(([ecosystem, names]) => names.map((name) => ({ name, kind, ecosystem })));
}

/** A family's pipelines for other tasks are its pipeline for text. */
function pipelineOf(word: string) {
  return word.replace(/(?:img2img|imagetoimage|inpaint|controlnet|layered|fill|control)+pipeline$/, "pipeline");
}

function own(names: Record<string, string>, code: string) {
  return Object.hasOwn(names, code) ? names[code]! : null;
}

function plain(text: string) {
  return text.toLowerCase().replace(/[^a-z0-9]/g, "");
}
