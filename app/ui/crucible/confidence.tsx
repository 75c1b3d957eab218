import type { Confidence as Words } from "~/domain/crucible/rating/confidence";

const looks = {
  firm: ["f3", "firm"],
  close: ["f2", "close"],
  "could have gone either way": ["f1", "either way"],
} as const;

/** How sure a place is against the next: a short meter and its word. */
export function ConfidenceMeter({ words, short = false }: { words: Words; short?: boolean }) {
  const [look, brief] = looks[words];
  return <span className={`firm ${look}`}>{short ? brief : words}</span>;
}
