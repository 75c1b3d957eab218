import { expect, test } from "vitest";
import fc from "~/tests/seed";
import { toDuels } from "./duels";
import { placeEntries } from "./placing";

const nobodyMet = toDuels([]);

test("places follow the rating, and say nothing of ties when there are none", () => {
  const placed = placeEntries([entry(1, { rating: 1400 }), entry(2, { rating: 1600 })], nobodyMet);
  expect(placed.map(({ id, place, tie }) => [id, place, tie])).toEqual([
    [2, 1, null],
    [1, 2, null],
  ]);
});

test("equals who met are placed by their duel, though everything else says otherwise", () => {
  const worse = entry(2, { losses: 9, votes: 10, enteredAt: 9 });
  const placed = placeEntries([entry(1, { losses: 0, votes: 20 }), worse], toDuels([[1, 2, 0, 1]]));
  expect(placed.map(({ id, tie }) => [id, tie])).toEqual([
    [2, null],
    [1, "head-to-head"],
  ]);
});

test.each([
  ["fewer-losses", { losses: 3, votes: 9, enteredAt: 9 }, { losses: 4, votes: 20, enteredAt: 1 }],
  ["more-votes", { losses: 3, votes: 9, enteredAt: 9 }, { losses: 3, votes: 8, enteredAt: 1 }],
  ["earlier-entry", { losses: 3, votes: 9, enteredAt: 1 }, { losses: 3, votes: 9, enteredAt: 2 }],
] as const)("when the links before are level, %s decides", (link, first, second) => {
  for (const pair of [
    [entry(1, first), entry(2, second)],
    [entry(2, second), entry(1, first)],
  ]) {
    expect(
      placeEntries(
        pair,
        toDuels([
          [1, 2, 1, 1],
          [2, 7, 9, 0],
        ]),
      ).map(({ id, tie }) => [id, tie]),
    ).toEqual([
      [1, null],
      [2, link],
    ]);
  }
});

test("three who beat each other in a circle fall through to the next link", () => {
  const circle = [entry(1, { losses: 5 }), entry(2, { losses: 4 }), entry(3, { losses: 6 })];
  const placed = placeEntries(
    circle,
    toDuels([
      [1, 2, 1, 0],
      [2, 3, 1, 0],
      [3, 1, 1, 0],
    ]),
  );
  expect(placed.map(({ id, tie }) => [id, tie])).toEqual([
    [2, null],
    [1, "fewer-losses"],
    [3, "fewer-losses"],
  ]);
});

test("entries of the same instant are placed by id, so that the order is total", () => {
  expect(placeEntries([entry(2), entry(1)], nobodyMet).map(({ id, tie }) => [id, tie])).toEqual([
    [1, null],
    [2, "earlier-entry"],
  ]);
});

test("the order of the input never matters, every place is given once, and ratings never rise", () => {
  const field = fc.uniqueArray(fc.tuple(fc.nat(50), ...Array.from({ length: 4 }, () => fc.nat(2))), {
    selector: ([id]) => id,
  });
  const duels = fc.array(fc.tuple(fc.nat(50), fc.nat(50), fc.nat(2), fc.nat(2))).map(toDuels);
  fc.assert(
    fc.property(field, duels, (rows, wins) => {
      const entries = rows.map(([id, rating, losses, votes, enteredAt]) =>
        entry(id!, { rating, losses, votes, enteredAt }),
      );
      const placed = placeEntries(entries, wins);
      expect(placeEntries([...entries].reverse(), wins)).toEqual(placed);
      expect(placed.map(({ place }) => place)).toEqual(entries.map((_, i) => i + 1));
      placed.slice(1).forEach((below, i) => {
        expect(below.rating).toBeLessThanOrEqual(placed[i]!.rating);
        expect(below.tie === null).toBe(below.rating < placed[i]!.rating);
      });
    }),
  );
});

function entry(id: number, facts: Partial<Parameters<typeof placeEntries>[0][number]> = {}) {
  return { id, rating: 1500, losses: 0, votes: 0, enteredAt: 0, ...facts };
}
