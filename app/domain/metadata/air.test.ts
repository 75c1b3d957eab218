import { expect, test } from "vitest";
import { kindOf, parseAir } from "./air";

test("a name with everything is taken apart", () => {
  expect(parseAir("urn:air:sdxl:checkpoint:civitai:827184@2514310")).toEqual({
    urn: "urn:air:sdxl:checkpoint:civitai:827184@2514310",
    ecosystem: "sdxl",
    kind: "checkpoint",
    source: "civitai",
    modelId: "827184",
    versionId: 2514310,
  });
});

test.each([
  ["urn:air:flux1:lora:civitai:1@22:layer.safetensors", { ecosystem: "flux1", kind: "lora", versionId: 22 }],
  ["air:sd1:embedding:civitai:7", { kind: "embedding", modelId: "7" }],
  ["urn:air:sdxl:lycoris:civitai:7@8.safetensors", { kind: "lora", versionId: 8 }],
  [
    "urn:air:sdxl:checkpoint:huggingface:stabilityai/sdxl-turbo@main",
    { modelId: "stabilityai/sdxl-turbo", source: "huggingface" },
  ],
  ["urn:air:other:upscaler:civitai:147759@164821", { kind: "upscaler" }],
  ["urn:air:sd1:motion:civitai:1@2", { kind: null }],
])("%s is understood", (urn, parts) => {
  expect(parseAir(urn)).toMatchObject(parts);
});

test("a version of another site is not one of Civitai's", () => {
  expect(parseAir("urn:air:sdxl:checkpoint:huggingface:a/b@12345")).not.toHaveProperty("versionId");
});

test.each(["", "urn:air:", "urn:air:sdxl:checkpoint", "wai.safetensors", "a:b:c:d@1", `urn:air:${"x".repeat(1000)}`])(
  "%s is none",
  (text) => {
    expect(parseAir(text)).toBeNull();
  },
);

test("sites' words for kinds are known", () => {
  expect(["Checkpoint", "LoCon", "embed", "TextualInversion", "Workflow"].map(kindOf)).toEqual([
    "checkpoint",
    "lora",
    "embedding",
    "embedding",
    null,
  ]);
});
