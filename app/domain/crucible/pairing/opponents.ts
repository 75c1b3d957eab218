import type { PairingConstants } from "./constants";
import type { Candidate } from "./candidate-source";
import type { PairingContext } from "./strategy";

export type Opponent = Candidate & { met: number };

/** Those of `candidates` that this judge may still have against `entry`, with the votes the pair has. */
export async function opponentsOf(
  { view, isOverexposed }: PairingContext,
  entry: Candidate,
  candidates: readonly Candidate[],
) {
  const others = candidates.filter((one) => one.id !== entry.id && !isOverexposed(one));
  const meetings = await view.meetings(
    entry.id,
    others.map(({ id }) => id),
  );
  const opponents: Opponent[] = [];
  meetings.forEach(({ votes, had }, i) => had || opponents.push({ ...others[i]!, met: votes }));
  return opponents;
}

/** Whether a pair that met `met` times has told enough of what it can tell: contradictions are not settled by repeating. */
export function isExhausted(a: Candidate, b: Opponent, { pairCap, pairCapShare }: PairingConstants) {
  return b.met >= pairCap + pairCapShare * Math.min(a.votes, b.votes);
}

/** The one of `items` with the highest score, the first of equals; undefined when there is none. */
export function maxBy<T>(items: readonly T[], score: (item: T) => number): T | undefined {
  let winner: T | undefined;
  let highest = -Infinity;
  for (const item of items) {
    const points = score(item);
    if (winner !== undefined && points <= highest) continue;
    winner = item;
    highest = points;
  }
  return winner;
}
