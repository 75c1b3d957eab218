/** What a file of a model is called besides its name: how exactly it keeps its numbers, and how it is packed. */
const PRECISION =
  /(?:[-_. ]?(?:fp(?:4|8|16|32)|bf16|f16|q\d(?:[-_]k)?(?:[-_][sml0-9])?|int[48]|nf4|nvfp4|mxfp[48]|e4m3fn?|e5m2|scaled|mixed|fast|gguf|pruned|ema(?:only)?|comfyui|diffusers|safetensors|v\d+(?:[._]\d+)*))+$/i;

// The first that fits, so that what is special stands before what is general.
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/^flux[-_. ]?2[-_. ]?klein[-_. ]?(?:base[-_. ]?)?4b/i, "Flux.2 Klein 4B"],
  [/^flux[-_. ]?2[-_. ]?klein/i, "Flux.2 Klein 9B"],
  [/^flux[-_. ]?2\b|^flux[-_. ]?2[-_. ]?dev/i, "Flux.2 D"],
  [/^flux[-_.]?1?[-_. ]?(?:dev[-_.]?)?kontext/i, "Flux.1 Kontext"],
  [/^flux[-_.]?1?[-_. ]?krea/i, "Flux.1 Krea"],
  [/^flux[-_.]?1?[-_. ]?schnell/i, "Flux.1 S"],
  [/^flux[-_.]?1?[-_. ]?(?:dev|fill|canny|depth|redux)/i, "Flux.1 D"],
  [/^krea[-_. ]?2/i, "Krea 2"],
  [/^chroma(?:[-_. ]?\d|[-_. ]unlocked|[-_. ]radiance)/i, "Chroma"],
  [/^aura[-_. ]?flow/i, "AuraFlow"],
  [/^hidream[-_. ]/i, "HiDream"],
  [/^omnigen[-_. ]?2/i, "OmniGen 2"],
  [/^omnigen/i, "OmniGen"],
  [/^qwen[-_. ]?image[-_. ]?edit/i, "Qwen Edit"],
  [/^qwen[-_. ]?image/i, "Qwen"],
  [/^z[-_. ]?image[-_. ]?turbo/i, "Z-Image Turbo"],
  [/^z[-_. ]?image/i, "Z-Image Base"],
  [/^stable[-_. ]?cascade/i, "Stable Cascade"],
  [/^sd[-_. ]?21[-_. ]?unclip/i, "SD 2.1 Unclip"],
  [/^sd[-_. ]?xl[-_. ]?turbo/i, "SDXL Turbo"],
  [/^sd[-_. ]?xl[-_. ](?:base[-_. ]?)?1[._]0/i, "SDXL 1.0"],
  [/^sd[-_. ]?3[._]?5[-_. ]?large[-_. ]?turbo/i, "SD 3.5 Large Turbo"],
  [/^sd[-_. ]?3[._]?5[-_. ]?large/i, "SD 3.5 Large"],
  [/^sd[-_. ]?3[._]?5[-_. ]?medium/i, "SD 3.5 Medium"],
  [/^ltx[-_. ]?(?:video[-_. ]?)?2(?!b)|^ltxv?[-_. ]?2(?!b)/i, "LTXV 2"],
  [/^ltxv?[-_. ]/i, "LTXV"],
  [/^hunyuan[-_. ]?video/i, "Hunyuan Video"],
  [/^hunyuan[-_. ]?image/i, "Hunyuan Image"],
  [/^mochi/i, "Mochi"],
  [/^cogvideox/i, "CogVideoX"],
  [/^wan[-_. ]?2[._]2[-_. ]?ti2v/i, "Wan Video 2.2 TI2V-5B"],
  [/^wan[-_. ]?2[._]2[-_. ]?t2v/i, "Wan Video 2.2 T2V-A14B"],
  [/^wan[-_. ]?2[._]2[-_. ]?i2v/i, "Wan Video 2.2 I2V-A14B"],
  [/^wan[-_. ]?2[._]2/i, "Wan Video 2.2"],
  [/^wan[-_. ]?2[._]1[-_. ]?t2v[-_. ]?1[._]3b/i, "Wan Video 1.3B t2v"],
  [/^wan[-_. ]?2[._]1[-_. ]?t2v/i, "Wan Video 14B t2v"],
  [/^wan[-_. ]?2[._]1[-_. ]?i2v[-_. ]?720p/i, "Wan Video 14B i2v 720p"],
  [/^wan[-_. ]?2[._]1[-_. ]?i2v/i, "Wan Video 14B i2v 480p"],
  [/^wan[-_. ]?2[._]1/i, "Wan Video"],
  [/^gemini[-_. ].*image/i, "Nano Banana"],
  [/^ideogram/i, "Ideogram"],
];

/** What a maker's own file name says of a model's base, weakly: anyone may call a file so. Null for names of another kind. */
export function baseModelOfFileName(name: string): string | null {
  const file = name
    .split(/[/\\]/)
    .pop()!
    .replace(/\.(?:safetensors|ckpt|pt|pth|bin|gguf|sft)$/i, "");
  const bare = file.replace(PRECISION, "");
  return PATTERNS.find(([pattern]) => pattern.test(bare) || pattern.test(file))?.[1] ?? null;
}
