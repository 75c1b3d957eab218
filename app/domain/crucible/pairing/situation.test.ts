import { expect, test } from "vitest";
import { PAIRING } from "./constants";
import {
  minVotesPerEntry,
  forecastVotesPerEntry,
  needsCoverage,
  remainingPairs,
  seenLimit,
  titleShare,
  type Situation,
} from "./situation";

test("votes per entry are forecast from what came so far", () => {
  expect(forecastVotesPerEntry(situation({ entries: 50, votes: 100, elapsed: 0.2 }))).toBe(20);
  expect(forecastVotesPerEntry(situation({ entries: 0, votes: 0, elapsed: 0 }))).toBe(0);
});

test("the floor is a share of the forecast, never below 2 or above 5", () => {
  const floors = [0, 50, 250, 500, 5000].map((votes) =>
    minVotesPerEntry(situation({ entries: 100, votes, elapsed: 0.5 }), PAIRING),
  );
  expect(floors).toEqual([2, 2, 4, 5, 5]);
});

test("coverage is due while the least voted entry is below the floor, and when nothing is left to look at", () => {
  const busy = situation({ entries: 10, votes: 100, elapsed: 0.5 });
  expect(needsCoverage({ votes: 4 }, busy, PAIRING)).toBe(true);
  expect(needsCoverage({ votes: 5 }, busy, PAIRING)).toBe(false);
  expect(needsCoverage(undefined, busy, PAIRING)).toBe(true);
});

test("all pairs of a small field are about the prizes, in a large one the open share, and all again once entries have closed", () => {
  const share = (entries: number, open = true) => titleShare(situation({ entries, open }), PAIRING);
  expect([share(0), share(2), share(10)]).toEqual([1, 1, 1]);
  expect(share(20)).toBeCloseTo(0.85, 12);
  expect(share(100)).toBeCloseTo(0.73, 12);
  expect(share(10_000, false)).toBe(1);
});

test("a judge may have an entry twice in a large field, and up to five times in a small one or after many votes", () => {
  const limit = (entries: number, judgeVotes: number) => seenLimit(situation({ entries, judgeVotes }), PAIRING);
  expect([limit(1000, 0), limit(100, 10), limit(100, 40), limit(100, 90), limit(10, 0), limit(0, 0)]).toEqual([
    2, 2, 3, 4, 5, 5,
  ]);
  expect(limit(3, 1000)).toBe(5);
});

test("the pairs left are all pairs less those had", () => {
  expect([
    remainingPairs(5, 0),
    remainingPairs(5, 4),
    remainingPairs(5, 10),
    remainingPairs(1, 0),
    remainingPairs(0, 0),
  ]).toEqual([10, 6, 0, 0, 0]);
  expect(remainingPairs(3, 9)).toBe(0); // entries left after the judge had them
});

function situation(facts: Partial<Situation>): Situation {
  return { entries: 10, votes: 0, percents: [50, 30, 20], elapsed: 0.5, open: true, judgeVotes: 0, ...facts };
}
