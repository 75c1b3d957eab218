import type { Random } from "~/domain/contest/random";
import { finalPairs, pairRound } from "~/domain/challenge/ending/rounds";
import { bestOf, FINAL_STAGE, placesOf, standingsOf } from "~/domain/challenge/ending/standings";
import type { Duel, Scored } from "~/domain/challenge/ending/standings";
import { firstWins, scoreOf } from "./world";
import type { Entry, World } from "./world";

export type Shape = { best: number; rounds: number; finalists: number };

/** Reviews of these entries: the median of so many scores each. */
export function review(world: World, reviewed: readonly Entry[], looks: number, random: Random): Scored[] {
  return reviewed.map((entry) => {
    const { id, entrantId, arrival } = entry;
    const scores = Array.from({ length: looks }, () => scoreOf(world.judge, entry, random)).sort((a, b) => a - b);
    return { id, entrantId, total: scores[Math.floor(looks / 2)]!, themeScore: 5, createdAt: arrival };
  });
}

/** People in their order, by total alone. */
export function byTotal(scored: readonly Scored[]) {
  return placesOf(standingsOf(scored, [])).map(({ entrantId }) => entrantId);
}

/** People in their order after rounds among the best and a final both ways around, as the site does it. */
export function byDuels(world: World, scored: readonly Scored[], shape: Shape, random: Random) {
  const best = bestOf(scored, shape.best);
  const duels: Duel[] = [];
  const fight = (stage: number, first: number, second: number) => {
    const [a, b] = [world.entries[first]!, world.entries[second]!];
    duels.push({ stage, first, second, winner: firstWins(world.judge, a, b, random) ? first : second });
  };
  for (let round = 1; round <= Math.min(shape.rounds, best.length - 1); round += 1)
    for (const { first, second } of pairRound(playersOf(best, duels))) fight(round, first, second);
  const finalists = standingsOf(best, duels).slice(0, shape.finalists);
  for (const { first, second } of finalPairs(finalists.map(({ id }) => id))) fight(FINAL_STAGE, first, second);
  return placesOf(standingsOf(scored, duels)).map(({ entrantId }) => entrantId);
}

function playersOf(best: readonly Scored[], duels: readonly Duel[]) {
  return best.map(({ id, total }) => {
    const own = duels.filter(({ first, second }) => first === id || second === id);
    return {
      id,
      total,
      wins: own.filter(({ winner }) => winner === id).length,
      lefts: own.filter(({ first }) => first === id).length,
      met: new Set(own.map(({ first, second }) => (first === id ? second : first))),
    };
  });
}

/** The three people whose best entries are truly the best. */
export function truth({ entries }: World, places: number) {
  const best = new Map<number, number>();
  for (const { entrantId, quality } of entries) best.set(entrantId, Math.max(best.get(entrantId) ?? -9, quality));
  return [...best]
    .sort((a, b) => b[1] - a[1])
    .slice(0, places)
    .map(([person]) => person);
}
