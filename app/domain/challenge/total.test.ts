import { expect, test } from "vitest";
import { missesTheme, totalOf } from "./total";

const percents = [50, 20, 15, 15];

test("all tens are 1000 and all zeros 0", () => {
  expect(totalOf(percents, [10, 10, 10, 10])).toBe(1000);
  expect(totalOf(percents, [0, 0, 0, 0])).toBe(0);
});

test("each criterion counts by its percent", () => {
  expect(totalOf(percents, [9, 9, 7, 7])).toBe(450 + 180 + 105 + 105);
});

test("missing the theme caps the rest", () => {
  expect(totalOf(percents, [3, 10, 10, 10])).toBe(500);
  expect(totalOf(percents, [4, 10, 10, 10])).toBe(700);
  expect(totalOf(percents, [0, 1, 1, 1])).toBe(50);
});

test("below 2 it is out", () => {
  expect([0, 1, 2, 3].map(missesTheme)).toEqual([true, true, false, false]);
});

test("a score for each criterion", () => {
  expect(() => totalOf(percents, [1, 2])).toThrow("one score for each criterion");
});
