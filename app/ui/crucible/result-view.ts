/** How a pool was shared. */
export type ResultFacts = {
  pool: number;
  /** Percents of the filled places together. */
  whole: number;
  /** `exact` is the share before rounding down. */
  shares: { place: number; percent: number; exact: number; amount: number }[];
  remainder: number;
  placed: number;
  fewestVotes: number;
  mostVotes: number;
};

const ties: Record<string, string> = {
  "head-to-head": "decided head to head",
  "fewer-losses": "decided by fewer losses",
  "more-votes": "decided by more votes",
  "earlier-entry": "the earlier entry ranks higher",
};

/** What put an entry below one of the same rating, in words; null when ratings decided. */
export function tieText(link: string | null) {
  const words = link && ties[link];
  return words ? `Same rating as the place above; ${words}` : null;
}
