import { expect, test } from "vitest";
import fc from "~/tests/seed";
import { prizeTable, sharePool } from "./prizes";

test("the pool is paid out by place, rounded down, and the site keeps the remainder", () => {
  expect(sharePool(1001, [50, 30, 20], 12)).toEqual({ prizes: [500, 300, 200], remainder: 1 });
});

test("places that nobody filled are spread over the others", () => {
  expect(sharePool(1000, [50, 30, 20], 2)).toEqual({ prizes: [625, 375], remainder: 0 });
});

test("the table shows what each place's share is of and what rounding took", () => {
  expect(prizeTable(1001, [50, 30, 20], 2)).toEqual({
    whole: 80,
    shares: [
      { place: 1, percent: 50, exact: 625.625, amount: 625 },
      { place: 2, percent: 30, exact: 375.375, amount: 375 },
    ],
    remainder: 1,
  });
  expect(prizeTable(0, [100], 0)).toEqual({ whole: 0, shares: [], remainder: 0 });
});

test("a single entry takes the pool", () => {
  expect(sharePool(300, [50, 30, 20], 1)).toEqual({ prizes: [300], remainder: 0 });
});

test("nobody entered: nothing is paid", () => {
  expect(sharePool(0, [50, 30, 20], 0)).toEqual({ prizes: [], remainder: 0 });
});

test("one place takes everything, however awkward the pool", () => {
  expect(sharePool(999_999_999_999, [100], 40)).toEqual({ prizes: [999_999_999_999], remainder: 0 });
});

test("twenty places out of 99 Buzz round down to nothing lost and nothing invented", () => {
  const percents = [12, 10, 8, 7, 6, 6, 5, 5, 5, 4, 4, 4, 4, 4, 3, 3, 3, 3, 2, 2];
  const { prizes, remainder } = sharePool(99, percents, 20);
  expect(prizes).toEqual([11, 9, 7, 6, 5, 5, 4, 4, 4, 3, 3, 3, 3, 3, 2, 2, 2, 2, 1, 1]);
  expect(remainder).toBe(19);
});

test("a pool smaller than the number of places pays what it can", () => {
  expect(sharePool(1, [50, 30, 20], 3)).toEqual({ prizes: [0, 0, 0], remainder: 1 });
});

test("prizes and remainder are the pool, no place gets more than the one above, rounding costs less than a Buzz a place", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1e12 }),
      splits(),
      fc.integer({ min: 0, max: 40 }),
      (pool, percents, entrants) => {
        const { prizes, remainder } = sharePool(pool, percents, entrants);
        expect(prizes).toHaveLength(Math.min(percents.length, entrants));
        expect(prizes.reduce((sum, prize) => sum + prize, 0) + remainder).toBe(pool);
        expect(prizes).toEqual([...prizes].sort((a, b) => b - a));
        if (prizes.length > 0) expect(remainder).toBeLessThan(prizes.length);
      },
    ),
    { numRuns: 2000 },
  );
});

/** Splits of 100 whole percents over 1 to 20 places, non-increasing, each at least 1. */
function splits() {
  return fc.array(fc.integer({ min: 0, max: 80 }), { minLength: 0, maxLength: 19 }).map((extras) => {
    const percents = new Array<number>(extras.length + 1).fill(1);
    let left = 100 - percents.length;
    extras.forEach((extra, i) => {
      percents[i]! += Math.min(extra, left);
      left -= Math.min(extra, left);
    });
    percents[0]! += left;
    return percents.sort((a, b) => b - a);
  });
}
