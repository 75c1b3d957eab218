/** Pairs of entries, by index, and the summed weight of the votes for each side; in columns, so that a fit can fly over them. */
export type Duels = { a: Int32Array; b: Int32Array; winsA: Float64Array; winsB: Float64Array };
export type Duel = readonly [a: number, b: number, winsA: number, winsB: number];

/** A vote that counts: entries and judge by index, and what it weighs, 0 to 1. */
export type WeightedVote = { winner: number; loser: number; judge: number; weight: number };

/** Rows as columns. A pair may come more than once: its wins add up. */
export function toDuels(rows: readonly Duel[]): Duels {
  return {
    a: Int32Array.from(rows, ([a]) => a),
    b: Int32Array.from(rows, ([, b]) => b),
    winsA: Float64Array.from(rows, ([, , wins]) => wins),
    winsB: Float64Array.from(rows, ([, , , wins]) => wins),
  };
}

/** Every pair that met, once, by its lower and then its higher index, where a fit finds neighbors; and for each vote the row of its pair. */
export function groupByPair(votes: readonly WeightedVote[]) {
  const low = Int32Array.from(votes, ({ winner, loser }) => Math.min(winner, loser));
  const high = Int32Array.from(votes, ({ winner, loser }) => Math.max(winner, loser));
  const rowOf = new Int32Array(votes.length);
  const a = new Int32Array(votes.length);
  const b = new Int32Array(votes.length);
  let rows = 0;
  for (const vote of sortedBy(low, sortedBy(high, Int32Array.from(votes.keys())))) {
    if (rows === 0 || a[rows - 1] !== low[vote] || b[rows - 1] !== high[vote]) {
      a[rows] = low[vote]!;
      b[rows] = high[vote]!;
      rows += 1;
    }
    rowOf[vote] = rows - 1;
  }
  return { a: a.slice(0, rows), b: b.slice(0, rows), rowOf };
}

/** `indexes` by what `keys` has for them, smallest first, those of the same key as they came (a counting sort). */
export function sortedBy(keys: Int32Array, indexes: Int32Array) {
  const next = new Int32Array(keys.reduce((most, key) => Math.max(most, key), 0) + 2);
  for (const key of keys) next[key + 1]! += 1;
  for (let key = 1; key < next.length; key += 1) next[key]! += next[key - 1]!;
  const sorted = new Int32Array(indexes.length);
  for (const index of indexes) sorted[next[keys[index]!]!++] = index;
  return sorted;
}

/** The weights of `votes` summed over the pairs that `groupByPair` found in them; `weightOf` may weigh a vote again. */
export function sumVotes(
  votes: readonly WeightedVote[],
  { a, b, rowOf }: ReturnType<typeof groupByPair>,
  weightOf: (vote: WeightedVote, index: number) => number = (vote) => vote.weight,
): Duels {
  const winsA = new Float64Array(a.length);
  const winsB = new Float64Array(a.length);
  votes.forEach((vote, index) => {
    const wins = vote.winner < vote.loser ? winsA : winsB;
    wins[rowOf[index]!]! += weightOf(vote, index);
  });
  return { a, b, winsA, winsB };
}
