export type Player = { id: number; wins: number; total: number; lefts: number; met: ReadonlySet<number> };
export type Pair = { first: number; second: number };

/**
 * One round of duels between neighbors: by wins, then by total, each with the nearest one that it has not met. An entry
 * that has been on the left less often stands there; the lower number where that is even. Of an odd number the last sits
 * out. Where no such round exists, as few as possible meet again.
 */
export function pairRound(players: readonly Player[]): Pair[] {
  const order = [...players].sort((a, b) => b.wins - a.wins || b.total - a.total || a.id - b.id);
  const even = order.length % 2 === 0 ? order : order.slice(0, -1);
  for (let again = 0; ; again += 1) {
    const pairs = match(even, again);
    if (pairs) return pairs.map(([a, b]) => seated(a, b));
  }
}

/** Pairs everyone, the first with its nearest neighbor for whom the rest still works out, with at most `again` that met before. */
function match(order: readonly Player[], again: number): [Player, Player][] | null {
  const [first, ...others] = order;
  if (!first) return [];
  for (const [at, other] of others.entries()) {
    const left = again - (first.met.has(other.id) ? 1 : 0);
    if (left < 0) continue;
    const rest = match([...others.slice(0, at), ...others.slice(at + 1)], left);
    if (rest) return [[first, other], ...rest];
  }
  return null;
}

function seated(a: Player, b: Player): Pair {
  const aLeft = a.lefts === b.lefts ? a.id < b.id : a.lefts < b.lefts;
  return aLeft ? { first: a.id, second: b.id } : { first: b.id, second: a.id };
}

/** The final: every two of them, both ways around. */
export function finalPairs(ids: readonly number[]): Pair[] {
  return ids.flatMap((first) => ids.filter((second) => second !== first).map((second) => ({ first, second })));
}
