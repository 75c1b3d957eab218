import { endRule } from "../schema";

export type Scored = { id: number; entrantId: number; total: number; themeScore: number; createdAt: number };
export type Duel = { stage: number; first: number; second: number; winner: number | null };

/** The stage at which the final is held; the rounds are those before it. */
export const FINAL_STAGE = endRule.rounds + 1;

function byTotal(a: Scored, b: Scored) {
  return b.total - a.total || b.themeScore - a.themeScore || a.createdAt - b.createdAt || a.id - b.id;
}

/** The best entries by total, at most two of one person. */
export function bestOf(entries: readonly Scored[], size: number) {
  const taken = new Map<number, number>();
  const best: Scored[] = [];
  for (const entry of [...entries].sort(byTotal)) {
    const own = taken.get(entry.entrantId) ?? 0;
    if (own >= endRule.perPerson) continue;
    taken.set(entry.entrantId, own + 1);
    best.push(entry);
    if (best.length === size) break;
  }
  return best;
}

/** Wins in the rounds, by entry. */
function roundWins(duels: readonly Duel[]) {
  const wins = new Map<number, number>();
  for (const { stage, winner } of duels)
    if (stage < FINAL_STAGE && winner !== null) wins.set(winner, (wins.get(winner) ?? 0) + 1);
  return wins;
}

/**
 * Half points of the final, by entry: two for one that was chosen both ways around, one each where the answer changed
 * with the sides or is missing.
 */
export function finalPoints(duels: readonly Duel[]) {
  const points = new Map<number, number>();
  const add = (id: number, half: number) => points.set(id, (points.get(id) ?? 0) + half);
  const final = duels.filter(({ stage }) => stage === FINAL_STAGE);
  for (const { first, second, winner } of final.filter((duel) => duel.first < duel.second)) {
    const back = final.find((duel) => duel.first === second && duel.second === first);
    const agreed = winner !== null && back?.winner === winner;
    add(first, agreed ? (winner === first ? 2 : 0) : 1);
    add(second, agreed ? (winner === second ? 2 : 0) : 1);
  }
  return points;
}

export type Standing = Scored & { roundWins: number; finalPoints: number | null };

/** Everyone’s entries in their final order: points of the final, wins in the rounds, total, theme, the earlier one. */
export function standingsOf(entries: readonly Scored[], duels: readonly Duel[]): Standing[] {
  const [wins, points] = [roundWins(duels), finalPoints(duels)];
  const rows = entries.map((entry) => ({
    ...entry,
    roundWins: wins.get(entry.id) ?? 0,
    finalPoints: points.get(entry.id) ?? null,
  }));
  return rows.sort(
    (a, b) => (b.finalPoints ?? -1) - (a.finalPoints ?? -1) || b.roundWins - a.roundWins || byTotal(a, b),
  );
}

/** One place for each person, by their best entry. */
export function placesOf(standings: readonly Standing[]) {
  const people = new Set<number>();
  const best = standings.filter(({ entrantId }) => !people.has(entrantId) && people.add(entrantId));
  return best.map((entry, at) => ({ ...entry, place: at + 1 }));
}
