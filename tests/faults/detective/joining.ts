import type { Document } from "./crawling";

/** An entry as the running crucible shows it: by a key, with everything that stands beside the key. */
export type Clue = { key: string; facts: string[] };

/** For each person how many documents are about them alone, or them among few. */
type Index = Map<string, Map<string, number>>;

const FACT =
  /[0-9a-f]{20,}|file:[0-9a-f]{64}|size:\d+|(?<="thumbhash":")[^"]{10,}|(?<="alt":")[^"]{5,}|(?<="body":")[^"]{10,}/g;

/** Every fact that could single out a picture, with the people that the documents holding it name. */
export function indexOf(documents: readonly Document[], people: readonly string[]): Index {
  const index: Index = new Map();
  const files = filesIn(documents);
  for (const { text } of documents) {
    const named = people.filter((name) => new RegExp(`\\b${name}\\b`).test(text));
    if (named.length === 0) continue;
    for (const fact of factsOf(text, files)) {
      const about = index.get(fact) ?? new Map<string, number>();
      for (const name of named) about.set(name, (about.get(name) ?? 0) + 1 / named.length);
      index.set(fact, about);
    }
  }
  return index;
}

/** The facts of a text, and of the files that it shows. */
function factsOf(text: string, files: Map<string, string[]>) {
  const own = text.match(FACT) ?? [];
  return new Set([...own, ...own.flatMap((fact) => files.get(fact) ?? [])]);
}

/** What each served file is, by the key in its address. */
function filesIn(documents: readonly Document[]) {
  const files = new Map<string, string[]>();
  for (const { path, text } of documents) {
    const key = /^\/m\/([0-9a-f]+)\//.exec(path)?.[1];
    if (key) files.set(key, [...(files.get(key) ?? []), ...(text.match(FACT) ?? [])]);
  }
  return files;
}

/** Every entry key in the documents, with the facts of the smallest piece of data that holds it. */
export function cluesIn(documents: readonly Document[], keys: ReadonlySet<string>): Clue[] {
  const files = filesIn(documents);
  const clues = new Map<string, Set<string>>();
  for (const { text } of documents) {
    for (const piece of text.split(/(?<=\}),(?=\{)|<\/li>|<\/tr>|<\/article>/)) {
      const here = [...new Set(piece.match(/[0-9a-f]{32}/g) ?? [])].filter((key) => keys.has(key));
      if (here.length !== 1) continue;
      const facts = clues.get(here[0]!) ?? new Set<string>();
      for (const fact of factsOf(piece, files)) facts.add(fact);
      for (const name of piece.match(/\/people\/[\w-]+|"username":"[\w-]+"/g) ?? []) facts.add(name);
      clues.set(here[0]!, facts);
    }
  }
  return [...clues].map(([key, facts]) => ({ key, facts: [...facts] }));
}

/** Who it most likely is, by all that is known; null where nothing leads to anybody. */
export function suspect({ facts }: Clue, index: Index) {
  const weights = new Map<string, number>();
  for (const fact of facts) {
    const said = /^(?:\/people\/|"username":")([\w-]+)/.exec(fact)?.[1];
    if (said) weights.set(said, (weights.get(said) ?? 0) + 10);
    const about = index.get(fact);
    for (const [name, weight] of about ?? []) weights.set(name, (weights.get(name) ?? 0) + weight / about!.size);
  }
  const [best] = [...weights].sort((a, b) => b[1] - a[1]);
  return best?.[0] ?? null;
}
