import { expect, test } from "vitest";
import type { RawEntry } from "../generation";
import { parseNovelAi } from "./novelai";

const v3 = {
  prompt: " silvery white",
  uc: "lowres, {bad}",
  steps: 28,
  height: 128,
  width: 64,
  scale: 10,
  seed: 1148692016,
  sampler: "k_euler",
  noise_schedule: "native",
};
const v4 = {
  ...v3,
  v4_prompt: {
    caption: {
      base_caption: "2girls",
      char_captions: [{ char_caption: "girl, miku", centers: [] }, { char_caption: "girl, rin" }],
    },
  },
  v4_negative_prompt: { caption: { base_caption: "blurry", char_captions: [] } },
};

function texts(values: Record<string, string>): RawEntry[] {
  return Object.entries(values).map(([key, text]) => ({ source: "test", key, text }));
}

test("PNG texts of version 3 are read", () => {
  const found = parseNovelAi(
    texts({ Software: "NovelAI", Source: "Stable Diffusion XL C1E1DE52", Comment: JSON.stringify(v3) }),
  );
  expect(found).toEqual({
    generator: "NovelAI",
    prompt: " silvery white",
    negativePrompt: "lowres, {bad}",
    steps: 28,
    sampler: "k_euler",
    scheduler: "native",
    cfgScale: 10,
    seed: "1148692016",
    width: 64,
    height: 128,
    resources: [{ kind: "checkpoint", name: "Stable Diffusion XL C1E1DE52", hashes: {} }],
    baseModelHint: { from: "novelai", code: "NovelAI" },
  });
});

test("the characters of version 4 stand beside the scene", () => {
  const found = parseNovelAi(
    texts({ Software: "NovelAI", Source: "NovelAI Diffusion V4.5 4BDE2A90", Comment: JSON.stringify(v4) }),
  );
  expect(found).toMatchObject({ prompt: "2girls", characters: ["girl, miku", "girl, rin"], negativePrompt: "blurry" });
});

test("one object in a comment, or hidden in the pixels, holds the same", () => {
  const wrapped = {
    Description: "x",
    Software: "NovelAI",
    Source: "NovelAI Diffusion V4 37442FCA",
    Comment: JSON.stringify(v3),
  };
  for (const key of ["UserComment", "parameters"]) {
    expect(parseNovelAi(texts({ [key]: JSON.stringify(wrapped) }))).toMatchObject({
      steps: 28,
      resources: [{ name: wrapped.Source }],
    });
  }
});

test("a WebP names the model where others name the software", () => {
  const found = parseNovelAi(
    texts({
      Software: "NovelAI Diffusion V4.5 C02D4F98",
      UserComment: JSON.stringify({ Comment: JSON.stringify(v4) }),
    }),
  );
  expect(found?.resources).toMatchObject([{ name: "NovelAI Diffusion V4.5 C02D4F98" }]);
});

test("the software alone, or a comment of someone else's, is not enough", () => {
  expect(parseNovelAi(texts({ Software: "NovelAI", Comment: "hello" }))).toBeNull();
  expect(parseNovelAi(texts({ Software: "GIMP", Comment: JSON.stringify(v3) }))).toBeNull();
});

test("its settings are known by themselves, where a converter dropped the rest", () => {
  for (const own of [v3, v4])
    expect(parseNovelAi(texts({ UserComment: JSON.stringify(own) }))).toMatchObject({
      generator: "NovelAI",
      seed: "1148692016",
    });
});
