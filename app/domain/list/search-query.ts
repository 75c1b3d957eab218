const MAX_WORDS = 10;

/**
 * What a person typed, as an FTS5 query that cannot be a syntax error: every word quoted, matching from its beginning,
 * all of them needed. Null when there is no word in it.
 */
export function searchQuery(typed: string) {
  return asQuery(wordsIn(typed), " ");
}

/** The same with any of the words, but for short ones, which begin too much. */
export function looseQuery(typed: string) {
  return asQuery(
    wordsIn(typed).filter((word) => word.length >= 3),
    " OR ",
  );
}

function wordsIn(typed: string) {
  return (
    typed
      .normalize("NFKC")
      .match(/[\p{L}\p{N}]+/gu)
      ?.slice(0, MAX_WORDS) ?? []
  );
}

function asQuery(words: string[], between: string) {
  return words.length > 0 ? words.map((word) => `"${word}"*`).join(between) : null;
}
