import { expect, test } from "vitest";
import { answerText, doneOfSet, duelsText } from "./words";

test("a counted vote says its number, and every fifth that a set is done", () => {
  expect(answerText("voted", 4)).toBe("Vote 4 counted.");
  expect(answerText("voted", 5)).toBe("Vote 5 counted: 1 set of five done.");
  expect(answerText("voted", 15)).toBe("Vote 15 counted: 3 sets of five done.");
});

test("a set fills to five before the next begins", () => {
  expect([0, 1, 4, 5, 6, 10, 11].map(doneOfSet)).toEqual([0, 1, 4, 5, 1, 5, 1]);
});

test("of an entry it says how often it met another, and no more", () => {
  expect([0, 1, 10].map(duelsText)).toEqual(["new here", "1+ duels so far", "10+ duels so far"]);
});
