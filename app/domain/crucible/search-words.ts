const MOST_WORDS = 10;

/**
 * What a person typed, as an FTS5 query that cannot be a syntax error: every word quoted, matching from its beginning,
 * all of them needed. Null when there is no word in it.
 */
export function searchQuery(typed: string) {
  const words = typed.normalize("NFKC").match(/[\p{L}\p{N}]+/gu)?.slice(0, MOST_WORDS);
  return words ? words.map((word) => `"${word}"*`).join(" ") : null;
}
