import { xmpField } from "../containers/xmp";
import type { RawEntry } from "../generation";
import { findings, resource, textOf, type Findings } from "./findings";
import { listOf, numberOf, objectOf, parseObject, seedOf, stringOf, type Json } from "./loose-json";

/** Draw Things: XMP whose CreatorTool is its name, with the settings as JSON in `exif:UserComment`. */
export function parseDrawThings(entries: readonly RawEntry[]): Findings | null {
  const packet = textOf(entries, "xmp") ?? "";
  if (!/^draw things/i.test(xmpField(packet, "xmp:CreatorTool") ?? "")) return null;
  const settings = parseObject(xmpField(packet, "exif:UserComment") ?? textOf(entries, "UserComment"));
  return settings ? describe(settings) : findings("Draw Things", {});
}

function describe(settings: Json) {
  const more = objectOf(settings.v2) ?? {};
  const [width, height] = (stringOf(settings.size)?.match(/\d+/g) ?? []).slice(0, 2).map(Number);
  return findings("Draw Things", {
    prompt: stringOf(settings.c),
    negativePrompt: stringOf(settings.uc),
    steps: numberOf(settings.steps),
    sampler: stringOf(settings.sampler),
    cfgScale: numberOf(settings.scale),
    seed: seedOf(settings.seed),
    clipSkip: numberOf(settings.clip_skip),
    width: width ?? numberOf(more.width),
    height: height ?? numberOf(more.height),
    resources: [
      ...resource("checkpoint", { name: stringOf(settings.model) ?? stringOf(more.model) }),
      ...resource("checkpoint", { name: stringOf(more.refinerModel) }),
      ...[...listOf(settings.lora), ...listOf(more.loras)].flatMap((item) => part("lora", item)),
      ...[...listOf(settings.control), ...listOf(more.controls)].flatMap((item) => part("controlnet", item)),
      ...resource("upscaler", { name: stringOf(settings.upscaler) ?? stringOf(more.upscaler) }),
    ],
  });
}

function part(kind: "lora" | "controlnet", item: unknown) {
  const one = objectOf(item) ?? {};
  return resource(kind, { name: stringOf(one.model) ?? stringOf(one.file), weight: numberOf(one.weight) });
}
