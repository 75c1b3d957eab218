import { expect, test } from "vitest";
import { BASE_MODELS, baseModelOf } from "./base-models";
import { HINTS } from "./base-model-hints";
import { ALIASES } from "./base-model-aliases";
import { KNOWN_FILES } from "./known-files";

const names = BASE_MODELS.map(({ name }) => name);

test("every base model has one name", () => {
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  expect(names.length).toBeGreaterThan(100);
  expect(names).toEqual(
    expect.arrayContaining(["SD 1.5", "Pony", "Illustrious", "Flux.1 D", "Wan Video 2.2", "Other"]),
  );
});

test("every hint and every known file leads to one of them", () => {
  const targets = [
    ...Object.values(HINTS).flatMap((codes) => Object.values(codes)),
    ...Object.values(ALIASES),
    ...KNOWN_FILES.values(),
  ];
  expect(targets.filter((name) => !names.includes(name))).toEqual([]);
});

test.each([
  ["air", "urn:air:illustrious:checkpoint:civitai:1@2", "Illustrious"],
  ["invokeai", "sd-1", "SD 1.5"],
  ["invokeai", "sdxl-refiner", "SDXL 1.0"],
  ["tensorart", "Illustrious", "Illustrious"],
  ["tensorart", "SD 1.5", "SD 1.5"],
  ["tensorart", "FLUX.1", "Flux.1 D"],
  ["civitai", "Illustrious", "Illustrious"],
  ["civitai", "OpenAI", "OpenAI"],
  ["pipeline", "StableDiffusionXLPipeline", "SDXL 1.0"],
  ["pipeline", "ZImagePipeline", "Z-Image Turbo"],
  ["c2pa", "gpt-image 2.0", "OpenAI"],
  ["c2pa", "Google", null],
  ["pipeline", "constructor", null],
  ["air", "urn:air:constructor:checkpoint:civitai:1@2", null],
] as const)("%s's %s is %s", (from, code, name) => {
  expect(baseModelOf({ from, code })).toBe(name);
});
