import { xmpField } from "../containers/xmp";
import type { RawEntry } from "../generation";
import { findings, resource, textOf, type Findings } from "./findings";
import { seedOf } from "./loose-json";

const JOB = /\bJob ID: [0-9a-f]{8}-[0-9a-f-]{27}$/i;
const MAX_TEXT = 50_000;

/** Midjourney: a description that is the command as it was typed, `a cat --ar 2:1 --v 6.1 Job ID: …`. It names no model but its version. */
export function parseMidjourney(entries: readonly RawEntry[]): Findings | null {
  const described =
    textOf(entries, "Description", "description", "ImageDescription") ??
    xmpField(textOf(entries, "xmp") ?? "", "dc:description");
  const text = described?.trim();
  if (!text || text.length > MAX_TEXT || !JOB.test(text)) return null;
  const [prompt = "", ...options] = text.replace(JOB, "").split(/(?:^|\s)--(?=[a-z])/);
  const named = new Map(options.map((option) => [option.split(/\s/, 1)[0]!, option.replace(/^\S*\s*/, "").trim()]));
  const version = named.get("v") ?? named.get("version");
  const niji = named.get("niji");
  const model = niji === undefined ? version && `Midjourney v${version}` : `Niji ${niji}`.trim();
  return findings("Midjourney", {
    prompt: prompt.trim(),
    negativePrompt: named.get("no"),
    seed: seedOf(named.get("seed")),
    resources: resource("checkpoint", { name: model ?? "Midjourney" }),
    baseModelHint: { from: "midjourney", code: "Midjourney" },
  });
}
