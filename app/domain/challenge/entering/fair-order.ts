import { reviewsPerPerson } from "../schema";

export type Waiting = { entrantId: number; pixelHash: string; lot: number };

/**
 * The order in which waiting entries are reviewed at the end: in rounds of one for each person, those with the fewest
 * reviews so far first, by lot within a round; at most five of one person in all.
 */
export function fairOrder(waiting: readonly Waiting[], reviewed: ReadonlyMap<number, number>): Waiting[] {
  const next = new Map<number, number>();
  const byLot = [...waiting].sort((a, b) => a.lot - b.lot);
  const turns = byLot.map((entry) => {
    const turn = (next.get(entry.entrantId) ?? reviewed.get(entry.entrantId) ?? 0) + 1;
    next.set(entry.entrantId, turn);
    return { entry, turn };
  });
  return turns
    .filter(({ turn }) => turn <= reviewsPerPerson)
    .sort((a, b) => a.turn - b.turn || a.entry.lot - b.entry.lot)
    .map(({ entry }) => entry);
}
