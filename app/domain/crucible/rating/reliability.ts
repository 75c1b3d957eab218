import { fitStrengths } from "./bradley-terry";
import { groupByPair, sumVotes, type WeightedVote } from "./duels";

/** What we believe of a judge before the first vote: Beta(4, 1.5), most likely right in 6 votes of 7. */
export const RELIABILITY_PRIOR = { right: 4, wrong: 1.5 };
/** Judges with fewer votes than this in a crucible weigh `NEW_JUDGE_WEIGHT`, whatever they chose. */
export const NEW_JUDGE_BELOW = 5;
export const NEW_JUDGE_WEIGHT = 0.3;

const ROUNDS = 5;

/**
 * How far each judge's votes agree with the field, 0 to 1, one per judge index: the chance η that a vote says what the
 * judge sees, estimated together with the strengths (Crowd-BT, Chen et al. 2013). Votes of weight 0 say nothing.
 */
export function judgeReliability(entryCount: number, judgeCount: number, votes: readonly WeightedVote[]) {
  const pairs = groupByPair(votes);
  let reliability = new Float64Array(judgeCount).fill(modeOf(0, 0));
  let from: Float64Array | undefined;
  for (let round = 0; round < ROUNDS; round += 1) {
    const duels = sumVotes(votes, pairs, (vote) => vote.weight * trust(reliability[vote.judge]!));
    from = fitStrengths(entryCount, duels, { from, tolerance: 1e-6 });
    reliability = judge(votes, from, reliability);
  }
  return reliability;
}

/** What a judge's votes weigh in the final fit: nothing at η = ½, where they are noise, and all at 1. */
export function reliabilityWeight(reliability: number, votes: number) {
  return votes < NEW_JUDGE_BELOW ? NEW_JUDGE_WEIGHT : trust(reliability);
}

/** One step of expectation–maximisation for all judges at once. */
function judge(votes: readonly WeightedVote[], theta: Float64Array, before: Float64Array) {
  const right = new Float64Array(before.length);
  const all = new Float64Array(before.length);
  for (const { winner, loser, judge, weight } of votes) {
    const chance = 1 / (1 + Math.exp(theta[loser]! - theta[winner]!));
    const honest = before[judge]! * chance;
    right[judge]! += weight * (honest / (honest + (1 - before[judge]!) * (1 - chance)));
    all[judge]! += weight;
  }
  return right.map((sum, i) => modeOf(sum, all[i]! - sum));
}

function modeOf(right: number, wrong: number) {
  const plus = right + RELIABILITY_PRIOR.right - 1;
  return plus / (plus + wrong + RELIABILITY_PRIOR.wrong - 1);
}

function trust(reliability: number) {
  return Math.max(0, 2 * reliability - 1);
}
