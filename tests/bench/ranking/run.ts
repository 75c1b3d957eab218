import { choosePair } from "~/domain/crucible/pairing/choosing";
import { type PairingConstants, PAIRING } from "~/domain/crucible/pairing/constants";
import type { Strategy } from "~/domain/crucible/pairing/strategy";
import { pickIndex, seededRandom, type Random } from "~/domain/contest/random";
import type { CastVote } from "~/domain/crucible/rating/settled-weights";
import { skipWeight } from "~/domain/crucible/weights/vote-weight";
import { ArrayCandidates, type Judge, newJudge, show } from "./array-candidates";

export type Setup = {
  n: number;
  /** Comparisons that each entry is part of, on average. */
  v: number;
  seed: number;
  strategy: Strategy;
  constants?: PairingConstants;
  sdFactor?: number;
  bounds?: number;
  percents?: readonly number[];
  /** How many judges there are; else as many as `judgeVotes` makes. */
  judgeCount?: number;
  /** Votes that one judge casts, on average. */
  judgeVotes?: number;
  attack?: Attack;
  /** Who votes how; without it, strengths are drawn from a normal and votes from the strengths. */
  crowd?: Crowd;
};
/** Strengths in logits to measure against, and the winner of one honest vote between two entries. */
export type Crowd = { truth: Float64Array; vote: (a: number, b: number, random: Random) => number };
/** Judges with `share` of the votes want the entry of true rank `target` up, and skip up to `rerolls` pairs to meet it. */
export type Attack = {
  share: number;
  target: number;
  rerolls: number;
  skipRule: boolean;
  /** How many judges it is exactly, in place of a share. */
  size?: number;
  /** What they do with other pairs: vote as they see them, or for the one with the higher live rating. */
  elsewhere?: "honest" | "live";
  /** How likely they choose their entry, as friends may; without it always. */
  loyalty?: number;
};
export type Played = { truth: Float64Array; field: ArrayCandidates; votes: CastVote[]; judges: number };

const ARRIVALS_END = 0.8;
const ENTRIES_CLOSE = 0.9;
const ATTEMPTS = 20;
const JUDGE_VOTES = 10;

/** One crucible from start to end: entries arrive, judges come back at random, and each vote is drawn from the true strengths. */
export async function play(setup: Setup): Promise<Played> {
  const { n, v, seed, judgeVotes = JUDGE_VOTES, attack } = setup;
  const random = seededRandom(seed);
  const crowd = setup.crowd ?? simulatedCrowd(n, random);
  const { truth } = crowd;
  const total = setup.judgeCount ? setup.judgeCount * judgeVotes : Math.round((n * v) / 2);
  const field = new ArrayCandidates(random, { sdFactor: setup.sdFactor ?? 0.8, bounds: setup.bounds ?? 2 });
  const judges = Array.from({ length: setup.judgeCount ?? Math.max(3, Math.ceil(total / judgeVotes)) }, (_, id) =>
    newJudge(id, id < n ? id : null),
  );
  const colluders = attack ? (attack.size ?? Math.round(judges.length * attack.share)) : 0;
  const target = attack ? rankOrder(truth)[attack.target - 1]! : -1;
  const votes: CastVote[] = [];
  for (let turn = 0; turn < total; turn += 1) {
    const elapsed = turn / total;
    while (field.ratings.length < Math.max(2, Math.min(n, Math.ceil((elapsed / ARRIVALS_END) * n)))) field.enter();
    for (let tries = 0; tries < ATTEMPTS; tries += 1) {
      const judge = judges[pickIndex(random, judges.length)]!;
      const wants = judge.id >= judges.length - colluders ? target : -1;
      const vote = await answer(setup, { field, judge, elapsed, random, crowd, wants });
      if (!vote) continue;
      field.vote(vote.winner, vote.loser, vote.weight);
      votes.push(vote);
      break;
    }
  }
  return { truth, field, votes, judges: judges.length };
}

type Turn = { field: ArrayCandidates; judge: Judge; elapsed: number; random: Random; crowd: Crowd; wants: number };

/** One judge's vote, after as many skips as it takes; null when the judge is caught up. */
async function answer(setup: Setup, { field, judge, elapsed, random, crowd, wants }: Turn): Promise<CastVote | null> {
  const { strategy, constants = PAIRING, percents = [50, 30, 20], attack } = setup;
  const situation = {
    entries: field.ratings.length,
    votes: field.votes,
    percents,
    elapsed,
    open: elapsed < ENTRIES_CLOSE,
    judgeVotes: judge.votes,
  };
  let skips = 0;
  for (;;) {
    const pair = await choosePair(field.viewFor(judge), situation, random, { strategy, constants });
    if (!pair) return null;
    const { left, right } = pair;
    show(judge, left, right);
    const found = left === wants || right === wants;
    if (wants >= 0 && !found && skips < attack!.rerolls) {
      skips += 1;
      continue;
    }
    const winner = choice(
      { field, wants: found ? wants : null, isOne: wants >= 0, attack, crowd, random },
      left,
      right,
    );
    judge.votes += 1;
    const weight = attack?.skipRule === false ? 1 : skipWeight(skips);
    return { winner, loser: left + right - winner, judge: judge.id, weight, reasons: [], seconds: 5, kind: "images" };
  }
}

type Choosing = Pick<Turn, "field" | "crowd" | "random"> & { wants: number | null; isOne: boolean; attack?: Attack };

function choice({ field, wants, isOne, attack, crowd, random }: Choosing, left: number, right: number) {
  if (wants !== null && (attack?.loyalty === undefined || random() < attack.loyalty)) return wants;
  if (isOne && wants === null && attack?.elsewhere === "live")
    return field.ratings[left]!.elo >= field.ratings[right]!.elo ? left : right;
  return crowd.vote(left, right, random);
}

function simulatedCrowd(n: number, random: Random): Crowd {
  const truth = Float64Array.from({ length: n }, () => normal(random));
  return { truth, vote: (a, b) => (random() < 1 / (1 + Math.exp(truth[b]! - truth[a]!)) ? a : b) };
}

export function rankOrder(strengths: ArrayLike<number>) {
  return Array.from(strengths, (_, i) => i).sort((a, b) => strengths[b]! - strengths[a]! || a - b);
}

function normal(random: Random) {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
