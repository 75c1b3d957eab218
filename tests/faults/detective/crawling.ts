import { createHash } from "node:crypto";
import type { Visitor } from "../populated-site";

/** A page, feed or JSON as somebody got it; of a file its size, hash and dates. */
export type Document = { path: string; text: string };
type Bounds = { most: number; skip: RegExp };

const LINK = /(?:href|src|poster|content|url)=?"?:?"(\/[^"]*)"|(\/m\/[0-9a-f]+\/[\w.]+)|<(?:id|link)[^>]*>([^<]+)</g;

/** Walks from the starts along every address that an answer names, as a page and as the data behind it. */
export async function crawl(person: Visitor, origin: string, starts: readonly string[], { most, skip }: Bounds) {
  const waiting = [...starts];
  const known = new Set(waiting);
  const found: Document[] = [];
  while (waiting.length > 0 && found.length < most) {
    const batch = await Promise.all(waiting.splice(0, 4).map((path) => read(person, path)));
    for (const document of batch) {
      if (!document) continue;
      found.push(document);
      for (const link of linksIn(document.text, origin)) {
        if (known.has(link) || skip.test(link)) continue;
        known.add(link);
        waiting.push(link);
      }
    }
  }
  return found;
}

async function read(person: Visitor, path: string): Promise<Document | null> {
  const answer = await person.get(path);
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (answer.status >= 400) return null;
  const type = answer.headers.get("content-type") ?? "";
  const facts = ["etag", "last-modified", "location"].map((name) => answer.headers.get(name) ?? "");
  if (/text|json|xml/.test(type)) return { path, text: `${facts.join(" ")} ${bytes.toString()}` };
  const hash = createHash("sha256").update(bytes).digest("hex");
  return { path, text: `file:${hash} size:${bytes.length} ${facts.join(" ")}` };
}

function linksIn(text: string, origin: string) {
  const links = [...text.matchAll(LINK)].flatMap(([, link, file, feed]) => link ?? file ?? feed ?? []);
  const ours = links.map((link) => link.replaceAll("&amp;", "&").replaceAll("\\u0026", "&").replace(origin, ""));
  return [...new Set(ours.filter((link) => /^\/(?!\/)/.test(link)).map((link) => link.split("#")[0]!))];
}
