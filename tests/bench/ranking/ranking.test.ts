import { expect, test } from "vitest";
import { attackRows } from "./attacks";
import { readFlags } from "./flags";
import { orderCells } from "./ordering";
import { play } from "./run";
import { titlePair } from "~/domain/crucible/pairing/title";

// The simulator in small. Seeds are fixed, so that these figures move only when a rule does; the margins are several
// standard errors wide. Full size: npm run bench:ranking.

const flags = readFlags(["--estimator", "live,settled", "--policy", "phase,title"]);
const [phase, titles] = flags.policies as [(typeof flags.policies)[number], (typeof flags.policies)[number]];

test("the pot goes to the right entries far more often than by phases, and the whole table is hardly less right", async () => {
  const task = { n: 50, v: 20, runs: 40 };
  const [live] = await orderCells({ ...task, policy: phase }, flags);
  const [, settled] = await orderCells({ ...task, policy: titles }, flags);
  expect(live!.potMisallocated).toBeGreaterThan(0.45);
  expect(settled!.potMisallocated).toBeLessThan(0.34);
  expect(settled!.tau).toBeGreaterThan(live!.tau - 0.02);
});

test("without duels about the prizes the pot goes astray: the constants do what they say", async () => {
  const coverage = readFlags([
    "--estimator",
    "settled",
    "--open-share",
    "0",
    "--closed-share",
    "0",
    "--small-field",
    "0",
  ]);
  const [cell] = await orderCells({ n: 50, v: 20, runs: 25, policy: titles }, coverage);
  expect(cell!.potMisallocated).toBeGreaterThan(0.36);
});

test("a fifth of the votes cannot carry the middle of the field to the top by skipping, but could if skips were free", async () => {
  const rows = await attackRows(20, true, titles, 10, flags);
  const free = await attackRows(20, false, titles, 10, flags);
  for (const [i, { meanRank, inTop3 }] of rows.entries()) {
    expect(inTop3).toBe(0);
    expect(meanRank).toBeGreaterThan(7);
    expect(free[i]!.meanRank).toBeLessThan(meanRank - 3);
  }
});

test("the same seed plays the same contest", async () => {
  const [one, other] = [await play(setup(7)), await play(setup(7))];
  expect(one.votes).toEqual(other.votes);
  expect((await play(setup(8))).votes).not.toEqual(one.votes);
});

test("every entry arrives, gets its looks, and every comparison is held", async () => {
  const { field, votes } = await play(setup(9));
  expect(field.ratings).toHaveLength(30);
  expect(votes).toHaveLength(300);
  for (const rating of field.ratings) expect(rating.votes).toBeGreaterThanOrEqual(5);
});

function setup(seed: number) {
  return { n: 30, v: 20, seed, strategy: titlePair };
}
