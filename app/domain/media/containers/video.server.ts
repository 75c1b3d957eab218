import { BufferSource, FilePathSource, Input, MATROSKA, MP4, WEBM } from "mediabunny";
import type { RawEntry } from "../generation";
import { collector, type Collector } from "./collecting";

/** The texts of an MP4's or WebM's tags, keys in lower case. A file that can't be read has none. */
export async function readVideo(file: string | Uint8Array): Promise<RawEntry[]> {
  const source = typeof file === "string" ? new FilePathSource(file, { maxCacheSize: 8 << 20 }) : new BufferSource(file);
  const input = new Input({ formats: [MP4, WEBM, MATROSKA], source });
  try {
    const { raw = {} } = await input.getMetadataTags();
    return entriesOf(raw);
  } catch {
    return [];
  } finally {
    input.dispose();
  }
}

function entriesOf(raw: Record<string, unknown>) {
  const found: Collector = collector();
  for (const [key, value] of Object.entries(raw)) {
    if (typeof value === "string") found.add({ source: "tag", key: tagName(key), text: value });
  }
  return found.entries;
}

function tagName(key: string) {
  return key === "\u00a9cmt" ? "comment" : key.toLowerCase();
}
