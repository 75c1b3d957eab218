import { expect, test } from "vitest";
import type { DeclaredResource } from "~/domain/metadata/generation";
import { baseModelFrom, matchKeys, matchResource, type MatchKey } from "./matching";

const sha256 = "7c1631b481e1566448f49db7e3b67a8a9d04742fa3c7d4548a0c81b619160c56";
const everything: DeclaredResource = {
  kind: "checkpoint",
  name: "wai.safetensors",
  versionId: 5,
  air: "urn:air:sdxl:checkpoint:civitai:1@5",
  hashes: { autov1: "81761151", autov3: "7c6bad76eb54", blake3: sha256, sha256 },
};

test("what identifies most surely is tried first", () => {
  const order = matchKeys(everything).map((key) => (key.by === "hash" ? key.hashKind : key.by));
  expect(order).toEqual(["version", "air", "sha256", "autov2", "autov3", "blake3", "autov1", "name"]);
  expect(
    matchKeys(everything)
      .map(({ strength }) => strength[0])
      .join(""),
  ).toBe("ssssffww");
});

test("the first key known to the catalog decides, and how surely", async () => {
  const knows =
    (...by: string[]) =>
    (key: MatchKey) =>
      by.includes(key.by === "hash" ? key.hashKind : key.by) ? key.by : null;
  expect(await matchResource(everything, knows("autov2", "name"))).toEqual({
    found: "hash",
    strength: "strong",
    by: "hash",
  });
  expect(await matchResource(everything, knows("name"))).toEqual({ found: "name", strength: "weak", by: "name" });
  expect(await matchResource(everything, () => null)).toBeNull();
  expect(await matchResource({ kind: "lora", hashes: {} }, () => "anything")).toBeNull();
});

test("a base model comes from a sure match, the file's own word, a name, a pipeline, in this order", () => {
  const sure = { baseModel: "Illustrious", strength: "strong" as const };
  const named = { baseModel: "Pony", strength: "weak" as const };
  const stated = { from: "invokeai", code: "sdxl" } as const;
  const pipeline = { from: "pipeline", code: "FluxPipeline" } as const;
  expect(baseModelFrom(sure, stated)).toEqual(sure);
  expect(baseModelFrom(named, stated)).toEqual({ baseModel: "SDXL 1.0", strength: "fair" });
  expect(baseModelFrom(named, pipeline)).toEqual(named);
  expect(baseModelFrom(null, pipeline)).toEqual({ baseModel: "Flux.1 D", strength: "weak" });
  expect(baseModelFrom({ baseModel: null, strength: "strong" }, undefined)).toBeNull();
});
