import { describe, expect, test } from "vitest";
import { ArrayCandidates, type Judge, newJudge, pairKey, show } from "~/tests/bench/ranking/array-candidates";
import fc from "~/tests/seed";
import { expectedScore } from "../elo";
import { seededRandom } from "~/domain/contest/random";
import { choosePair } from "./choosing";
import { PAIRING } from "./constants";
import { nearestPair, phaseBasedPair, uniformPair } from "./plain-strategies";
import { remainingPairs, seenLimit, type Situation } from "./situation";
import { titlePair } from "./title";
import { titlePairByBounds } from "./title-by-bounds";

const strategies = {
  title: titlePair,
  titleByBounds: titlePairByBounds,
  nearest: nearestPair,
  phaseBased: phaseBasedPair,
  uniform: uniformPair,
};

describe.each(Object.entries(strategies))("%s", (_, strategy) => {
  test("serves a judge every pair there is, once, never an own entry, and then says caught up", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 14 }), fc.boolean(), fc.integer(), async (entries, owner, seed) => {
        const { field, judge, serve } = contest(entries, owner && entries > 0 ? 0 : null, seed, strategy);
        const allowed = entries - (judge.owns === null ? 0 : 1);
        const served = new Set<number>();
        for (;;) {
          const pair = await serve();
          if (!pair) break;
          expect(pair.left).not.toBe(pair.right);
          expect([pair.left, pair.right]).not.toContain(judge.owns);
          expect(served.has(pairKey(pair.left, pair.right))).toBe(false);
          served.add(pairKey(pair.left, pair.right));
          show(judge, pair.left, pair.right);
          judge.votes += 1;
          field.vote(pair.left, pair.right, 1);
        }
        expect(remainingPairs(allowed, served.size)).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  test("shows a judge an entry more often than is fair only when nothing else is left", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 40 }), fc.integer(), async (entries, seed) => {
        const { field, judge, serve, situation } = contest(entries, null, seed, strategy);
        for (let turn = 0; turn < 60; turn += 1) {
          const pair = await serve();
          if (!pair) break;
          const often = [pair.left, pair.right].some(
            (entry) => (judge.seen.get(entry) ?? 0) >= seenLimit(situation(), PAIRING),
          );
          expect(often && pair.purpose !== "any").toBe(false);
          show(judge, pair.left, pair.right);
          judge.votes += 1;
          field.vote(pair.left, pair.right, 1);
        }
      }),
      { numRuns: 60 },
    );
  });
});

test("both sides come up equally often", async () => {
  const { field, serve } = contest(2, null, 5, titlePair);
  field.vote(0, 1, 1);
  let left = 0;
  for (let turn = 0; turn < 1000; turn += 1) left += (await serve())!.left === 0 ? 1 : 0;
  expect(left).toBeGreaterThan(440);
  expect(left).toBeLessThan(560);
});

describe("the coverage floor", () => {
  test("comes before any title match", async () => {
    const { field, serve } = contest(30, null, 3, titlePair);
    for (let turn = 0; turn < 30; turn += 1) {
      const pair = (await serve())!;
      expect(pair.purpose).toBe("coverage");
      field.vote(pair.left, pair.right, 1);
    }
  });

  test("of a newcomer in a seasoned field makes it the next one served", async () => {
    const { field, serve } = contest(20, null, 3, titlePair);
    for (let round = 0; round < 10; round += 1) for (let i = 0; i < 20; i += 2) field.vote(i, (i + 1 + round) % 20, 1);
    const newcomer = field.enter();
    const pair = (await serve())!;
    expect([pair.left, pair.right]).toContain(newcomer);
  });
});

test("a control pair is clear on both bounds, says who should win, and is not served twice", async () => {
  const { field, judge, serve } = contest(12, null, 9, titlePair, { ...PAIRING, controlShare: 1 });
  for (let round = 0; round < 60; round += 1) for (let i = 1; i < 12; i += 1) field.vote(i - 1, i, 1);
  const controls = [];
  for (let turn = 0; turn < 60; turn += 1) {
    const pair = (await serve())!;
    if (pair.purpose === "control") controls.push(pair);
    else expect(pair.expected).toBeNull();
    show(judge, pair.left, pair.right);
  }
  expect(controls.length).toBeGreaterThan(3);
  for (const { left, right, expected } of controls) {
    const [better, worse] = [expected!, left + right - expected!].map((entry) => field.ratings[entry]!) as [Row, Row];
    expect(better.lcb).toBeGreaterThan(worse.ucb);
    expect(expectedScore(better.elo, worse.elo)).toBeGreaterThanOrEqual(0.95);
  }
  expect(new Set(controls.map(({ left, right }) => pairKey(left, right))).size).toBe(controls.length);
});

test("in a seasoned field most pairs are about the prizes, and all once entries have closed", async () => {
  const shares = [];
  for (const open of [true, false]) {
    const { field, serve } = contest(60, null, 11, titlePair, { ...PAIRING, controlShare: 0 }, open);
    for (let round = 0; round < 12; round += 1) for (let i = 0; i < 60; i += 1) field.vote(i, (i + 1 + round) % 60, 1);
    let titles = 0;
    for (let turn = 0; turn < 400; turn += 1) titles += (await serve())!.purpose === "coverage" ? 0 : 1;
    shares.push(titles / 400);
  }
  expect(Math.abs(shares[0]! - PAIRING.openShare)).toBeLessThan(0.1);
  expect(Math.abs(shares[1]! - PAIRING.closedShare)).toBeLessThan(0.1);
});

type Row = ArrayCandidates["ratings"][number];

function contest(
  entries: number,
  owns: number | null,
  seed: number,
  strategy: (typeof strategies)[keyof typeof strategies],
  constants = PAIRING,
  open = true,
) {
  const random = seededRandom(seed);
  const field = new ArrayCandidates(random);
  for (let i = 0; i < entries; i += 1) field.enter();
  const judge: Judge = newJudge(0, owns);
  const situation = (): Situation => ({
    entries,
    votes: field.votes,
    percents: [50, 30, 20],
    elapsed: 0.5,
    open,
    judgeVotes: judge.votes,
  });
  const serve = () => choosePair(field.viewFor(judge), situation(), random, { strategy, constants });
  return { field, judge, serve, situation };
}
