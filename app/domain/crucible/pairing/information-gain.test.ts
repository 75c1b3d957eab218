import { expect, test } from "vitest";
import { POINTS_PER_LOGIT } from "../elo";
import { knowledgeGradient, unitNormalLoss, expectedInformation } from "./information-gain";

const side = (elo: number, sd: number) => ({ elo, sd });

test("a vote is more informative between equals, and about new entries", () => {
  expect(expectedInformation(side(1500, 170), side(1500, 170))).toBeGreaterThan(
    expectedInformation(side(1800, 170), side(1500, 170)),
  );
  expect(expectedInformation(side(1500, 170), side(1500, 170))).toBeGreaterThan(
    expectedInformation(side(1500, 60), side(1500, 60)),
  );
});

test("between two new entries, a vote gives what the formula says: v = 2, q = 1/2", () => {
  const stranger = side(1500, POINTS_PER_LOGIT);
  expect(expectedInformation(stranger, stranger)).toBeCloseTo(2 / (1 + Math.PI / 4) / 4, 12);
});

test("more is gained where the order is in doubt, by more votes, and the same whoever is ahead", () => {
  expect(knowledgeGradient(side(1500, 60), side(1500, 60), 2)).toBeGreaterThan(
    knowledgeGradient(side(1600, 60), side(1500, 60), 2),
  );
  expect(knowledgeGradient(side(1600, 90), side(1500, 60), 2)).toBeGreaterThan(
    knowledgeGradient(side(1600, 60), side(1500, 60), 2),
  );
  expect(knowledgeGradient(side(1600, 60), side(1500, 60), 4)).toBeGreaterThan(
    knowledgeGradient(side(1600, 60), side(1500, 60), 2),
  );
  expect(knowledgeGradient(side(1600, 90), side(1500, 60), 2)).toBeCloseTo(
    knowledgeGradient(side(1500, 60), side(1600, 90), 2),
    12,
  );
});

test("between two new entries, two votes gain what the formula says: s² = 2·1/(1 + 1), z = 0", () => {
  const stranger = side(1500, POINTS_PER_LOGIT);
  expect(knowledgeGradient(stranger, stranger, 2)).toBeCloseTo(1 / Math.sqrt(2 * Math.PI), 12);
});

// From tables of the unit normal loss; the last by 1/z² − 3/z⁴ + 15/z⁶ − 105/z⁸ times the density.
test.each([
  [0, 0.398942],
  [0.5, 0.197797],
  [1, 0.083315],
  [2, 0.008491],
  [3, 0.000382],
  [10, 7.474e-25],
])("the loss at %f deviations is an eighth below the textbook's %f at most", (z, loss) => {
  expect(unitNormalLoss(z) / loss).toBeGreaterThan(7 / 8);
  expect(unitNormalLoss(z) / loss).toBeLessThan(1.0001);
});
