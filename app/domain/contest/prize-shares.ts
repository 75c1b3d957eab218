/** How a kind of contest lets its pool be split: the split it proposes, in whole percents, and how many places at most. */
export type SplitRules = { standard: readonly number[]; maxPlaces: number };

/** The shares after a button of the prize editor: "add-place", "remove-3", "reset". Null for any other button. */
export function changePlaces(shares: readonly string[], intent: string, rules: SplitRules): string[] | null {
  if (intent === "reset") return rules.standard.map(String);
  if (intent === "add-place") return shares.length < rules.maxPlaces ? [...shares, ""] : [...shares];
  const place = Number(/^remove-(\d+)$/.exec(intent)?.[1]);
  if (!Number.isSafeInteger(place)) return null;
  return shares.length > 1 ? shares.filter((_, at) => at !== place - 1) : [...shares];
}

/** What is wrong with a custom split, in words; null when nothing is. Each share is a whole percent from 1 already. */
export function shareRefusal(shares: readonly number[], mostPlaces: number) {
  if (shares.length === 0 || shares.length > mostPlaces) {
    return `Choose from 1 to ${mostPlaces} places, not ${shares.length}.`;
  }
  const rise = shares.findIndex((share, i) => i > 0 && share > shares[i - 1]!);
  if (rise > 0)
    return `Place ${rise + 1} gets ${shares[rise]}%, more than the ${shares[rise - 1]}% of the place above it.`;
  const sum = shares.reduce((total, share) => total + share, 0);
  return sum === 100 ? null : `Shares add up to ${sum}%. They must total 100%.`;
}
