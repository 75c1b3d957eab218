/**
 * Every number in the choice of a pair. The simulator in tests/bench/ranking can change each by a flag of its name, and
 * picked these: docs/decisions/010-choosing-pairs.md.
 */
export const PAIRING = {
  /** Share of pairs that are title matches while entries can still come in, and after. */
  openShare: 0.7,
  closedShare: 1,
  /** Up to so many entries all of them are; from there the share falls off towards `openShare`. */
  smallField: 10,
  /** Votes every entry gets before any such pair: `floorShare` of the votes per entry expected, within bounds. */
  floorShare: 0.4,
  floorLeast: 2,
  floorMost: 5,
  /** How many of the likeliest, beyond as many as there are prizes, are looked at for them. */
  contenders: 10,
  /** The votes that a duel's worth looks ahead. */
  lookahead: 2,
  /** How much the duel of most worth is preferred: a duel is drawn with its worth to this power. */
  focus: 4,
  /** Most votes on such a pair: `pairCap`, and `pairCapShare` of the votes of the entry that has fewer. */
  pairCap: 3,
  pairCapShare: 0.3,
  /** Title matches by bounds, which the simulator compares with, reach this many places below the last paid one. */
  extraPlaces: 2,
  /** Random entries among which coverage looks for the most informative opponent. */
  sampleSize: 16,
  /**
   * Pairs of one judge that one entry may be in, as long as there are others: this many above the average of a judge with
   * `seenHeadStart` votes more, at most `seenMost`.
   */
  seenAbove: 2,
  seenHeadStart: 15,
  seenMost: 5,
  /** Share of pairs whose answer is known, the chance from which it is, and the votes both must have. */
  controlShare: 0.05,
  controlChance: 0.95,
  controlVotes: 6,
};

export type PairingConstants = typeof PAIRING;
