import { describe, expect, test } from "vitest";
import { parseComfyUi } from "../comfyui";
import { readDrawing } from "./drawing";

type Socket = [name: string, link: number | null, kind?: "widget"];

function node(id: number, type: string, widgets: unknown, inputs: Socket[] = [], mode = 0) {
  const sockets = inputs.map(([name, link, kind]) => ({ name, link, ...(kind && { widget: { name } }) }));
  return { id, type, mode, inputs: sockets, widgets_values: widgets };
}

function drawn(nodes: unknown[], links: unknown[], more = {}) {
  return parseComfyUi([{ source: "test", key: "workflow", text: JSON.stringify({ nodes, links, ...more }) }])!;
}

function names(found: ReturnType<typeof drawn>) {
  return found.resources.map(({ name, weight }) => (weight === undefined ? name : [name, weight]));
}

const nodes = [
  node(4, "CheckpointLoaderSimple", ["base.safetensors"]),
  node(5, "EmptyLatentImage", [512, 640, 1]),
  node(6, "CLIPTextEncode", ["a cat"], [["clip", 1]]),
  node(7, "CLIPTextEncode", ["bad"], [["clip", 1]]),
  node(
    3,
    "KSampler",
    [42, "randomize", 20, 8, "euler", "normal", 1],
    [
      ["model", 2],
      ["positive", 3],
      ["negative", 4],
      ["latent_image", 5],
    ],
  ),
  node(9, "SaveImage", ["ComfyUI"], [["images", 6]]),
  node(10, "LoraLoader", ["ink.safetensors", 0.5, 1], [["model", 7]]),
];
const links = [
  [1, 4, 1, 6, 0, "CLIP"],
  [2, 10, 0, 3, 0, "MODEL"],
  [3, 6, 0, 3, 1, "C"],
  [4, 7, 0, 3, 2, "C"],
  [5, 5, 0, 3, 3, "L"],
  [6, 3, 0, 9, 0, "I"],
  [7, 4, 0, 10, 0, "M"],
];

test("is read by its wires and the widgets of well-known nodes", () => {
  expect(drawn(nodes, links)).toMatchObject({
    prompt: "a cat",
    negativePrompt: "bad",
    seed: "42",
    steps: 20,
    cfgScale: 8,
    width: 512,
    height: 640,
  });
  expect(drawn(nodes, links).resources.map(({ name }) => name)).toEqual(["base.safetensors", "ink.safetensors"]);
});

test("passes through what is bypassed and rerouted", () => {
  const bypassed = nodes.map((one) => (one.id === 10 ? { ...one, mode: 4 } : one));
  expect(drawn(bypassed, links).resources.map(({ name }) => name)).toEqual(["base.safetensors"]);
  const rerouted = [...nodes.slice(0, 6), node(10, "Reroute", undefined, [["", 7]])];
  expect(drawn(rerouted, links).resources.map(({ name }) => name)).toEqual(["base.safetensors"]);
});

test("a widget turned into an input is the input's, and unknown nodes' widgets say nothing", () => {
  const quoting = node(4, "CheckpointLoaderSimple", ["stale.safetensors"], [["ckpt_name", 8]]);
  const reader = node(20, "SDPromptReader", ["Steps: 20, Model: quoted", "quoted.safetensors"]);
  const found = drawn(
    [quoting, reader, ...nodes.slice(1, 6)],
    [...links.filter(([id]) => id !== 2), [2, 4, 0, 3, 0, "M"], [8, 20, 0, 4, 0, "S"]],
  );
  expect(found.resources).toEqual([]);
});

/** The same with another node for the checkpoint, whatever wires go to it. */
function loadedBy(type: string, widgets: unknown, inputs: Socket[] = []) {
  const found = drawn(
    nodes.map((one) => (one.id === 4 ? node(4, type, widgets, inputs) : one)),
    links,
  );
  return names(found)[0];
}

