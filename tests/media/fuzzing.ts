import { readFileSync, statSync } from "node:fs";
import { readGeneration } from "~/domain/metadata/file-metadata.server";
import { PARSERS } from "~/domain/metadata/generators/parsers";
import type { FileKind } from "~/domain/metadata/containers/signature";
import { mp4, mp4WithKeys, webm } from "~/tests/fixtures/clips";
import { app1, exif, iTXt, jpeg, png, tEXt, USER_COMMENT, webp, zTXt } from "~/tests/fixtures/containers";
import { filesOf } from "./corpus";

export type Outcome = {
  files: number;
  seed: number;
  slowestCpuMs: number;
  peakRssMb: number;
  recognized: number;
  slowest: string;
};

type Sample = { name: string; bytes: Uint8Array };
type Random = () => number;

const LARGEST_SAMPLE = 300_000;
const KINDS: FileKind[] = ["png", "jpeg", "webp", "mp4", "webm"];
const SPICE = [
  " ",
  "\r",
  "\n",
  ",",
  ":",
  "(",
  "\0",
  "\xff\xff\xff\xff",
  "[[[[[[[[",
  "{{{{",
  '"',
  "\\",
  "Steps: 1, ",
  "NaN",
  "1e999",
  "__proto__",
  "urn:air:",
  "null",
  "99999999999999999999",
];

/** Reads `count` mutations of the samples and of files of our own. Throws what a reader throws; times each of them. */
export async function fuzz(count: number, seed: number): Promise<Outcome> {
  const random = mulberry32(seed);
  const samples = [...ownSamples(), ...corpusSamples()];
  const outcome: Outcome = { files: count, seed, slowestCpuMs: 0, peakRssMb: 0, recognized: 0, slowest: "" };
  for (let i = 0; i < count; i++) await tryOne(pick(samples, random), samples, random, outcome);
  return outcome;
}

async function tryOne(sample: Sample, samples: Sample[], random: Random, outcome: Outcome) {
  const mutated = mutate(sample.bytes, pick(samples, random).bytes, random);
  const kind = random() < 0.1 ? pick(KINDS, random) : undefined; // a reader may be handed a file of another kind
  const start = process.cpuUsage(); // not the clock, which other work on the machine moves
  const { generation, raw } = await readGeneration(mutated, kind);
  for (const parse of PARSERS) parse(raw.map((entry) => ({ ...entry, text: mutateText(entry.text, random) })));
  const { user, system } = process.cpuUsage(start);
  const took = (user + system) / 1000;
  if (generation) outcome.recognized++;
  if (took > outcome.slowestCpuMs) Object.assign(outcome, { slowestCpuMs: took, slowest: sample.name });
  outcome.peakRssMb = Math.max(outcome.peakRssMb, process.memoryUsage.rss() / 2 ** 20);
}

function mutate(bytes: Uint8Array, other: Uint8Array, random: Random) {
  let mutated = Buffer.from(bytes);
  for (let i = 0; i < 1 + random() * 8; i++) mutated = Buffer.from(pick(MUTATIONS, random)(mutated, random, other));
  return mutated;
}

const MUTATIONS: ((bytes: Buffer, random: Random, other: Uint8Array) => Uint8Array)[] = [
  (bytes, random) => changed(bytes, random, () => random() * 256),
  (bytes, random) => changed(bytes, random, (byte) => byte ^ (1 << (random() * 8))),
  (bytes, random) => changed(bytes, random, () => pick([0, 0xff, 0x7f, 0x80], random)),
  (bytes, random) => bytes.subarray(0, at(bytes, random)),
  (bytes, random) => Buffer.concat([bytes, bytes.subarray(at(bytes, random))]),
  (bytes, random) => without(bytes, at(bytes, random), random() * 200),
  (bytes, random) => inserted(bytes, at(bytes, random), Buffer.from(pick(SPICE, random), "latin1")),
  (bytes, random, other) => Buffer.concat([bytes.subarray(0, at(bytes, random)), other.subarray(at(other, random))]),
  (bytes, random) => lengthChanged(bytes, random),
];

