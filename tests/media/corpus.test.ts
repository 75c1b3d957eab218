import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { GenerationMetadata } from "~/domain/metadata/generation";
import { KNOWN_FILES } from "~/domain/catalog/known-files";
import { baseModelFrom, matchResource, type MatchKey } from "~/domain/catalog/matching";
import { processImage } from "~/domain/media/process-image.server";
import { readGeneration } from "~/domain/metadata/file-metadata.server";
import { labelOf } from "~/domain/metadata/resources";
import { checkAllowList } from "~/domain/catalog/allow-list";
import { corpus, filesOf, hasCorpus } from "./corpus";
import { expectations, type Expectation } from "./expectations";

const FOLDERS = ["gen", "demo_ai", "photo", "video", "hostile"];
const ALLOWED = { baseModels: ["SD 1.5", "SDXL 1.0", "Flux.1 D"], versionIds: [2514310], modelIds: [] };

// Where we differ from the project that a file comes from, and why.
const DIFFERENCES: Record<string, Expectation> = {
  // Text is kept as it stands in the file. The two projects trim it here, and keep it elsewhere.
  "ens_ruined-fooocus.png": { negativePrompt: "bad quality, worst quality, worst detail, sketch, censor, " },
  "sdp_comfy_img2img.png": {
    prompt: "photograph of victorian woman with wings, sky clouds, meadow grass\n",
    negativePrompt: "watermark, text\n",
  },
  // sd-metadata calls the base model "Illustrious" the model. It is our hint; the model is the version that the file names.
  "ens_civitai-upscale.jpg": { model: undefined },
};

const inCorpus = describe.skipIf(!hasCorpus);

inCorpus("photographs", () => {
  // Of all sixty, these take the most bytes: the largest 149,378.
  test.each(["art_morisot_reading.jpg", "art_morisot_bougival.jpg", "bw_paris_map.webp"])(
    "%s is at most 150 KB at 800 wide",
    async (name) => {
      const folder = mkdtempSync(join(tmpdir(), "crucible-photos-"));
      const made = await processImage(join(corpus, "photo", name), folder);
      const bytes = made?.files.filter((file) => file.name === "800.webp").map(({ path }) => statSync(path).size);
      rmSync(folder, { recursive: true });
      expect(bytes).toEqual([expect.toSatisfy((size: number) => size > 10_000 && size <= 150_000)]);
    },
  );
});

inCorpus("what the samples' own projects expect of them", () => {
  test.each(expectations())("%s", async (file, expected) => {
    const { generation } = await readGeneration(`${corpus}/gen/${file}`);
    const { model, hash, upscaler, ...fields } = { ...expected, ...DIFFERENCES[file] };
    const [checkpoint] = generation!.resources.filter(({ kind }) => kind === "checkpoint");
    expect(generation).toMatchObject(fields);
    if (model) expect(checkpoint?.name).toBe(model);
    if (hash) expect(Object.values(checkpoint!.hashes)).toContain(hash.toLowerCase().replace("blake3:", ""));
    if (upscaler) expect(generation!.resources).toContainEqual(expect.objectContaining(upscalerNamed(upscaler)));
  });
});

inCorpus("what else is known of the samples", () => {
  test("pictures without metadata, or saved again by an editor, have no generator", async () => {
    for (const file of ["ens_empty.jpg", "ens_gimp.webp"]) expect(await found(file)).toBeNull();
  });

  test("a workflow that quotes another picture's parameters declares no model", async () => {
    expect(await found("rhys_simple_example.png")).toMatchObject({ generator: "ComfyUI", resources: [] });
  });

  test("JPEG bytes under a PNG's name are read as what they are", async () => {
    const { kind, generator } = await readGeneration(`${corpus}/gen/civ_gemini_jpeg_named.png`);
    expect([kind, generator]).toEqual(["jpeg", "Google"]);
  });

  test("a comment with swapped bytes is read", async () => {
    const resources = (await found("civ_ladybug.jpg"))!.resources.map(({ kind, versionId }) => [kind, versionId]);
    expect(resources).toEqual([
      ["checkpoint", 348913],
      ["lora", 283697],
      ["embedding", 94057],
      ["embedding", 25820],
      ["embedding", 77169],
    ]);
  });

  test("base and refiner are both declared, the base first", async () => {
    const names = (await found("cubiq_sdxl_simple.png"))!.resources.map(({ name }) => name);
    expect(names).toEqual(["sd_xl_base_1.0.safetensors", "sd_xl_refiner_1.0.safetensors"]);
  });

  test("every picture of the demo names its model and, by its pipeline at least, its base model", async () => {
    for (const { name, path } of filesOf("demo_ai")) {
      const { generation } = await readGeneration(path);
      expect([name, generation?.generator, generation?.resources[0]?.kind]).toEqual([name, "SD.Next", "checkpoint"]);
    }
  });

  test("no photograph is taken for generated, and no place is kept", async () => {
    for (const { name, path } of filesOf("photo")) {
      const { generator, raw } = await readGeneration(path);
      expect([name, generator, raw.filter(({ key }) => /gps|serial|owner/i.test(key))]).toEqual([name, null, []]);
    }
  });
});

test("every sample is read, and the table of them printed", async () => {
  if (!hasCorpus) return;
  const rows = [];
  for (const folder of FOLDERS)
    for (const file of filesOf(folder)) rows.push(await row(`${folder}/${file.name}`, file.path));
  console.log(
    rows
      .map((cells) => cells.map((cell, i) => cell.slice(0, 44).padEnd([44, 5, 16, 36, 14, 22][i] ?? 0)).join(" "))
      .join("\n"),
  );
  expect(rows.length).toBeGreaterThan(200);
});

async function row(label: string, path: string) {
  const { kind, generation } = await readGeneration(path);
  if (!generation) return [label, kind, "–"];
  const matched = await Promise.all(generation.resources.map((resource) => lookUp(resource, generation)));
  const checkpoint = generation.resources.find((one) => one.kind === "checkpoint");
  const hash =
    Object.entries(checkpoint?.hashes ?? {}).map(([type, digits]) => `${type} ${digits.slice(0, 8)}`)[0] ?? "–";
  const base = matched.find((one) => one.kind === "checkpoint")?.baseModel ?? "–";
  const allowed = checkAllowList(matched, ALLOWED);
  return [
    label,
    kind,
    generation.generator,
    checkpoint ? labelOf(checkpoint) : "–",
    hash,
    base,
    allowed.ok ? "allowed" : allowed.reason,
  ];
}

async function lookUp(resource: GenerationMetadata["resources"][number], { baseModelHint }: GenerationMetadata) {
  const match = await matchResource(resource, (key: MatchKey) =>
    key.by === "name" ? (KNOWN_FILES.get(key.name) ?? null) : null,
  );
  const hint = resource.kind === "checkpoint" ? baseModelHint : undefined;
  const base = baseModelFrom(match && { baseModel: match.found, strength: match.strength }, hint);
  return {
    kind: resource.kind,
    label: labelOf(resource),
    versionId: resource.versionId ?? null,
    modelId: null,
    baseModel: base?.baseModel ?? null,
  };
}

async function found(file: string) {
  return (await readGeneration(`${corpus}/gen/${file}`)).generation;
}

function upscalerNamed(name: string) {
  return name.startsWith("urn:") ? { kind: "upscaler", air: name } : { kind: "upscaler", name };
}