test("a node that nobody knows is read by the sockets that newer editors draw for its widgets", () => {
  expect(
    loadedBy(
      "Some Loader",
      ["default", "new.safetensors"],
      [
        ["dtype", null, "widget"],
        ["ckpt_name", null, "widget"],
      ],
    ),
  ).toBe("new.safetensors");
  const inputs: Socket[] = [
    ["model", 2],
    ["positive", 3],
    ["negative", 4],
    ["latent_image", 5],
  ];
  const sockets = ["add_noise", "noise_seed", "steps", "cfg"].map((name): Socket => [name, null, "widget"]);
  for (const control of ["randomize", null]) {
    const sampler = node(3, "Some Sampler", ["enable", 77, control, 12, 4], [...inputs, ...sockets]);
    expect(
      drawn(
        nodes.map((one) => (one.id === 3 ? sampler : one)),
        links,
      ),
    ).toMatchObject({ prompt: "a cat", seed: "77", steps: 12, cfgScale: 4 });
  }
  // An older editor draws a socket only for the widget that was made an input: what the other values are called is unknown.
  const old = node(3, "Some Sampler", ["enable", 77, "randomize", 12, 4], [...inputs, ["steps", null, "widget"]]);
  expect(
    drawn(
      nodes.map((one) => (one.id === 3 ? old : one)),
      links,
    ).steps,
  ).toBeUndefined();
});

test("of a loader without them, the values that are model files count", () => {
  expect(loadedBy("CheckpointLoaderNF4", ["nf4.safetensors"])).toBe("nf4.safetensors");
  expect(loadedBy("CheckpointLoader|pysssss", [{ content: "seen.safetensors", image: null }, "[none]"])).toBe(
    "seen.safetensors",
  );
  const stack = node(
    10,
    "Lora Loader Stack (rgthree)",
    ["a.safetensors", 0.5, "b.safetensors", 0.25, "None", 1],
    [["model", 7]],
  );
  expect(
    names(
      drawn(
        nodes.map((one) => (one.id === 10 ? stack : one)),
        links,
      ),
    ),
  ).toEqual(["base.safetensors", ["a.safetensors", 0.5], ["b.safetensors", 0.25]]);
});

