import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { baseModelFrom } from "~/domain/catalog/matching";
import { baseModelOfFileName } from "~/domain/catalog/file-name-patterns";
import { readGeneration } from "~/domain/metadata/file-metadata.server";

const folder = resolve(process.env.OUTSIDERS_FILES ?? "../shared/faults/media");

async function read(file: string) {
  const { generation } = await readGeneration(`${folder}/${file}`);
  const models = generation?.resources.filter(({ kind }) => kind === "checkpoint").map(({ name }) => name) ?? [];
  const named = baseModelOfFileName(models[0] ?? "");
  const match = named ? { baseModel: named, strength: "weak" as const } : null;
  const base = baseModelFrom(match, generation?.baseModelHint)?.baseModel ?? null;
  const { prompt, negativePrompt, seed } = generation ?? {};
  return { prompt, negativePrompt, seed, models, base };
}

const barn = "a red barn in snow";

if (!existsSync(folder)) console.log(`no files from outside at ${folder}: their tests are left out`);

test.skipIf(!existsSync(folder)).each([
  ["comfy_api_node_gpt_image.png", { prompt: barn, seed: "7", models: ["OpenAIGPTImage1"], base: "OpenAI" }],
  ["comfy_api_node_ideogram.png", { prompt: barn, seed: "7", models: ["IdeogramV3"], base: "Ideogram" }],
  ["comfy_api_node_wan_dotted.png", { prompt: barn, seed: "7", models: ["happyhorse-1.0-t2v"], base: "Wan Video" }],
  [
    "comfy_dual_cfg_guider.png",
    { prompt: "make the barn blue", negativePrompt: "blurry, low quality", base: "OmniGen 2" },
  ],
  ["comfy_flux2_fp8mixed.png", { prompt: barn, base: "Flux.2 D" }],
  ["comfy_groundingdino_as_model.png", { prompt: barn, models: ["z_image_turbo_bf16.safetensors"] }],
  ["comfy_known_base_unknown_lora.png", { prompt: barn, base: "Z-Image Turbo" }],
  ["comfy_text_after_iend.png", { prompt: barn, base: "Qwen" }],
  ["imaginairy.jpg", { prompt: barn, models: ["SD-1.5"] }],
  ["invokeai_ideogram4.png", { prompt: barn, base: "Ideogram" }],
  ["sdcpp_unet.png", { prompt: barn, models: ["z_image_turbo-Q4_0.gguf"], base: "Z-Image Turbo" }],
  ["sdnext_img2img_pipeline.png", { prompt: barn, models: ["myMix"], base: "SDXL 1.0" }],
] as const)("%s is read right", async (file, expected) => {
  expect(await read(file)).toMatchObject(expected);
});
