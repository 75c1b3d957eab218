import { expect, test } from "vitest";
import { binomialTail, failedControls } from "./control-pairs";

test("the binomial tail is the textbook's", () => {
  expect(binomialTail(0, 10, 0.05)).toBe(1);
  expect(binomialTail(1, 10, 0.05)).toBeCloseTo(0.401263, 6);
  expect(binomialTail(3, 10, 0.05)).toBeCloseTo(0.011504, 6);
  expect(binomialTail(3, 3, 0.05)).toBeCloseTo(0.000125, 9);
});

test.each([
  [2, 2, false], // all wrong, but two may be bad luck
  [3, 3, true],
  [9, 3, true],
  [10, 3, false], // p = .0115
  [20, 4, false],
  [20, 5, true],
  [100, 5, false],
  [100, 12, true],
])("of %i controls, %i wrong: failed is %s", (shown, wrong, failed) => {
  expect(failedControls({ shown, wrong })).toBe(failed);
});