/** Near the start more often than not: that is where lengths and offsets stand. */
function at(bytes: Uint8Array, random: Random) {
  const reach = random() < 0.6 ? Math.min(bytes.length, 4_000) : bytes.length;
  return Math.floor(random() * reach);
}

function changed(bytes: Buffer, random: Random, change: (byte: number) => number) {
  const place = at(bytes, random);
  if (bytes.length > 0) bytes[place] = change(bytes[place]!);
  return bytes;
}

function lengthChanged(bytes: Buffer, random: Random) {
  if (bytes.length < 8) return bytes;
  const place = Math.min(at(bytes, random), bytes.length - 4);
  bytes.writeUInt32BE(pick([0, 1, 0xffffffff, 0x7fffffff, bytes.length, 2 ** 24], random), place);
  return bytes;
}

function without(bytes: Buffer, start: number, length: number) {
  return Buffer.concat([bytes.subarray(0, start), bytes.subarray(start + length)]);
}

function inserted(bytes: Buffer, place: number, spice: Uint8Array) {
  return Buffer.concat([bytes.subarray(0, place), spice, bytes.subarray(place)]);
}

function mutateText(text: string, random: Random) {
  const place = Math.floor(random() * text.length);
  const spice = pick(SPICE, random).repeat(random() < 0.02 ? 50_000 : 1);
  return text.slice(0, place) + spice + text.slice(random() < 0.3 ? place + random() * 50 : place);
}

function corpusSamples(): Sample[] {
  const files = ["gen", "hostile", "video", "demo_ai"].flatMap(filesOf);
  const small = files.filter(({ path }) => statSync(path).size <= LARGEST_SAMPLE);
  return small.map(({ name, path }) => ({ name, bytes: readFileSync(path) }));
}

function ownSamples(): Sample[] {
  const graph = JSON.stringify({
    1: { class_type: "KSampler", inputs: { seed: 1, model: ["2", 0] } },
    2: { class_type: "UNETLoader", inputs: { unet_name: "x" } },
  });
  const drawn = JSON.stringify({
    nodes: [{ id: 1, type: "KSampler", inputs: [{ name: "model", link: 1 }], widgets_values: [1] }],
    links: [[1, 1, 0, 1, 0, "M"]],
  });
  const infotext = `a <lora:b:1>\nNegative prompt: c\nSteps: 20, Model: d, Model hash: 0123456789, Lora hashes: "b: 0123456789ab", Civitai resources: [{"type":"checkpoint","modelVersionId":1}]`;
  const texts = [
    tEXt("parameters", infotext),
    zTXt("workflow", drawn),
    iTXt("prompt", graph, true),
    tEXt("invokeai_metadata", `{"model":{"name":"a","hash":"blake3:0"},"loras":[{"model":{"name":"b"}}]}`),
    tEXt("Dream", `"a [b]" -s 50 -S 1`),
    tEXt("generation_data", `{"baseModel":{"modelFileName":"a"},"models":[{}]}\0`),
    tEXt(
      "parameters",
      `{"sui_image_params":{"model":"a","loras":["b"]},"sui_models":[{"param":"model","hash":"0x0"}]}`,
    ),
    tEXt(
      "Comment",
      `{"prompt":"a","v4_prompt":{"caption":{"base_caption":"b","char_captions":[{}]}},"signed_hash":"x"}`,
    ),
  ];
  const block = exif([
    [0x010f, Buffer.from(`workflow:${drawn}\0`), 2],
    [USER_COMMENT, Buffer.concat([Buffer.from("UNICODE\0"), Buffer.from(infotext, "utf16le")])],
  ]);
  const files = {
    png: png(texts),
    ...Object.fromEntries(texts.map((text, i) => [`png ${i}`, png([], [text, ["eXIf", block]])])),
    jpeg: jpeg(app1(block)),
    webp: webp(["EXIF", block]),
  };
  const clips = {
    mp4: mp4({ "\u00a9cmt": `{"prompt":${graph}}` }),
    keys: mp4WithKeys({ prompt: graph }),
    webm: webm({ PROMPT: graph, COMMENT: infotext }),
  };
  return Object.entries({ ...files, ...clips }).map(([name, bytes]) => ({ name: `own ${name}`, bytes }));
}

function pick<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)]!;
}

function mulberry32(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
