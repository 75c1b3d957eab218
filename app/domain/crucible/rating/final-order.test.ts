import { expect, test } from "vitest";
import { type Contest, finalOrder } from "./final-order";
import { seededRandom } from "~/domain/contest/random";
import type { CastVote } from "./settled-weights";

test("the better entries place first, with prizes that sum to the pool", () => {
  const { outcome, standings, remainder } = finalOrder(contest());
  expect(outcome).toBe("placed");
  expect(standings.map(({ place }) => place)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(standings[0]!.entry).toBe(105);
  expect(standings.at(-1)!.entry).toBe(100);
  expect(standings.map(({ prize }) => prize)).toEqual([500, 300, 200, 0, 0, 0]);
  expect(remainder).toBe(1);
  expect(standings[0]!.firmness).not.toBeNull();
  expect(standings.at(-1)!.holds).toBeNull();
  for (const { votes, wins, losses } of standings) expect(wins + losses).toBe(votes);
});

test("the order of the votes does not matter", () => {
  const { votes, ...rest } = contest();
  const places = [votes, [...votes].reverse()].map((order) => finalOrder({ ...rest, votes: order }).standings);
  places[0]!.forEach(({ entry, settled }, i) => {
    expect(places[1]![i]!.entry).toBe(entry);
    expect(places[1]![i]!.settled).toBeCloseTo(settled, 2);
  });
});

test("a disqualified entry takes no place, and everyone below moves up", () => {
  const one = contest();
  const entries = one.entries.map((entry) => ({ ...entry, ranked: entry.id !== 105 }));
  const { standings } = finalOrder({ ...one, entries });
  expect(standings).toHaveLength(5);
  expect(standings.map(({ entry }) => entry)).not.toContain(105);
  expect(standings[0]!.prize).toBe(500);
});

test("two entries and nothing but votes of weight 0: no contest", () => {
  const one = contest();
  const worthless = one.votes.map((vote) => ({ ...vote, weight: 0 }));
  expect(finalOrder({ ...one, votes: worthless })).toMatchObject({
    outcome: "no-contest",
    standings: [],
    remainder: 1001,
  });
});

test("votes on disqualified entries alone are no contest between the others", () => {
  const { votes, ...one } = contest();
  const entries = one.entries.map((entry) => ({ ...entry, ranked: entry.id >= 102 }));
  const among = (most: number) => votes.filter(({ winner, loser }) => winner < most && loser < most);
  expect(finalOrder({ ...one, entries, votes: among(2) })).toMatchObject({ outcome: "no-contest", standings: [] });
  expect(finalOrder({ ...one, entries, votes: among(3) })).toMatchObject({ outcome: "placed" });
});

test("a single entry wins the pool without a vote; without entries there is nothing to place", () => {
  const alone = finalOrder({ ...contest(), entries: [{ id: 7, enteredAt: 1, ranked: true }], votes: [] });
  expect(alone).toMatchObject({ outcome: "placed", standings: [{ entry: 7, place: 1, settled: 1500, prize: 1001 }] });
  expect(finalOrder({ ...contest(), entries: [], votes: [] }).outcome).toBe("empty");
});

test("a contest goes to a worker and comes back as plain data", () => {
  const one = contest();
  expect(structuredClone(finalOrder(structuredClone(one)))).toEqual(finalOrder(one));
});

/** Six entries, a logit apart and the last the best; ten judges of twelve votes each. */
function contest(): Contest {
  const random = seededRandom(2);
  const votes = Array.from({ length: 120 }, (_, i): CastVote => {
    const a = Math.floor(random() * 6);
    const b = (a + 1 + Math.floor(random() * 5)) % 6;
    const winner = random() < 1 / (1 + Math.exp(b - a)) ? a : b;
    return { winner, loser: a + b - winner, judge: i % 10, weight: 1, reasons: [], seconds: 6, kind: "images" };
  });
  const entries = Array.from({ length: 6 }, (_, i) => ({ id: 100 + i, enteredAt: i, ranked: true }));
  return { entries, judges: 10, votes, percents: [50, 30, 20], pool: 1001, rules: 2, seed: 1 };
}
