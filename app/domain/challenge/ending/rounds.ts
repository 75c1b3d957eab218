export type Player = { id: number; wins: number; total: number; lefts: number; met: ReadonlySet<number> };
export type Pair = { first: number; second: number };

/**
 * One round of duels between neighbors: by wins, then by total, each with the nearest one that it has not met. The one
 * that leans less to the left stands there; the lower number where that is even. Of an odd number the last sits
 * out. Where no such round exists, as few as possible meet again.
 */
export function pairRound(players: readonly Player[]): Pair[] {
  const order = [...players].sort((a, b) => b.wins - a.wins || b.total - a.total || a.id - b.id);
  const idle = order.length % 2 === 0 ? undefined : sittingOut(order);
  const even = order.filter((player) => player !== idle);
  for (let again = 0; ; again += 1) {
    const pairs = match(even, again);
    if (pairs) return pairs.map(([a, b]) => seated(a, b));
  }
}

/** The last of those that have met the most: whoever sat out before has met fewer, and plays. */
function sittingOut(order: readonly Player[]) {
  const most = Math.max(...order.map(({ met }) => met.size));
  return order.findLast(({ met }) => met.size === most);
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
  const [ofA, ofB] = [leaning(a), leaning(b)];
  const aLeft = ofA === ofB ? a.id < b.id : ofA < ofB;
  return aLeft ? { first: a.id, second: b.id } : { first: b.id, second: a.id };
}

/** How much more often it stood on the left than on the right. */
function leaning({ lefts, met }: Player) {
  return 2 * lefts - met.size;
}

/** The final: every two of them, both ways around. */
export function finalPairs(ids: readonly number[]): Pair[] {
  return ids.flatMap((first) => ids.filter((second) => second !== first).map((second) => ({ first, second })));
}
