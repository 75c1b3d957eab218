import { expect, test } from "vitest";
import { failedControls } from "./control-pairs";
import { updateControlStats } from "./control-stats";

test("control pairs are counted, right and wrong", () => {
  expect(updateControlStats({ shown: 4, wrong: 1 }, true)).toEqual({ shown: 5, wrong: 1 });
  expect(updateControlStats({ shown: 4, wrong: 1 }, false)).toEqual({ shown: 5, wrong: 2 });
});

test("a judge who has failed stays failed, however many are right afterwards", () => {
  let stats = { shown: 3, wrong: 3 };
  for (let right = 0; right < 200; right += 1) stats = updateControlStats(stats, true);
  expect(failedControls(stats)).toBe(true);
});
