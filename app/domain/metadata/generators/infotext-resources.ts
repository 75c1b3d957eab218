import type { DeclaredResource } from "../generation";
import { classifyHash } from "../hashes";
import { embeddingsIn, resource } from "./findings";
import { parseSettings, type Infotext, type Settings } from "./infotext";
import { numberOf, parseObject, stringOf } from "./loose-json";

const BRACKETED = /^(.*?)\s*[[(]([0-9a-fA-F]{8,64})[\])]$/;
const LORA_TAG = /<(?:lora|lyco|locon):([^:<>]{1,200})(?::([^<>]{0,60}))?>/g;
const NOT_A_MODEL = /^(?:latent|none|lanczos|nearest|area|bicubic)/i;

/** Everything an infotext says it was made with, the checkpoint first. */
export function infotextResources({ prompt, negativePrompt, settings }: Infotext): DeclaredResource[] {
  const hashes = parseObject(settings.get("Hashes")) ?? {};
  const hashOf = (key: string) => stringOf(hashes[key]);
  return [
    ...resource("checkpoint", {
      name: settings.get("Model") || settings.get("Unet"),
      hash: settings.get("Model hash") ?? hashOf("model"),
    }),
    ...bracketed("checkpoint", settings.get("Refiner")),
    ...bracketed("checkpoint", settings.get("Hires checkpoint")),
    ...lorasOf(prompt, settings, hashes),
    ...resource("vae", { name: settings.get("VAE"), hash: settings.get("VAE hash") ?? hashOf("vae") }),
    ...modulesOf(settings),
    ...embeddingsOf(settings, hashes),
    ...embeddingsIn(prompt, negativePrompt),
    ...controlNetsOf(settings),
    ...upscalersOf(settings),
  ];
}

/** `<lora:name:weight>` tags of a prompt, as SwarmUI, Stability Matrix and others write them too. */
export function loraTags(prompt: string) {
  const tags = [...prompt.slice(0, 100_000).matchAll(LORA_TAG)];
  return tags.map(([, name, rest]) => ({ name: name!.trim(), weight: weightIn(rest) }));
}

function lorasOf(prompt: string, settings: Settings, hashes: Record<string, unknown>) {
  const stated = pairs(settings.get("Lora hashes"));
  const weights = pairs(settings.get("Lora weights"));
  const hashOf = (name: string) => stated.get(name) ?? stringOf(hashes[`lora:${name}`]);
  const tagged = loraTags(prompt).map(({ name, weight }) => ({ name, weight, hash: hashOf(name) }));
  const untagged = [...stated].map(([name, hash]) => ({ name, hash, weight: numberOf(weights.get(name)) }));
  const listed = Object.keys(hashes).filter((key) => /^(?:lora|lyco):/.test(key));
  const others = listed.map((key) => ({ name: key.slice(5), hash: stringOf(hashes[key]) }));
  return [...tagged, ...untagged, ...others, ...additionalNetworks(settings)].flatMap((one) => resource("lora", one));
}

function weightIn(rest: string | undefined) {
  return numberOf(/(?:^|:|=)\s*(-?[\d.]+)/.exec(rest ?? "")?.[1]);
}

function additionalNetworks(settings: Settings) {
  const numbers = ["1", "2", "3", "4", "5"].filter((n) => /^lora$/i.test(settings.get(`AddNet Module ${n}`) ?? ""));
  return numbers.flatMap((n) => {
    const [, name, hash] = splitHash(settings.get(`AddNet Model ${n}`) ?? "");
    const weight = numberOf(settings.get(`AddNet Weight A ${n}`) ?? settings.get(`AddNet Weight ${n}`));
    return name ? [{ name, hash, weight }] : [];
  });
}

// Forge names the parts that come in files of their own; the text encoders among them are no resource of ours.
function modulesOf(settings: Settings) {
  const modules = [...settings].filter(([key]) => /^Module \d+$/.test(key)).map(([, name]) => name);
  const vaes = modules.filter((name) => /(?:^|[^a-z])(?:vae|ae)(?:[^a-z]|$)/i.test(name));
  return vaes.flatMap((name) => resource("vae", { name }));
}

function embeddingsOf(settings: Settings, hashes: Record<string, unknown>) {
  const stated = [...pairs(settings.get("TI hashes")), ...pairs(settings.get("TI"))];
  const listed = Object.entries(hashes).filter(([key]) => key.startsWith("embed:"));
  const all = [...stated, ...listed.map(([key, hash]) => [key.slice(6), stringOf(hash)] as const)];
  return all.flatMap(([name, hash]) => resource("embedding", { name, hash }));
}

function controlNetsOf(settings: Settings) {
  const models = [...settings].flatMap(([key, value]) => {
    if (/^ControlNet \d+$/.test(key)) return inner(value, "Model") ?? inner(value, "model") ?? [];
    return /^ControlNet(?:-\d+)? Model$/.test(key) ? value : [];
  });
  return models.flatMap((model) => bracketed("controlnet", model));
}

function inner(value: string, key: string) {
  return parseSettings(value).get(key);
}

function upscalersOf(settings: Settings) {
  const keys = ["Hires upscaler", "Upscaler", "Postprocess upscaler", "SD upscale upscaler"];
  const names = keys.map((key) => settings.get(key));
  return names.filter((name) => name && !NOT_A_MODEL.test(name)).flatMap((name) => resource("upscaler", { name }));
}

function bracketed(kind: "checkpoint" | "controlnet", text: string | undefined) {
  if (!text || /^use same/i.test(text)) return [];
  const [, name = text, hash] = splitHash(text);
  return resource(kind, { name, hashes: classifyHash(hash) });
}

function splitHash(text: string) {
  return BRACKETED.exec(text.slice(0, 400)) ?? [];
}

/** `name: hash, other: hash`; names may hold spaces and dots. */
function pairs(text: string | undefined) {
  const found = new Map<string, string>();
  for (const part of (text ?? "").split(",")) {
    const colon = part.lastIndexOf(":");
    if (colon > 0) found.set(part.slice(0, colon).trim(), part.slice(colon + 1).trim());
  }
  return found;
}
