/** Every number in the choice of a pair. The simulator in tests/bench/ranking can change each by a flag of its name. */
export const PAIRING = {
  /** Share of pairs that are title matches while entries can still come in, and after. */
  openShare: 0.5,
  closedShare: 0.8,
  /** Votes every entry gets before any title match: `floorShare` of the votes per entry expected, within bounds. */
  floorShare: 0.4,
  floorLeast: 2,
  floorMost: 6,
  /** Title matches look at the paid places and this many more. */
  extraPlaces: 2,
  /** Most votes on one title pair: `pairCap` + ⌊`pairCapPerMean` × mean votes per pair⌋. */
  pairCap: 3,
  pairCapPerMean: 2,
  /** Random entries among which coverage looks for the most telling opponent. */
  sampleSize: 16,
  /** Pairs of one judge that one entry may be in, as long as there are others. */
  seenCap: 5,
  /** Share of pairs whose answer is known, the chance from which it is, and the votes both must have. */
  controlShare: 0.05,
  controlChance: 0.95,
  controlVotes: 6,
};

export type PairingConstants = typeof PAIRING;
