import { prizeSplits } from "../schema";

/** What the buttons of the prize editor say: "add-place", "remove-3", "reset". Null when it is none of them. */
export function changePlaces(shares: readonly string[], intent: string): string[] | null {
  if (intent === "reset") return prizeSplits.standard.map(String);
  if (intent === "add-place") return shares.length < prizeSplits.mostPlaces ? [...shares, ""] : [...shares];
  const place = Number(/^remove-(\d+)$/.exec(intent)?.[1]);
  if (!Number.isSafeInteger(place)) return null;
  return shares.length > 1 ? shares.filter((_, at) => at !== place - 1) : [...shares];
}

/** What is wrong with a custom split, in words; null when nothing is. Each share is a whole percent from 1 already. */
export function shareRefusal(shares: readonly number[]) {
  if (shares.length === 0 || shares.length > prizeSplits.mostPlaces) {
    return `Choose from 1 to ${prizeSplits.mostPlaces} places, not ${shares.length}.`;
  }
  const rise = shares.findIndex((share, i) => i > 0 && share > shares[i - 1]!);
  if (rise > 0)
    return `Place ${rise + 1} gets ${shares[rise]}%, more than the ${shares[rise - 1]}% of the place above it.`;
  const sum = shares.reduce((total, share) => total + share, 0);
  return sum === 100 ? null : `Shares add up to ${sum}%. They must total 100%.`;
}
