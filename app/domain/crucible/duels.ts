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

/** Every pair that met, once, in the order of first meeting; and for each vote the row of its pair. */
export function pairUp(votes: readonly WeightedVote[]) {
  const rows = new Map<number, number>();
  const a: number[] = [];
  const b: number[] = [];
  const rowOf = Int32Array.from(votes, ({ winner, loser }) => {
    const key = Math.min(winner, loser) * 2 ** 26 + Math.max(winner, loser);
    const known = rows.get(key);
    if (known !== undefined) return known;
    rows.set(key, a.length);
    a.push(Math.min(winner, loser));
    return b.push(Math.max(winner, loser)) - 1;
  });
  return { a: Int32Array.from(a), b: Int32Array.from(b), rowOf };
}

/** The weights of `votes` summed over the pairs that `pairUp` found in them; `weightOf` may weigh a vote anew. */
export function sumVotes(
  votes: readonly WeightedVote[],
  { a, b, rowOf }: ReturnType<typeof pairUp>,
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
