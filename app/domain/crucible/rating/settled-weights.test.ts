import { expect, test } from "vitest";
import { type CastVote, settledWeights } from "./settled-weights";

test("a judge who proves reliable keeps most of each vote's weight, and skips still count", () => {
  const votes = [...Array(20)].map((_, i) => vote({ winner: i % 5, loser: 5 + (i % 5), judge: i % 2 }));
  votes[3] = { ...votes[3]!, weight: 0.5, reasons: ["skips"] };
  const weighed = settledWeights(10, 2, votes).votes;
  expect(weighed[0]!.weight).toBeGreaterThan(0.6);
  expect(weighed[0]!.reasons).toEqual([]);
  expect(weighed[3]!.weight).toBeCloseTo(weighed[1]!.weight / 2, 12);
  expect(weighed[3]!.reasons).toEqual(["skips"]);
});

test("a judge of four votes is new, at the fifth no longer", () => {
  const four = settledWeights(
    2,
    1,
    [...Array(4)].map(() => vote()),
  ).votes;
  expect(four.map(({ weight }) => weight)).toEqual([0.3, 0.3, 0.3, 0.3]);
  expect(four[0]!.reasons).toEqual(["new-judge"]);
  expect(
    settledWeights(
      2,
      1,
      [...Array(5)].map(() => vote()),
    ).votes[0]!.reasons,
  ).toEqual([]);
});

test("in hindsight the nine votes before the tenth hasty one weigh nothing either", () => {
  const fast = [...Array(10)].map(() => vote({ seconds: 0.4 }));
  const weighed = settledWeights(2, 2, [...fast, ...[...Array(5)].map(() => vote({ judge: 1 }))]).votes;
  expect(weighed.slice(0, 10).every(({ weight, reasons }) => weight === 0 && reasons.includes("speed"))).toBe(true);
  expect(weighed[12]!.weight).toBeGreaterThan(0.5);
});

test("who votes against everybody else weighs nothing, and it is said why", () => {
  const field = [...Array(60)].map((_, i) => vote({ winner: i % 5, loser: 5 + (i % 5), judge: i % 6 }));
  const contrary = [...Array(12)].map((_, i) => vote({ winner: 5 + (i % 5), loser: i % 5, judge: 6 }));
  const { votes, judges } = settledWeights(10, 7, [...field, ...contrary]);
  expect(judges[6]).toBe(0);
  expect(judges[0]).toBeGreaterThan(0.7);
  expect(votes.at(-1)).toEqual({ weight: 0, reasons: ["against-the-field"] });
});

function vote(facts: Partial<CastVote> = {}): CastVote {
  return { winner: 0, loser: 1, judge: 0, weight: 1, reasons: [], seconds: 5, kind: "images", ...facts };
}
