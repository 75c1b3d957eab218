import { expect, test } from "vitest";
import { seededRandom } from "~/domain/contest/random";
import { judgeReliability, reliabilityWeight } from "./reliability";

test("judges who answer as they see are told from one who tosses a coin and one who says the opposite", () => {
  const votes = crowd([1, 1, 1, 1, 1, 1, 1, 1, 0.5, 0], 60);
  const reliability = judgeReliability(20, 10, votes);
  const honest = Math.min(...reliability.slice(0, 8));
  expect(honest).toBeGreaterThan(0.8);
  expect(reliability[8]).toBeLessThan(honest - 0.1);
  expect(reliability[9]).toBeLessThan(0.3);
  expect(reliabilityWeight(reliability[9]!, 60)).toBe(0);
});

test("a judge without votes, or whose votes weigh nothing, keeps the prior: 6 right of 7", () => {
  const votes = crowd([1, 1], 30).map((vote) => ({ ...vote, weight: vote.judge }));
  const reliability = judgeReliability(20, 3, votes);
  expect(reliability[0]).toBeCloseTo(6 / 7, 12);
  expect(reliability[2]).toBeCloseTo(6 / 7, 12);
});

test("fewer than five votes weigh 0.3, however well they agree", () => {
  expect(reliabilityWeight(1, 4)).toBe(0.3);
  expect(reliabilityWeight(1, 5)).toBe(1);
  expect(reliabilityWeight(0.5, 5)).toBe(0);
  expect(reliabilityWeight(0.1, 500)).toBe(0);
});

test("the order of the votes does not matter", () => {
  const votes = crowd([1, 1, 0.7], 40);
  const [one, other] = [judgeReliability(20, 3, votes), judgeReliability(20, 3, [...votes].reverse())];
  one.forEach((eta, i) => expect(other[i]).toBeCloseTo(eta, 6));
});

/** `each` votes by every judge, who says what they see with the chance given; 20 entries a third of a logit apart. */
function crowd(honesty: number[], each: number) {
  const random = seededRandom(4);
  return honesty.flatMap((honest, judge) =>
    Array.from({ length: each }, () => {
      const a = Math.floor(random() * 20);
      const b = (a + 1 + Math.floor(random() * 19)) % 20;
      const sees = random() < 1 / (1 + Math.exp((b - a) / 3)) ? a : b;
      const winner = random() < honest ? sees : a + b - sees;
      return { winner, loser: a + b - winner, judge, weight: 1 };
    }),
  );
}