describe("a subgraph", () => {
  const SHEET = "11111111-2222-4333-8444-555555555555";
  const wires = [
    [1, -10, 0, 6, 1],
    [2, -10, 1, 4, 0],
    [3, -10, 2, 10, 0],
    [11, 4, 1, 6, 0],
    [12, 4, 1, 7, 0],
    [13, 10, 0, 3, 0],
    [14, 6, 0, 3, 1],
    [15, 7, 0, 3, 2],
    [16, 5, 0, 3, 3],
    [17, 3, 0, -20, 0],
  ];
  const sheet = {
    id: SHEET,
    inputs: [{ name: "text" }, { name: "ckpt_name" }, { name: "model" }],
    nodes: [
      node(4, "CheckpointLoaderSimple", ["template.safetensors"], [["ckpt_name", 2, "widget"]]),
      node(5, "EmptyLatentImage", [512, 640, 1]),
      node(
        6,
        "CLIPTextEncode",
        ["template"],
        [
          ["clip", 11],
          ["text", 1, "widget"],
        ],
      ),
      node(7, "CLIPTextEncode", ["bad"], [["clip", 12]]),
      node(10, "LoraLoaderModelOnly", ["ink.safetensors", 0.5], [["model", 3]]),
      node(
        3,
        "KSampler",
        [42, "randomize", 20, 8, "euler", "normal", 1],
        [
          ["model", 13],
          ["positive", 14],
          ["negative", 15],
          ["latent_image", 16],
        ],
      ),
    ],
    links: wires.map(([id, origin_id, origin_slot, target_id, target_slot]) => ({
      id,
      origin_id,
      origin_slot,
      target_id,
      target_slot,
    })),
  };
  const outside: Socket[] = [
    ["text", null, "widget"],
    ["ckpt_name", null, "widget"],
    ["model", 91],
  ];
  const rest = [
    node(61, "UNETLoader", ["outer.safetensors", "default"]),
    node(60, "SaveImage", ["x"], [["images", 90]]),
  ];
  const around = [
    [90, 50, 0, 60, 0, "IMAGE"],
    [91, 61, 0, 50, 2, "MODEL"],
  ];

  function framed(frame: unknown, more: unknown[] = [], wiresMore: unknown[] = [], sheets: unknown[] = [sheet]) {
    return drawn([frame, ...rest, ...more], [...around, ...wiresMore], { definitions: { subgraphs: sheets } });
  }

  test("is wired through both its sides, and what was typed on its frame goes before what lies inside", () => {
    const found = framed(node(50, SHEET, ["outer words", "picked.safetensors"], outside));
    expect(found).toMatchObject({
      prompt: "outer words",
      negativePrompt: "bad",
      seed: "42",
      steps: 20,
      width: 512,
      height: 640,
    });
    expect(names(found)).toEqual(["outer.safetensors", "picked.safetensors", ["ink.safetensors", 0.5]]);
  });

  test("takes words from a node outside, or keeps its own where the frame says nothing", () => {
    const words = node(62, "PrimitiveStringMultiline", ["linked words"], [["value", null, "widget"]]);
    const linked = node(50, SHEET, ["stale", "picked.safetensors"], [["text", 92, "widget"], ...outside.slice(1)]);
    expect(framed(linked, [words], [[92, 62, 0, 50, 0, "STRING"]]).prompt).toBe("linked words");
    expect(framed(node(50, SHEET, [], [["model", 91]])).prompt).toBe("template");
  });

  test("may list which inner widgets its values are for", () => {
    const proxies = (values: unknown[]) => ({
      ...node(50, SHEET, values, [["model", 91]]),
      properties: {
        proxyWidgets: [
          ["6", "text"],
          ["-1", "ckpt_name"],
          ["3", "seed"],
        ],
      },
    });
    const found = framed(proxies(["proxied", "proxied.safetensors", 999]));
    expect(found.seed).toBe("999");
    expect(names(found)).toContain("proxied.safetensors");
    expect(framed(proxies(["whose?"])).seed).toBe("42");
  });

  test("that is bypassed or used nowhere made nothing", () => {
    const aside = [...nodes, node(50, SHEET, [], [], 4), node(51, SHEET, [], [], 2)];
    expect(names(drawn(aside, links, { definitions: { subgraphs: [sheet] } }))).toEqual([
      "base.safetensors",
      ["ink.safetensors", 0.5],
    ]);
    const alone = drawn([node(2, SHEET, [])], [], { definitions: { subgraphs: [sheet] } });
    expect(names(alone)).toEqual(["template.safetensors", ["ink.safetensors", 0.5]]);
  });

  test("within subgraphs is opened too, and one within itself ends", () => {
    const outer = {
      id: "outer",
      inputs: [{ name: "model" }],
      nodes: [node(1, SHEET, ["deep words", "deep.safetensors"], [...outside.slice(0, 2), ["model", 5]])],
      links: [
        { id: 5, origin_id: -10, origin_slot: 0, target_id: 1, target_slot: 2 },
        { id: 6, origin_id: 1, origin_slot: 0, target_id: -20, target_slot: 0 },
      ],
    };
    expect(framed(node(50, "outer", [], [["model", 91]]), [], [], [outer, sheet])).toMatchObject({
      prompt: "deep words",
      resources: [{ name: "outer.safetensors" }, { name: "deep.safetensors" }, {}],
    });
    const endless = {
      id: SHEET,
      nodes: [node(1, SHEET, []), node(2, SHEET, []), node(3, "UNETLoader", ["x.safetensors"])],
      links: [],
    };
    expect(framed(node(50, SHEET, []), [], [], [endless])).toMatchObject({ generator: "ComfyUI" });
  });

  test("made to fill memory is followed so far and no further", () => {
    const many = Array.from({ length: 20_000 }, (_, i) => [i, 1, 0, 2, 0]);
    const inside = Array.from({ length: 5_000 }, (_, i) => node(i, SHEET, []));
    const frame = { ...node(50, SHEET, []), id: "5".repeat(500_000) };
    const { nodes, wires, frames } = readDrawing({
      nodes: [frame],
      links: [],
      definitions: { subgraphs: [{ id: SHEET, nodes: inside, links: many }] },
    });
    expect(nodes.size + wires.size + frames.size).toBeLessThanOrEqual(30_000);
    expect(Math.max(...[...frames.keys()].map((id) => id.length))).toBeLessThan(600);
  });
});
