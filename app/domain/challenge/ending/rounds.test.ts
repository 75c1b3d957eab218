import { expect, test } from "vitest";
import { seededRandom } from "~/domain/contest/random";
import { finalPairs, pairRound } from "./rounds";
import type { Player } from "./rounds";

function play(size: number, rounds: number, seed: number) {
  const random = seededRandom(seed);
  const players = Array.from({ length: size }, (_, id) => ({
    id,
    wins: 0,
    total: 1000 - id,
    lefts: 0,
    met: new Set<number>(),
  }));
  const all = [];
  for (let round = 0; round < rounds; round += 1) {
    const pairs = pairRound(players);
    for (const { first, second } of pairs) {
      const [a, b] = [players[first]!, players[second]!];
      a.met.add(second);
      b.met.add(first);
      a.lefts += 1;
      (random() < 0.5 ? a : b).wins += 1;
    }
    all.push(pairs);
  }
  return { players, all };
}

test.each([
  [2, 1],
  [3, 2],
  [5, 4],
  [6, 3],
  [7, 5],
  [10, 5],
  [23, 5],
  [24, 5],
])("%i entries in %i rounds: nobody meets anybody twice, and at most one sits out", (size, rounds) => {
  for (let seed = 0; seed < 20; seed += 1) {
    const { all } = play(size, rounds, seed);
    const met = all.flat().map(({ first, second }) => [first, second].sort((a, b) => a - b).join());
    expect(new Set(met).size).toBe(met.length);
    for (const pairs of all) {
      expect(pairs).toHaveLength(Math.floor(size / 2));
      expect(new Set(pairs.flatMap(({ first, second }) => [first, second])).size).toBe(2 * pairs.length);
    }
  }
});

test("six entries in five rounds: a round is always found, with few that meet again", () => {
  for (let seed = 0; seed < 50; seed += 1) {
    const { all } = play(6, 5, seed);
    const met = all.flat().map(({ first, second }) => [first, second].sort((a, b) => a - b).join());
    expect(met).toHaveLength(15);
    expect(new Set(met).size).toBeGreaterThanOrEqual(11);
  }
});

test.each([
  [3, 2],
  [5, 4],
  [7, 5],
  [9, 5],
  [23, 5],
])("of %i entries nobody sits out twice in %i rounds", (size, rounds) => {
  for (let seed = 0; seed < 50; seed += 1) {
    const { all } = play(size, rounds, seed);
    const idle = all.map((pairs) => {
      const playing = pairs.flatMap(({ first, second }) => [first, second]);
      return Array.from({ length: size }, (_, id) => id).filter((id) => !playing.includes(id));
    });
    expect(idle.every((ids) => ids.length === 1)).toBe(true);
    expect(new Set(idle.flat()).size).toBe(rounds);
  }
});

test.each([23, 24])("of %i entries nobody stays on one side, and few lean to one by more than a duel", (size) => {
  let leaning = 0;
  for (let seed = 0; seed < 50; seed += 1)
    for (const { lefts, met } of play(size, 5, seed).players) {
      expect(lefts >= 1 && lefts < met.size).toBe(true);
      if (Math.abs(2 * lefts - met.size) > 1) leaning += 1;
    }
  // Sides by lot would leave more than a third of them leaning.
  expect(leaning / (50 * size)).toBeLessThan(0.1);
});

test("neighbors meet: first and second, third and fourth", () => {
  const players: Player[] = [1, 2, 3, 4].map((id) => ({ id, wins: 0, total: 10 - id, lefts: 0, met: new Set() }));
  expect(pairRound(players)).toEqual([
    { first: 1, second: 2 },
    { first: 3, second: 4 },
  ]);
});

test("those with equal wins meet before those with equal totals", () => {
  const players: Player[] = [
    { id: 1, wins: 0, total: 900, lefts: 0, met: new Set() },
    { id: 2, wins: 2, total: 100, lefts: 0, met: new Set() },
    { id: 3, wins: 2, total: 90, lefts: 1, met: new Set() },
    { id: 4, wins: 0, total: 10, lefts: 0, met: new Set() },
  ];
  expect(pairRound(players)).toEqual([
    { first: 2, second: 3 },
    { first: 1, second: 4 },
  ]);
});

test("where all have met, they meet again", () => {
  const players: Player[] = [1, 2].map((id) => ({ id, wins: 0, total: 1, lefts: 0, met: new Set([1, 2]) }));
  expect(pairRound(players)).toHaveLength(1);
});

test("the final is everyone against everyone, both ways around", () => {
  expect(finalPairs([1, 2, 3])).toHaveLength(6);
  expect(finalPairs([1, 2])).toEqual([
    { first: 1, second: 2 },
    { first: 2, second: 1 },
  ]);
});
