import { expect, test } from "vitest";
import { confidenceOf, holdingShares } from "./confidence";

test("a place won 40 to 10 is firm, one won 11 to 10 could have gone either way", () => {
  const votes = [...wins(0, 1, 40), ...wins(1, 0, 10), ...wins(1, 2, 11), ...wins(2, 1, 10)];
  const [first, second] = holdingShares([0, 1, 2], 3, votes, 7);
  expect(first).toBeGreaterThan(0.97);
  expect(second).toBeGreaterThan(0.4);
  expect(second).toBeLessThan(0.75);
});

test("the same seed tells the same, another one nearly", () => {
  const votes = [...wins(0, 1, 12), ...wins(1, 0, 7)];
  const [share, again, other] = [7, 7, 8].map((seed) => holdingShares([0, 1], 2, votes, seed)[0]!);
  expect(again).toBe(share);
  expect(Math.abs(other! - share!)).toBeLessThan(0.2);
});

test("votes of weight 0 make nothing firm", () => {
  const [share] = holdingShares(
    [0, 1],
    2,
    wins(0, 1, 50).map((vote) => ({ ...vote, weight: 0 })),
    1,
  );
  expect(share).toBe(0.5);
});

test("one entry, or none, has no next place to hold against", () => {
  expect(holdingShares([0], 1, [], 1)).toEqual([]);
  expect(holdingShares([], 0, [], 1)).toEqual([]);
});

test("the words change at 95 and 75 of 100", () => {
  expect([1, 0.95, 0.94, 0.75, 0.74, 0].map(confidenceOf)).toEqual([
    "firm",
    "firm",
    "close",
    "close",
    "could have gone either way",
    "could have gone either way",
  ]);
});

function wins(winner: number, loser: number, times: number) {
  return Array.from({ length: times }, (_, judge) => ({ winner, loser, judge, weight: 1 }));
}
