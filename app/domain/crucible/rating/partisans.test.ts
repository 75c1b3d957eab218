import { expect, test } from "vitest";
import { seededRandom } from "~/domain/contest/random";
import { fitStrengths } from "./bradley-terry";
import { groupByPair, sumVotes, type WeightedVote } from "./duels";
import { findPartisans } from "./partisans";
import { findRigging } from "./unrigged";

const ENTRIES = 8;
const TRUTH = Array.from({ length: ENTRIES }, (_, i) => (i - 3.5) / 3.5);
const EACH = 30;

type Crowd = { judges: number; ring?: number; target?: number; loyalty?: number; seed: number };

/** Judges who vote by the true strengths, and a ring at the end that wants `target` up. */
function crowd({ judges, ring = 0, target = 0, loyalty = 1, seed }: Crowd): WeightedVote[] {
  const random = seededRandom(seed);
  return Array.from({ length: judges * EACH }, (_, i) => {
    const judge = i % judges;
    const one = Math.floor(random() * ENTRIES);
    const other = (one + 1 + Math.floor(random() * (ENTRIES - 1))) % ENTRIES;
    const isOurs = judge >= judges - ring && (one === target || other === target) && random() < loyalty;
    const honest = random() < 1 / (1 + Math.exp(TRUTH[other]! - TRUTH[one]!)) ? one : other;
    const winner = isOurs ? target : honest;
    return { winner, loser: one + other - winner, judge, weight: 1 };
  });
}

function fitted(votes: WeightedVote[]) {
  return fitStrengths(ENTRIES, sumVotes(votes, groupByPair(votes)));
}

function rigging(votes: WeightedVote[]) {
  return findRigging({ entryCount: ENTRIES, votes, ranked: () => true, places: 3 });
}

test("a ring of a fifth that puts a middling entry on a paid place is found, and nobody else", () => {
  let pushed = 0;
  for (let seed = 1; seed <= 40; seed += 1) {
    const votes = crowd({ judges: 50, ring: 10, target: 3, seed });
    const { partisans, dropped } = rigging(votes);
    if (!paid(fitted(votes)).includes(3)) continue;
    pushed += 1;
    expect(partisans.map(({ entry }) => entry)).toEqual([3]);
    const accused = partisans[0]!.judges.map(({ judge }) => judge);
    expect(accused.filter((judge) => judge >= 40).length).toBeGreaterThanOrEqual(9);
    expect(accused.filter((judge) => judge < 40).length).toBeLessThanOrEqual(3);
    votes.forEach(({ winner, loser }, i) => dropped[i] && expect([winner, loser]).toContain(3));
  }
  expect(pushed).toBeGreaterThan(10);
});

function paid(theta: Float64Array) {
  return Array.from(theta.keys())
    .sort((a, b) => theta[b]! - theta[a]!)
    .slice(0, 3);
}

test("honest crowds are left alone, whatever their size", () => {
  const found = [];
  for (let seed = 1; seed <= 60; seed += 1) found.push(...rigging(crowd({ judges: 10 + seed, seed })).partisans);
  expect(found.length).toBeLessThanOrEqual(1);
});

test("friends of an entry that deserves its place change nothing for it", () => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const votes = crowd({ judges: 40, ring: 4, target: 7, loyalty: 0.9, seed });
    const { dropped } = rigging(votes);
    const kept = votes.filter((_, i) => !dropped[i]);
    expect(paid(fitted(kept))[0]).toBe(paid(fitted(votes))[0]);
  }
});

test("few votes prove nothing: no entry without any, nor one that only ever won", () => {
  const once = [{ winner: 1, loser: 0, judge: 0, weight: 1 }];
  expect(findPartisans(2, once, new Float64Array(ENTRIES))).toBeNull();
  expect(findPartisans(1, once, new Float64Array(ENTRIES))).toBeNull();
  const sweep = crowd({ judges: 30, ring: 30, target: 7, seed: 3 });
  expect(findPartisans(7, sweep, fitted(sweep))).toBeNull();
});

test("one vote against the entry clears a judge of suspicion, mostly", () => {
  const votes = crowd({ judges: 50, ring: 10, target: 3, seed: 5 });
  const found = findPartisans(3, votes, fitted(votes))!;
  for (const { wins, losses } of found.judges) expect(losses).toBeLessThanOrEqual(wins / 4);
});
