import type { RawEntry } from "../generation";
import { findings, resource, textOf, type Findings } from "./findings";

const TRAINED = /(?:compositeWithT|t)rainedAlgorithmicMedia/;
const VENDORS: [RegExp, string][] = [
  [/openai|gpt-image|dall-?e|chatgpt/i, "OpenAI"],
  [/google/i, "Google"],
  [/firefly|adobe/i, "Adobe Firefly"],
  [/microsoft|bing/i, "Microsoft"],
  [/black ?forest/i, "Black Forest Labs"],
  [/stability/i, "Stability AI"],
];
const KEYS = ["softwareAgent", "claim_generator_info", "claim_generator", "description"];
const MODEL = /gpt-image(?:[- ][\d.]+)?|dall-?e[- ]?\d|imagen[- ]?\d|gemini[- ][\d.]+[\w -]{0,20}|firefly[\w .]{0,30}/i;

/**
 * A C2PA manifest that calls the picture made by a trained algorithm. Its fields are read by name, its signature is
 * not checked: it is declared like everything else here.
 */
export function parseC2pa(entries: readonly RawEntry[]): Findings | null {
  const manifest = textOf(entries, "c2pa") ?? "";
  if (!TRAINED.test(manifest)) return null;
  const words = KEYS.flatMap((key) => textsAfter(manifest, key));
  const vendor = vendorIn(words);
  const model = words.map((text) => MODEL.exec(text)?.[0].trim()).find(Boolean);
  return findings(vendor ?? "C2PA", {
    resources: resource("checkpoint", { name: model }),
    baseModelHint: vendor ? { from: "c2pa", code: model ?? vendor } : undefined,
  });
}

/** The first of the makers we know that some words name. */
export function vendorIn(words: readonly (string | undefined)[]) {
  return VENDORS.find(([pattern]) => words.some((text) => text && pattern.test(text)))?.[1];
}

/** The CBOR texts under a key: its own value, or the name and version in the map or list that is its value. */
function textsAfter(manifest: string, key: string) {
  const texts: string[] = [];
  for (let at = manifest.indexOf(key); at >= 0 && texts.length < 20; at = manifest.indexOf(key, at + key.length)) {
    const own = cborText(manifest, at + key.length);
    texts.push(own ?? namedText(manifest.slice(at + key.length, at + key.length + 120)));
  }
  return texts.filter(Boolean);
}

function namedText(map: string) {
  const places = ["name", "version"].filter((key) => map.includes(key)).map((key) => map.indexOf(key) + key.length);
  return places
    .map((at) => cborText(map, at))
    .filter(Boolean)
    .join(" ");
}

// A text begins with its length: in the low bits of one byte, or in the byte or two that follow 0x78 or 0x79.
function cborText(manifest: string, at: number) {
  const head = manifest.charCodeAt(at);
  const [start, length] =
    head >= 0x60 && head < 0x78
      ? [at + 1, head - 0x60]
      : head === 0x78
        ? [at + 2, manifest.charCodeAt(at + 1)]
        : head === 0x79
          ? [at + 3, manifest.charCodeAt(at + 1) * 256 + manifest.charCodeAt(at + 2)]
          : [0, 0];
  return length > 0 ? manifest.slice(start, start + length) : null;
}
