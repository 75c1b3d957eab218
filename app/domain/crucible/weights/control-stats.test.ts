import { expect, test } from "vitest";
import { failedControls } from "./control-pairs";
import { afterControl } from "./control-stats";

test("control pairs are counted, right and wrong", () => {
  expect(afterControl({ shown: 4, wrong: 1 }, true)).toEqual({ shown: 5, wrong: 1 });
  expect(afterControl({ shown: 4, wrong: 1 }, false)).toEqual({ shown: 5, wrong: 2 });
});

test("a judge who has failed stays failed, however many are right afterwards", () => {
  let record = { shown: 3, wrong: 3 };
  for (let right = 0; right < 200; right += 1) record = afterControl(record, true);
  expect(failedControls(record)).toBe(true);
});
