import { expect, test } from "vitest";
import { verdictOf, verdictWords, type MatchedResource } from "./allow-list";

const allowed = { baseModels: ["SDXL 1.0"], versionIds: [7], modelIds: [3] };

function made(kind: MatchedResource["kind"], label: string, more: Partial<MatchedResource> = {}): MatchedResource {
  return { kind, label, versionId: null, modelId: null, baseModel: null, ...more };
}

const xl = made("checkpoint", "xl", { baseModel: "SDXL 1.0" });

test("a checkpoint passes by its base model, its version or its model", () => {
  expect(verdictOf([xl], allowed)).toEqual({ ok: true });
  expect(verdictOf([made("checkpoint", "a", { versionId: 7, baseModel: "Pony" })], allowed)).toEqual({ ok: true });
  expect(verdictOf([made("checkpoint", "a", { modelId: 3 })], allowed)).toEqual({ ok: true });
});

test("every checkpoint and LoRA must be allowed, and nothing else matters", () => {
  const others = [made("vae", "v"), made("embedding", "e"), made("upscaler", "u"), made("controlnet", "c")];
  expect(verdictOf([xl, ...others], allowed)).toEqual({ ok: true });
  const refused = [xl, made("checkpoint", "flux", { baseModel: "Flux.1 D" }), made("lora", "ink"), made("lora", "ink")];
  expect(verdictOf(refused, allowed)).toEqual({ ok: false, reason: "not-allowed", names: ["flux", "ink"] });
});

test("without a declared checkpoint nothing passes, whatever the LoRAs", () => {
  expect(verdictOf([], allowed)).toEqual({ ok: false, reason: "no-model-declared" });
  expect(verdictOf([made("lora", "ink", { versionId: 7 })], allowed)).toEqual({
    ok: false,
    reason: "no-model-declared",
  });
});

test("an empty list restricts nothing", () => {
  expect(verdictOf([], { baseModels: [], versionIds: [], modelIds: [] })).toEqual({ ok: true });
});

test("the verdict is told in words, with three names at most", () => {
  expect(verdictWords({ ok: false, reason: "not-allowed", names: ["a", "b", "c", "d", "e"] })).toBe(
    "Not allowed here: a, b, c, 2 more",
  );
  expect(verdictWords({ ok: false, reason: "no-model-declared" })).toContain("No model in the file’s metadata");
});
