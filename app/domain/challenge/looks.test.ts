import { expect, test } from "vitest";
import { fieldOf, looksOf } from "./looks";

test("50 reviews and 3 places are 141 looks", () => {
  expect(looksOf(50, 3)).toEqual({ reviews: 50, rounds: 60, final: 30, writing: 1, all: 141 });
});

test("120 reviews, as the site’s own challenges have", () => {
  expect(looksOf(120, 3).all).toBe(120 + 60 + 30 + 1);
});

test.each([
  [10, 1, { best: 10, finalists: 6 }],
  [10, 10, { best: 10, finalists: 10 }],
  [500, 10, { best: 24, finalists: 12 }],
])("%i reviews and %i places", (reviews, places, field) => {
  expect(fieldOf(reviews, places)).toEqual(field);
});
