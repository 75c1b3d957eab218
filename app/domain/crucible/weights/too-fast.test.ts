import { expect, test } from "vitest";
import { tooFastAnswers, isTooFast, type PairKind } from "./too-fast";

test("ten answers with a median under a second and a half are hasty, at it they are not", () => {
  expect(isTooFast(answers(Array(10).fill(1.49)))).toBe(true);
  expect(isTooFast(answers(Array(10).fill(1.5)))).toBe(false);
  expect(isTooFast(answers([...Array(5).fill(0.2), ...Array(5).fill(4)]))).toBe(false);
  expect(isTooFast(answers([...Array(6).fill(0.2), ...Array(4).fill(60)]))).toBe(true);
});

test("nine answers say nothing yet", () => {
  expect(isTooFast(answers(Array(9).fill(0.1)))).toBe(false);
});

test("only the last ten count, so that a judge who slows down counts again", () => {
  expect(isTooFast(answers([...Array(50).fill(0.1), ...Array(10).fill(3)]))).toBe(false);
});

test("videos need three seconds", () => {
  expect(isTooFast(answers(Array(10).fill(2.9), "video"))).toBe(true);
  expect(isTooFast(answers(Array(10).fill(2.9), "images"))).toBe(false);
});

test("in hindsight every answer of a hasty ten is hasty, and the careful ones after it are not", () => {
  const hasty = tooFastAnswers(answers([...Array(10).fill(0.5), ...Array(20).fill(5)]));
  expect(hasty.slice(0, 10)).toEqual(Array(10).fill(true));
  expect(hasty.slice(16)).toEqual(Array(14).fill(false));
});

function answers(seconds: number[], kind: PairKind = "images") {
  return seconds.map((one) => ({ seconds: one, kind }));
}
