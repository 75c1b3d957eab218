import { expect, test } from "vitest";
import { BASE_MODELS } from "./base-models";
import { baseModelOfFileName } from "./file-name-patterns";

test.each([
  ["flux2_dev_fp8mixed.safetensors", "Flux.2 D"],
  ["flux1-fill-dev.safetensors", "Flux.1 D"],
  ["flux1-canny-dev-fp8.safetensors", "Flux.1 D"],
  ["flux-2-klein-4b-fp8.safetensors", "Flux.2 Klein 4B"],
  ["ltx-video-2b-v0.9.safetensors", "LTXV"],
  ["ltx-2-19b-dev-fp8.safetensors", "LTXV 2"],
  ["wan2.1_fun_control_1.3B_bf16.safetensors", "Wan Video"],
  ["wan2.1_vace_14B_fp16.safetensors", "Wan Video"],
  ["wan2.2_s2v_14B_fp8_scaled.safetensors", "Wan Video 2.2"],
  ["wan2.2_animate_14B_bf16.safetensors", "Wan Video 2.2"],
  ["hunyuan_video_image_to_video_720p_bf16.safetensors", "Hunyuan Video"],
  ["mochi_preview_bf16.safetensors", "Mochi"],
  ["omnigen2_fp16.safetensors", "OmniGen 2"],
  ["hidream_e1_full_bf16.safetensors", "HiDream"],
  ["hidream_o1_dev.safetensors", "HiDream"],
  ["aura_flow_0.3.safetensors", "AuraFlow"],
  ["chroma-unlocked-v38.safetensors", "Chroma"],
  ["sd_xl_1.0.safetensors", "SDXL 1.0"],
  ["sd21-unclip-h.ckpt", "SD 2.1 Unclip"],
  ["stable_cascade_stage_b.safetensors", "Stable Cascade"],
  ["Krea-2-turbo.safetensors", "Krea 2"],
  ["models\\unet\\qwen_image_edit_2511_fp8_e4m3fn.safetensors", "Qwen Edit"],
])("%s is %s", (name, base) => {
  expect(baseModelOfFileName(name)).toBe(base);
  expect(BASE_MODELS.map(({ name }) => name)).toContain(base);
});

test.each([
  "dreamforge.safetensors",
  "fluxmania_V.safetensors",
  "my-wan-lora.safetensors",
  "waiIllustrious.safetensors",
  "",
])("%j says nothing", (name) => expect(baseModelOfFileName(name)).toBeNull());
