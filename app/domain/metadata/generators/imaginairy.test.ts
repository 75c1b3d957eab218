import { expect, test } from "vitest";
import { parseImaginairy } from "./imaginairy";

const job = {
  software: "imaginairy",
  prompts: [[1, "photo of fruit"]],
  prompt_strength: 7.5,
  seed: 293284644,
  steps: 40,
  height: 512,
  width: 640,
  sampler_type: "PLMS",
};

function read(prompt: unknown) {
  return parseImaginairy([
    { source: "EXIF", key: "Software", text: "Imaginairy / Stable Diffusion v1.4" },
    { source: "EXIF", key: "UserComment", text: JSON.stringify({ prompt }) },
  ]);
}

test("the job is read, and the model from wherever it is named", () => {
  expect(read(job)).toMatchObject({
    generator: "imaginAIry",
    prompt: "photo of fruit",
    steps: 40,
    cfgScale: 7.5,
    seed: "293284644",
    width: 640,
    sampler: "PLMS",
  });
  expect(read(job)?.resources).toMatchObject([{ name: "Stable Diffusion v1.4" }]);
  expect(read({ ...job, model: "SD-2.1" })?.resources).toMatchObject([{ name: "SD-2.1" }]);
});

test("another job is not its own", () => {
  expect(read({ ...job, software: "other" })).toBeNull();
});
