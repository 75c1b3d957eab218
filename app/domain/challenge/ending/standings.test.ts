import { expect, test } from "vitest";
import { bestOf, finalPoints, FINAL_STAGE, placesOf, standingsOf } from "./standings";
import type { Duel, Scored } from "./standings";

function entry(id: number, total: number, more: Partial<Scored> = {}): Scored {
  return { id, entrantId: id, total, themeScore: 5, createdAt: id, ...more };
}

function final(first: number, second: number, winner: number | null): Duel {
  return { stage: FINAL_STAGE, first, second, winner };
}

test("of one person at most two are among the best", () => {
  const all = [
    entry(1, 900, { entrantId: 7 }),
    entry(2, 890, { entrantId: 7 }),
    entry(3, 880, { entrantId: 7 }),
    entry(4, 10),
  ];
  expect(bestOf(all, 24).map(({ id }) => id)).toEqual([1, 2, 4]);
  expect(bestOf(all, 1).map(({ id }) => id)).toEqual([1]);
});

test("a point for one that is chosen both ways around, half a point each otherwise", () => {
  const points = finalPoints([
    final(1, 2, 1),
    final(2, 1, 1),
    final(1, 3, 1),
    final(3, 1, 3),
    final(2, 3, null),
    final(3, 2, 3),
  ]);
  expect(Object.fromEntries(points)).toEqual({ 1: 3, 2: 1, 3: 2 });
});

test("always choosing the left side decides nothing", () => {
  const points = finalPoints([final(1, 2, 1), final(2, 1, 2)]);
  expect(Object.fromEntries(points)).toEqual({ 1: 1, 2: 1 });
});

test("the order: final, rounds, total, theme, the earlier one", () => {
  const entries = [
    entry(1, 500),
    entry(2, 900),
    entry(3, 900, { themeScore: 9 }),
    entry(4, 900, { createdAt: 1 }),
    entry(5, 100),
    entry(6, 90),
  ];
  const duels: Duel[] = [final(5, 6, 5), final(6, 5, 5), { stage: 1, first: 1, second: 2, winner: 1 }];
  expect(standingsOf(entries, duels).map(({ id }) => id)).toEqual([5, 6, 1, 3, 4, 2]);
});

test("a person has one place, by their best", () => {
  const standings = standingsOf([entry(1, 900, { entrantId: 7 }), entry(2, 800, { entrantId: 7 }), entry(3, 700)], []);
  expect(placesOf(standings).map(({ id, place }) => [id, place])).toEqual([
    [1, 1],
    [3, 2],
  ]);
});

test("the order does not depend on the order of the rows", () => {
  const entries = [entry(1, 5), entry(2, 5, { createdAt: 1 }), entry(3, 5, { createdAt: 1 })];
  const there = standingsOf(entries, []).map(({ id }) => id);
  const back = standingsOf([...entries].reverse(), []).map(({ id }) => id);
  expect(back).toEqual(there);
});
