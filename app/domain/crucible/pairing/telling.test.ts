import { expect, test } from "vitest";
import { POINTS_PER_LOGIT } from "../ranking/elo";
import { mistaken, telling } from "./telling";

const side = (elo: number, sd: number) => ({ elo, sd });

test("a vote tells more between equals than between unequals, and of strangers than of the well known", () => {
  expect(telling(side(1500, 170), side(1500, 170))).toBeGreaterThan(telling(side(1800, 170), side(1500, 170)));
  expect(telling(side(1500, 170), side(1500, 170))).toBeGreaterThan(telling(side(1500, 60), side(1500, 60)));
});

test("between two strangers a vote tells what the formula says: v = 2, q = 1/2", () => {
  const stranger = side(1500, POINTS_PER_LOGIT);
  expect(telling(stranger, stranger)).toBeCloseTo(2 / (1 + Math.PI / 4) / 4, 12);
});

test.each([
  [0, 0.5],
  [1, 0.158655],
  [1.959964, 0.025],
  [3, 0.00135],
])("a lead of %f deviations is mistaken with the textbook's chance of %f", (deviations, chance) => {
  const lead = deviations * Math.hypot(60, 80);
  expect(mistaken(side(1500 + lead, 60), side(1500, 80))).toBeCloseTo(chance, 6);
  expect(mistaken(side(1500, 80), side(1500 + lead, 60))).toBeCloseTo(chance, 6);
});
