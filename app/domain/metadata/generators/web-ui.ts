import type { DeclaredResource, RawEntry } from "../generation";
import { normalizeName } from "../resources";
import { civitaiResources } from "./civitai-resources";
import { describeGraph, findGraph } from "./comfyui";
import { commentsOf, findings, textOf, type Findings } from "./findings";
import { parseInfotext, type Infotext, type Settings } from "./infotext";
import { infotextResources } from "./infotext-resources";
import { numberOf, seedOf } from "./loose-json";

/**
 * AUTOMATIC1111's web UI and all who write its text: Forge, reForge, SD.Next, Civitai's generator, Fooocus when told
 * to, stable-diffusion.cpp, and nodes of ComfyUI that save a picture with it.
 */
export function parseWebUi(entries: readonly RawEntry[]): Findings | null {
  for (const text of commentsOf(entries)) {
    const infotext = parseInfotext(text);
    if (!infotext) continue;
    const found = describe(infotext, textOf(entries, "Software"));
    const graph = found.generator === "Civitai" ? null : findGraph(entries);
    return graph ? withGraph(describeGraph(graph), found) : found;
  }
  return null;
}

// The graph is what was run; the text beside it was put together of it, or of what somebody forgot to wire. It adds hashes.
function withGraph(graph: Findings, text: Findings): Findings {
  const said = new Map(text.resources.map((one) => [nameOf(one), one.hashes]));
  const kinds = new Set(graph.resources.map(({ kind }) => kind));
  const drawn = graph.resources.map((one) => ({ ...one, hashes: { ...said.get(nameOf(one)), ...one.hashes } }));
  return { ...text, ...graph, resources: [...drawn, ...text.resources.filter(({ kind }) => !kinds.has(kind))] };
}

function nameOf({ kind, name = "" }: DeclaredResource) {
  return `${kind} ${normalizeName(name)}`;
}

function infotextFields({ prompt, negativePrompt, settings }: Infotext): Partial<Findings> {
  const [width, height] = (settings.get("Size")?.match(/^(\d{1,5}) ?x ?(\d{1,5})/) ?? []).slice(1).map(Number);
  return {
    prompt,
    negativePrompt,
    steps: numberOf(settings.get("Steps")),
    sampler: settings.get("Sampler"),
    scheduler: settings.get("Schedule type") ?? settings.get("Scheduler"),
    cfgScale: numberOf(settings.get("CFG scale") ?? settings.get("CFG Scale") ?? settings.get("Guidance Scale")),
    seed: seedOf(settings.get("Seed")),
    clipSkip: numberOf(settings.get("Clip skip") ?? settings.get("CLIP skip")),
    width,
    height,
  };
}

function describe(infotext: Infotext, software: string | undefined) {
  const { settings } = infotext;
  const civitai = civitaiResources(settings);
  const pipeline = settings.get("Pipeline");
  const own = infotextResources(infotext);
  const replaced = new Set(civitai?.resources.map(({ kind }) => kind));
  return findings(civitai ? "Civitai" : generatorOf(settings, software), {
    ...infotextFields(infotext),
    resources: [...(civitai?.resources ?? []), ...own.filter(({ kind }) => !replaced.has(kind))],
    baseModelHint: civitai?.baseModelHint ?? (pipeline ? { from: "pipeline", code: pipeline } : undefined),
  });
}

// ADetailer writes a version of its own, under its own key: only `Version` counts.
function generatorOf(settings: Settings, software = "") {
  const version = settings.get("Version") ?? "";
  if (settings.get("App") === "SD.Next" || /sd\.?next/i.test(version)) return "SD.Next";
  if (/fooocus/i.test(version) || /fooocus/i.test(software)) return "Fooocus";
  if (/^neo/i.test(version)) return "Forge Neo";
  if (/^classic/i.test(version)) return "Forge Classic";
  if (/reforge/i.test(version) || /^f\d[\w.-]*-v1\.10\.1RC/i.test(version)) return "reForge";
  if (/^f\d|forge/i.test(version)) return "Forge";
  if (/^comfy/i.test(version)) return "ComfyUI";
  if (/^stable-diffusion\.cpp/i.test(version)) return "stable-diffusion.cpp";
  return "A1111";
}
