import { xmpField } from "../containers/xmp";
import type { RawEntry } from "../generation";
import { vendorIn } from "./c2pa";
import { findings, resource, textOf, type Findings } from "./findings";

const TRAINED = /\/(?:compositeWithT|t)rainedAlgorithmicMedia\b/i;

/** IPTC's own fields in XMP, where a maker wrote no more than that: the source type, the system that was used, the credit. */
export function parseDigitalSource(entries: readonly RawEntry[]): Findings | null {
  const packet = textOf(entries, "xmp") ?? "";
  if (!TRAINED.test(packet)) return null;
  const field = (name: string) => xmpField(packet, name)?.trim().slice(0, 200) || undefined;
  const system = field("Iptc4xmpExt:AISystemUsed");
  const version = field("Iptc4xmpExt:AISystemVersionUsed");
  const tool = field("xmp:CreatorTool");
  const vendor = vendorIn([system, field("photoshop:Credit"), tool]);
  return findings(vendor ?? system ?? tool ?? "IPTC", {
    prompt: xmpField(packet, "Iptc4xmpExt:AIPromptInformation"),
    resources: resource("checkpoint", { name: system && [system, version].filter(Boolean).join(" ") }),
    baseModelHint: vendor ? { from: "c2pa", code: system ?? vendor } : undefined,
  });
}
