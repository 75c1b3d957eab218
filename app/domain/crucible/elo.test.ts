import { describe, expect, test } from "vitest";
import fc from "~/tests/seed";
import { afterVote, bounded, deviation, expectedScore, unrated } from "./elo";

describe("the expected score", () => {
  // Published values of the logistic Elo with scale 400.
  test.each([
    [0, 0.5],
    [50, 0.571463],
    [100, 0.640065],
    [200, 0.759747],
    [400, 0.909091],
  ])("of a lead of %i points is %f", (lead, published) => {
    expect(expectedScore(1500 + lead, 1500)).toBeCloseTo(published, 6);
  });

  test("of both sides sums to one", () => {
    fc.assert(
      fc.property(rating(), rating(), (a, b) => Math.abs(expectedScore(a, b) + expectedScore(b, a) - 1) < 1e-12),
    );
  });
});

describe("a vote", () => {
  test("between two new entries moves each by 32 points", () => {
    const { winner, loser } = afterVote(unrated(), unrated(), 1);
    expect(winner).toMatchObject({ elo: 1532, votes: 1, wins: 1, losses: 0, info: 0.25 });
    expect(loser).toMatchObject({ elo: 1468, votes: 1, wins: 0, losses: 1, info: 0.25 });
  });

  test("moves each side by its own K, which halves at the tenth vote", () => {
    const ninth = { elo: 1500, votes: 9, wins: 4, losses: 5, info: 2 };
    const tenth = { elo: 1500, votes: 10, wins: 5, losses: 5, info: 2 };
    const { winner, loser } = afterVote(ninth, tenth, 1);
    expect(winner.elo).toBe(1532);
    expect(loser.elo).toBe(1484);
  });

  test("after one skip counts half", () => {
    const { winner, loser } = afterVote(unrated(), unrated(), 0.5);
    expect([winner.elo, loser.elo, winner.info, winner.votes]).toEqual([1516, 1484, 0.125, 1]);
  });

  test("of weight 0 is counted and moves nothing", () => {
    const { winner, loser } = afterVote(unrated(), unrated(), 0);
    expect(winner).toEqual(bounded({ elo: 1500, votes: 1, wins: 1, losses: 0, info: 0 }));
    expect(loser).toEqual(bounded({ elo: 1500, votes: 1, wins: 0, losses: 1, info: 0 }));
  });

  test.each([-0.1, 1.1, Number.NaN])("of weight %f is refused", (weight) => {
    expect(() => afterVote(unrated(), unrated(), weight)).toThrow(RangeError);
  });

  test("never creates points between entries of the same K, and always moves the winner up", () => {
    fc.assert(
      fc.property(rating(), rating(), fc.double({ min: 0.01, max: 1, noNaN: true }), (a, b, weight) => {
        const sides = [a, b].map((elo) => ({ elo, votes: 30, wins: 15, losses: 15, info: 5 })) as [Row, Row];
        const { winner, loser } = afterVote(...sides, weight);
        expect(winner.elo + loser.elo).toBeCloseTo(a + b, 6);
        expect(winner.elo).toBeGreaterThan(a);
        expect(winner.ucb - winner.lcb).toBeCloseTo(4 * deviation(winner.info), 9);
      }),
    );
  });
});

test("a rating nobody judged is unsure by one logit, and by half of that once its votes have told enough", () => {
  expect(unrated().sd).toBeCloseTo(173.7178, 4);
  expect(deviation(3.75)).toBeCloseTo(173.7178 / 2, 4);
});

type Row = Parameters<typeof afterVote>[0];

function rating() {
  return fc.double({ min: 800, max: 2200, noNaN: true });
}
