const SEEDED = ["seed", "", "steps", "cfg", "sampler_name", "scheduler", "denoise"];

const NAMES: Record<string, readonly string[]> = {
  CheckpointLoader: ["config_name", "ckpt_name"],
  CheckpointLoaderSimple: ["ckpt_name"],
  "Checkpoint Loader (Simple)": ["ckpt_name"],
  unCLIPCheckpointLoader: ["ckpt_name"],
  ImageOnlyCheckpointLoader: ["ckpt_name"],
  UNETLoader: ["unet_name", ""],
  UnetLoaderGGUF: ["unet_name"],
  NunchakuFluxDiTLoader: ["model_path"],
  VAELoader: ["vae_name"],
  LoraLoader: ["lora_name", "strength_model", ""],
  LoraLoaderModelOnly: ["lora_name", "strength_model"],
  ControlNetLoader: ["control_net_name"],
  DiffControlNetLoader: ["control_net_name"],
  UpscaleModelLoader: ["model_name"],
  WanVideoModelLoader: ["model"],
  CLIPTextEncode: ["text"],
  CLIPTextEncodeFlux: ["clip_l", "t5xxl", "guidance"],
  CLIPTextEncodeSDXL: ["width", "height", "", "", "", "", "text_g", "text_l"],
  TextEncodeQwenImageEdit: ["prompt"],
  CLIPSetLastLayer: ["stop_at_clip_layer"],
  KSampler: SEEDED,
  "KSampler (Efficient)": SEEDED,
  KSamplerAdvanced: ["", "noise_seed", "", "steps", "cfg", "sampler_name", "scheduler", "", "", ""],
  SamplerCustom: ["", "noise_seed", "", "cfg"],
  RandomNoise: ["noise_seed", ""],
  KSamplerSelect: ["sampler_name"],
  BasicScheduler: ["scheduler", "steps", "denoise"],
  SDTurboScheduler: ["steps", "denoise"],
  CFGGuider: ["cfg"],
  EmptyLatentImage: ["width", "height", ""],
  EmptySD3LatentImage: ["width", "height", ""],
  EmptyHunyuanLatentVideo: ["width", "height", "", ""],
  "Efficient Loader": [
    ...["ckpt_name", "vae_name", "clip_skip", "lora_name", "strength_model", ""],
    ...["positive", "negative", "", "", "width", "height"],
  ],
};

/**
 * The widgets of well-known nodes, in the order in which a drawn workflow lists their values; "" is one of no
 * interest.
 */
export const WIDGET_NAMES: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(NAMES));
