import { describe, expect, test } from "vitest";
import fc from "~/tests/seed";
import { fitStrengths, settledRating } from "./bradley-terry";
import { type Duel, toDuels } from "./duels";
import { seededRandom } from "~/domain/contest/random";

const NO_PRIOR = { priorSd: Infinity };

describe("published fits without a prior", () => {
  test("Stigler's citations between four journals (Agresti)", () => {
    const wins = [
      [0, 730, 498, 221],
      [33, 0, 68, 17],
      [320, 813, 0, 142],
      [284, 276, 325, 0],
    ];
    const theta = fitStrengths(4, duelsOf(wins), NO_PRIOR);
    [0, -2.9491, -0.4796, 0.269].forEach((logit, i) => expect(theta[i]! - theta[0]!).toBeCloseTo(logit, 4));
  });

  test("the American League East of 1987, with its standard errors (Agresti)", () => {
    const theta = fitStrengths(7, duelsOf(BASEBALL), NO_PRIOR);
    const published = [0, 1.1077, 0.6839, 1.4364, 1.5814, 1.2476, 1.2945];
    published.forEach((logit, i) => expect(theta[i]! - theta[0]!).toBeCloseTo(logit, 4));
  });

  test("evalica's simple example, a tie being half a win for each", () => {
    const theta = fitStrengths(5, toDuels(EVALICA_SIMPLE), NO_PRIOR);
    const odds = Array.from(theta, Math.exp);
    const total = odds.reduce((sum, one) => sum + one, 0);
    const published = [0.0507997, 0.1311507, 0.1316857, 0.3368887, 0.3494753];
    published.forEach((share, i) => expect(odds[i]! / total).toBeCloseTo(share, 7));
  });

  test("choix's documentation", () => {
    const theta = fitStrengths(
      3,
      toDuels([
        [0, 1, 2, 0],
        [1, 2, 1, 0],
        [2, 0, 1, 0],
      ]),
      NO_PRIOR,
    );
    const published = [0.419617624, -0.419617624, 0]; // cut after nine digits, not rounded
    published.forEach((logit, i) => expect(Math.abs(theta[i]! - logit)).toBeLessThan(1e-9));
  });

  test("refuse duels in which somebody only ever won", () => {
    expect(() => fitStrengths(2, toDuels([[0, 1, 3, 0]]), NO_PRIOR)).toThrow("no Bradley–Terry fit");
  });
});

describe("the fit with its prior", () => {
  test("satisfies its own equation: what pulls an entry up is what the prior pulls down", () => {
    fc.assert(
      fc.property(contests(), ({ count, duels }) => {
        const theta = fitStrengths(count, toDuels(duels));
        const pull = Array.from(theta, (strength) => -strength);
        for (const [a, b, winsA, winsB] of duels) {
          const surplus = winsA - (winsA + winsB) / (1 + Math.exp(theta[b]! - theta[a]!));
          pull[a]! += surplus;
          pull[b]! -= surplus;
        }
        for (const rest of pull) expect(Math.abs(rest)).toBeLessThan(1e-7);
      }),
      { numRuns: 300 },
    );
  });

  test("knows neither the order of the votes nor how they were added up", () => {
    fc.assert(
      fc.property(contests(), ({ count, duels }) => {
        const split = duels
          .flatMap(([a, b, winsA, winsB]): Duel[] => [
            [b, a, 0, winsA],
            [a, b, 0, winsB],
          ])
          .reverse();
        const [one, other] = [fitStrengths(count, toDuels(duels)), fitStrengths(count, toDuels(split))];
        one.forEach((strength, i) => expect(other[i]).toBeCloseTo(strength, 8));
      }),
      { numRuns: 200 },
    );
  });

  test("doesn't take a single win as certainty", () => {
    const theta = fitStrengths(3, toDuels([[0, 1, 1, 0]]));
    expect(theta[0]).toBeCloseTo(0.3374, 4); // θ = 1 − σ(2θ)
    expect(theta[2]).toBe(0);
  });

  test("of nobody, and of entries without a vote, is flat", () => {
    expect(fitStrengths(0, toDuels([]))).toHaveLength(0);
    expect([...fitStrengths(2, toDuels([]))]).toEqual([0, 0]);
  });
});

test("a settled rating is 1500 for the average and 173.7 points to a logit", () => {
  expect(settledRating(0)).toBe(1500);
  expect(settledRating(1)).toBeCloseTo(1673.7178, 4);
  expect(settledRating(1e-10)).toBe(settledRating(-1e-10));
});

const BASEBALL = [
  [0, 1, 7, 4, 2, 3, 1],
  [12, 0, 7, 2, 6, 7, 6],
  [6, 6, 0, 4, 4, 6, 5],
  [9, 11, 9, 0, 6, 5, 7],
  [11, 7, 9, 7, 0, 7, 9],
  [10, 6, 7, 8, 6, 0, 6],
  [12, 7, 8, 6, 4, 7, 0],
];

const EVALICA_SIMPLE: Duel[] = [
  [0, 1, 0.5, 0.5],
  [0, 2, 0, 1],
  [0, 2, 0.5, 0.5],
  [0, 4, 0.5, 0.5],
  [1, 0, 1, 0],
  [1, 2, 0.5, 0.5],
  [1, 2, 0.5, 0.5],
  [1, 3, 0.5, 0.5],
  [2, 4, 0.5, 0.5],
  [3, 0, 1, 0],
  [3, 1, 1, 0],
  [3, 2, 1, 0],
  [3, 4, 0.5, 0.5],
  [3, 4, 0.5, 0.5],
  [4, 0, 1, 0],
  [4, 3, 1, 0],
];

function duelsOf(wins: number[][]) {
  return toDuels(wins.flatMap((row, i) => row.slice(0, i).map((won, j): Duel => [i, j, won, wins[j]![i]!])));
}

function contests() {
  return fc
    .record({ count: fc.integer({ min: 2, max: 40 }), votes: fc.integer({ min: 1, max: 300 }), seed: fc.integer() })
    .map(({ count, votes, seed }) => {
      const random = seededRandom(seed);
      const duels = Array.from({ length: votes }, (): Duel => {
        const a = Math.floor(random() * count);
        const b = (a + 1 + Math.floor(random() * (count - 1))) % count;
        return [a, b, Math.ceil(random() * 3) / 2, random() < 0.5 ? 0 : 1];
      });
      return { count, duels };
    });
}
