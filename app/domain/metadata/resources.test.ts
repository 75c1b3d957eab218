import { expect, test } from "vitest";
import { declaredResources, labelOf, normalizeName } from "./resources";

test.each([
  ["xl\\wai_Illustrious-SDXL_v160.safetensors", "waiillustrioussdxlv160"],
  ["folder/waiIllustriousSDXL_v160", "waiillustrioussdxlv160"],
  ["FLUX.1-dev", "flux1dev"],
  ["flux1-dev-fp8_e4m3fn_scaled.safetensors", "flux1dev"],
  ["flux1-dev-Q4_K_S.gguf", "flux1dev"],
  ["v1-5-pruned-emaonly.ckpt", "v15"],
  ["v1-5-pruned-emaonly-fp16", "v15"],
  ["model [31e35c80fc]", "model"],
  ["模型_v2.safetensors", "模型v2"],
  ["fp16.safetensors", "fp16"],
  ["  ", ""],
])("%s is compared as %s", (name, normalized) => {
  expect(normalizeName(name)).toBe(normalized);
});

test("versions of a model stay different", () => {
  expect(
    new Set(["m_v1.safetensors", "m_v10.safetensors", "m_v1.1.safetensors", "m-q2", "mq2x"].map(normalizeName)).size,
  ).toBe(5);
});

test("a resource is called by the best it has", () => {
  expect(labelOf({ kind: "lora", name: "ink", versionId: 5, hashes: {} })).toBe("ink");
  expect(labelOf({ kind: "lora", versionId: 5, hashes: {} })).toBe("lora version 5");
  expect(labelOf({ kind: "checkpoint", air: "urn:air:sdxl:checkpoint:huggingface:a/b", hashes: {} })).toBe("a/b");
  expect(labelOf({ kind: "checkpoint", hashes: { autov1: "81761151" } })).toBe("checkpoint 81761151");
});

test("a name of nothing but punctuation compares to nothing", () => {
  expect(declaredResources({ resources: [{ kind: "lora", name: "---", hashes: {} }] })).toMatchObject([
    { label: "---", normalizedName: null },
  ]);
});
