import { expect, test } from "vitest";
import { checkAllowList, type MatchedResource } from "./allow-list";

const allowed = { baseModels: ["SDXL 1.0"], versionIds: [7], modelIds: [3] };

function made(kind: MatchedResource["kind"], label: string, more: Partial<MatchedResource> = {}): MatchedResource {
  return { kind, label, versionId: null, modelId: null, baseModel: null, ...more };
}

const xl = made("checkpoint", "xl", { baseModel: "SDXL 1.0" });

test("a checkpoint passes by its base model, its version or its model", () => {
  expect(checkAllowList([xl], allowed)).toEqual({ ok: true });
  expect(checkAllowList([made("checkpoint", "a", { versionId: 7, baseModel: "Pony" })], allowed)).toEqual({ ok: true });
  expect(checkAllowList([made("checkpoint", "a", { modelId: 3 })], allowed)).toEqual({ ok: true });
});

test("every checkpoint and LoRA must be allowed, and nothing else matters", () => {
  const others = [made("vae", "v"), made("embedding", "e"), made("upscaler", "u"), made("controlnet", "c")];
  expect(checkAllowList([xl, ...others], allowed)).toEqual({ ok: true });
  const refused = [xl, made("checkpoint", "flux", { baseModel: "Flux.1 D" }), made("lora", "ink"), made("lora", "ink")];
  expect(checkAllowList(refused, allowed)).toEqual({ ok: false, reason: "not-allowed", names: ["flux", "ink"] });
});

test("without a declared checkpoint nothing passes, whatever the LoRAs", () => {
  expect(checkAllowList([], allowed)).toEqual({ ok: false, reason: "no-model-declared" });
  expect(checkAllowList([made("lora", "ink", { versionId: 7 })], allowed)).toEqual({
    ok: false,
    reason: "no-model-declared",
  });
});

test("an empty list restricts nothing", () => {
  expect(checkAllowList([], { baseModels: [], versionIds: [], modelIds: [] })).toEqual({ ok: true });
});

test("a LoRA that nobody knows counts as its checkpoint's base, unless the list names models", () => {
  const one = (kind: "checkpoint" | "lora", baseModel: string | null): MatchedResource => ({
    kind,
    label: kind,
    versionId: null,
    modelId: null,
    baseModel,
  });
  const bases = { baseModels: ["Pony"], versionIds: [], modelIds: [] };
  const made = [one("checkpoint", "Pony"), one("lora", null)];
  expect(checkAllowList(made, bases)).toEqual({ ok: true });
  expect(checkAllowList([one("checkpoint", "Pony"), one("lora", "SDXL 1.0")], bases)).toMatchObject({ ok: false });
  expect(checkAllowList([one("checkpoint", "SDXL 1.0"), one("lora", null)], bases)).toMatchObject({ ok: false });
  expect(checkAllowList(made, { ...bases, versionIds: [9] })).toMatchObject({ ok: false, names: ["lora"] });
});
