import { expect, test } from "vitest";
import { pricesOf, setupFeeOf } from "./pricing";
import type { Choices } from "./pricing";

const free = {
  durationHours: 8,
  entryFee: 1000,
  entriesPerPerson: 5,
  prizes: [50, 30, 20],
  judgeRule: "anyone" as const,
} satisfies Choices;

test("the plain crucible is free", () => {
  expect(pricesOf(free).map(({ amount }) => amount)).toEqual([0, 0, 0, 0, 0]);
  expect(setupFeeOf(free)).toBe(0);
});

test("everything at once costs the sum of its premiums", () => {
  const all = {
    durationHours: 168,
    entryFee: 1001,
    entriesPerPerson: 100,
    prizes: [100],
    judgeRule: "verified" as const,
  } satisfies Choices;
  expect(pricesOf(all).map(({ amount }) => amount)).toEqual([2000, 500, 500, 1000, 500]);
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

test("choices not made yet are left out", () => {
  expect(pricesOf({ prizes: [100], judgeRule: "anyone" }).map(({ amount }) => amount)).toEqual([1000, 0]);
  expect(pricesOf({ ...free, entryFee: 0 }).map(({ label }) => label)).toContain("No entry fee");
});
