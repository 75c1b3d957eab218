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
  "head-to-head": "head to head decided",
  "fewer-losses": "fewer losses decided",
  "more-votes": "more votes decided",
  "earlier-entry": "the earlier entry goes first",
};

/** What put an entry below one of the same rating, in words; null when ratings decided. */
export function tieWords(link: string | null) {
  const words = link && ties[link];
  return words ? `Same rating as the place above; ${words}` : null;
}
