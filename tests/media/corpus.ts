import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";

/** The sample files that nobody here made, where they are at hand. */
export const corpus = resolve(process.env.MEDIA_CORPUS ?? "../shared/media");

export function filesOf(folder: string) {
  const path = join(corpus, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .sort()
    .filter((name) => !/\.(?:csv|json)$/.test(name))
    .map((name) => ({ name, path: join(path, name) }));
}

export const hasCorpus = existsSync(corpus);
if (!hasCorpus) console.log(`No sample files at ${corpus} (MEDIA_CORPUS): what needs them is skipped.`);
