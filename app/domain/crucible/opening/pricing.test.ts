import { expect, test } from "vitest";
import { costsOf, setupFeeOf } from "./pricing";
import type { Priced } from "./pricing";

const free: Priced = {
  durationHours: 8,
  entryFee: 1000,
  entriesPerPerson: 5,
  prizes: [50, 30, 20],
  judgeRule: "anyone",
};

test("the plain crucible is free", () => {
  expect(costsOf(free)).toEqual([]);
  expect(setupFeeOf(free)).toBe(0);
});

test("everything at once costs the sum of its premiums", () => {
  const all: Priced = {
    durationHours: 168,
    entryFee: 1001,
    entriesPerPerson: 100,
    prizes: [100],
    judgeRule: "verified",
  };
  expect(costsOf(all).map(({ amount }) => amount)).toEqual([2000, 500, 500, 1000, 500]);
  expect(setupFeeOf(all)).toBe(4500);
});

test.each([
  [24, 500],
  [72, 1000],
  [168, 2000],
] as const)("%i hours cost %i", (durationHours, price) => {
  expect(setupFeeOf({ ...free, durationHours })).toBe(price);
});

test("the standard split typed by hand stays free", () => {
  expect(setupFeeOf({ ...free, prizes: [50, 30, 20] })).toBe(0);
  expect(setupFeeOf({ ...free, prizes: [50, 30, 19, 1] })).toBe(1000);
});
