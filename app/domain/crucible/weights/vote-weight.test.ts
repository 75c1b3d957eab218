import { expect, test } from "vitest";
import { weighVote } from "./vote-weight";

const careful = { skips: 0, answers: answers(12, 4), controls: { shown: 5, wrong: 0 } };

test("a careful vote weighs 1 and needs no reason", () => {
  expect(weighVote(careful)).toEqual({ weight: 1, reasons: [] });
});

test.each([
  [1, 1 / 2],
  [2, 1 / 3],
  [19, 1 / 20],
])("after %i skips in a row a vote weighs %f", (skips, weight) => {
  expect(weighVote({ ...careful, skips })).toEqual({ weight, reasons: ["skips"] });
});

test("a hasty vote weighs nothing", () => {
  expect(weighVote({ ...careful, answers: answers(10, 1) })).toEqual({ weight: 0, reasons: ["speed"] });
});

test("after three wrong controls a vote weighs nothing", () => {
  expect(weighVote({ ...careful, controls: { shown: 4, wrong: 3 } })).toEqual({ weight: 0, reasons: ["control"] });
});

test("every reason is kept, though one would do", () => {
  const worst = { skips: 2, answers: answers(10, 0.3), controls: { shown: 3, wrong: 3 } };
  expect(weighVote(worst)).toEqual({ weight: 0, reasons: ["skips", "speed", "control"] });
});

function answers(count: number, seconds: number) {
  return Array.from({ length: count }, () => ({ seconds, kind: "images" as const }));
}
