import { expect, test } from "vitest";
import type { RawEntry } from "../generation";
import { PARSERS, parseGeneration } from "./parsers";

function texts(values: Record<string, string>): RawEntry[] {
  return Object.entries(values).map(([key, text]) => ({ source: "test", key, text }));
}

const graph = JSON.stringify({
  1: { class_type: "CheckpointLoaderSimple", inputs: { ckpt_name: "graph.safetensors" } },
  2: { class_type: "KSampler", inputs: { seed: 1, model: ["1", 0] } },
  3: { class_type: "SaveImage", inputs: { images: ["2", 0] } },
});

test("a tool that leaves a ComfyUI graph beside its own text is known by its own", () => {
  const swarm = JSON.stringify({ sui_image_params: { model: "own" } });
  expect(parseGeneration(texts({ prompt: graph, parameters: swarm }))).toMatchObject({
    generator: "SwarmUI",
    resources: [{ name: "own" }],
  });
  expect(
    parseGeneration(texts({ prompt: graph, generation_data: `{"baseModel":{"modelFileName":"own"}}` })),
  ).toMatchObject({
    generator: "Tensor.Art",
  });
});

test("parameters that name no model give way to a graph that does", () => {
  expect(parseGeneration(texts({ parameters: "x\nSteps: 20, Seed: 1", prompt: graph }))).toMatchObject({
    generator: "ComfyUI",
    resources: [{ name: "graph.safetensors" }],
  });
  expect(parseGeneration(texts({ parameters: "x\nSteps: 20, Seed: 1" }))).toMatchObject({
    generator: "A1111",
    resources: [],
  });
});

test("a workflow that quotes another picture's parameters does not lend it their model", () => {
  const workflow = JSON.stringify({
    nodes: [{ id: 1, type: "SDPromptReader", widgets_values: ["x\nSteps: 20, Model: quoted"] }],
    links: [],
  });
  expect(parseGeneration(texts({ workflow }))).toMatchObject({ generator: "ComfyUI", resources: [] });
});

test("the texts are kept as they were, and texts of no generator give nothing", () => {
  const entries = texts({ parameters: "x\nSteps: 20, Seed: 1", Author: "me" });
  expect(parseGeneration(entries)?.raw).toEqual(entries);
  expect(
    parseGeneration(
      texts({ Software: "GIMP 3.0.6", ImageDescription: "saved again", Comment: "<script>alert(1)</script>" }),
    ),
  ).toBeNull();
});

test("no parser throws on values of the wrong type", () => {
  const odd = [
    "[]",
    "{}",
    `"x"`,
    "null",
    "{",
    "-1",
    `{"prompt":[],"model":7,"loras":{"a":1},"Comment":[],"sui_image_params":[],"baseModel":null,"nodes":{"a":null}}`,
  ];
  const keys = [
    "parameters",
    "prompt",
    "workflow",
    "UserComment",
    "Comment",
    "invokeai_metadata",
    "sd-metadata",
    "invokeai_graph",
    "Dream",
    "generation_data",
    "parameters-json",
    "smproj",
    "xmp",
    "c2pa",
  ];
  for (const key of keys)
    for (const text of odd)
      for (const parse of PARSERS) parse(texts({ [key]: text, Software: "NovelAI", fooocus_scheme: "fooocus" }));
});

// A pattern that looks back over a run again and again would take minutes for one of these.
test.each([
  " ",
  "\r",
  "\n",
  "\0",
  "[",
  "(",
  "{",
  "]",
  ":",
  ",",
  '\\"',
  "a ",
  "1.",
  " : 1",
  "<lora:a:",
  "Steps: 1, ",
  "Negative prompt:",
  "-s ",
  "@",
  "a:[,",
])("long runs of %j are read to their end", (part) => {
  const run = part.repeat(100_000 / part.length);
  const word = JSON.stringify(`a${run}b`);
  const infotext = `x${run}y\nSteps: 1, Model: a${run}b, Refiner: a${run}b, Lora hashes: "a${run}b", Size: ${run}x`;
  const json = `{"prompt":${word},"image":{"prompt":${word}},"model":{"name":${word}},"Model":${word},"resolution":${word},"base_model":${word},
      "loras":[[${word}]],"lora_combined_1":${word},"metadata_scheme":"fooocus","sui_image_params":{"prompt":${word},"loras":${word}}}`;
  const loader = { class_type: "LoraLoader", inputs: { ckpt_name: run, lora_name: run, text: run } };
  const graph = JSON.stringify({ 1: loader, 2: { class_type: "SaveImage", inputs: { images: ["1", 0] } } });
  const xmp = `<x xmp:CreatorTool="Draw Things"><exif:UserComment>${run}</exif:UserComment>${run}`;
  for (const text of [run, infotext, json, graph, xmp, `trainedAlgorithmicMedia softwareAgent\x79\xff\xff${run}`]) {
    const everywhere = texts({
      parameters: text,
      "sd-metadata": text,
      invokeai_metadata: text,
      Dream: text,
      prompt: text,
      workflow: text,
      xmp: text,
      c2pa: text,
    });
    for (const parse of PARSERS) parse(everywhere);
  }
});

test("texts that a converter folded into one comment are read as if they stood apart", () => {
  const folded = (json: unknown) => parseGeneration(texts({ UserComment: JSON.stringify(json) }));
  expect(folded({ invokeai_metadata: { positive_prompt: "a", model: { name: "m" } } })).toMatchObject({
    generator: "InvokeAI",
    prompt: "a",
  });
  expect(
    folded({ prompt: graph, generation_data: `{"prompt":"a","baseModel":{"modelFileName":"m"}}\0` }),
  ).toMatchObject({ generator: "Tensor.Art", resources: [{ name: "m" }] });
  expect(folded({ prompt: graph, "parameters-json": `{"PositivePrompt":"a","ModelName":"m"}` })).toMatchObject({
    generator: "Stability Matrix",
    prompt: "a",
  });
  expect(folded({ parameters: "a\nSteps: 20, Model: m" })).toMatchObject({
    generator: "A1111",
    resources: [{ name: "m" }],
  });
});

test("parameters that a node of ComfyUI wrote give hashes to the graph that was run, and no more", () => {
  const said = (model: string) =>
    parseGeneration(
      texts({ prompt: graph, parameters: `unknown\nSteps: 9, Seed: 0, Model hash: 0123456789, Model: ${model}` }),
    );
  expect(said("graph")).toMatchObject({
    generator: "ComfyUI",
    seed: "1",
    resources: [{ name: "graph.safetensors", hashes: { autov2: "0123456789" } }],
  });
  expect(said("other")?.resources).toEqual([{ kind: "checkpoint", name: "graph.safetensors", hashes: {} }]);
});
