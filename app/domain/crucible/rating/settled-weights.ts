import type { WeightedVote } from "./duels";
import { type Answer, tooFastAnswers } from "../weights/too-fast";
import { judgeReliability, NEW_JUDGE_BELOW, reliabilityWeight } from "./reliability";
import type { Weighed, WeightReason } from "../weights/vote-weight";

/** A vote as the final count takes it up, in the order cast: entries and judge by index, and its weight when cast. */
export type CastVote = WeightedVote & Answer & { reasons: readonly WeightReason[] };

const AGAINST_CONSENSUS_BELOW = 0.5;

/**
 * What each vote weighs in the final fit, 0 to 1, and every reason for less: its weight when cast, nothing if in hindsight
 * it was one of a hasty ten, times the factor, 0 to 1, of how reliable its judge proved.
 */
export function settledWeights(entryCount: number, judgeCount: number, votes: readonly CastVote[]) {
  const tooFast = tooFastVotes(judgeCount, votes);
  const looked = votes.map((vote, i) => (tooFast[i] ? { ...vote, weight: 0 } : vote));
  const reliability = judgeReliability(entryCount, judgeCount, looked);
  const counts = new Int32Array(judgeCount);
  for (const { judge, weight } of looked) if (weight > 0) counts[judge]! += 1;
  const factors = Array.from(reliability, (eta, judge) => reliabilityWeight(eta, counts[judge]!));
  function weigh({ judge, weight, reasons }: CastVote, isHasty: boolean): Weighed {
    const factor = factors[judge]!;
    const found = new Set(reasons);
    if (isHasty) found.add("speed");
    if (counts[judge]! < NEW_JUDGE_BELOW) found.add("new-judge");
    else if (factor < AGAINST_CONSENSUS_BELOW) found.add("against-the-field");
    return { weight: weight * factor, reasons: [...found] };
  }
  // Nearly all votes of a judge weigh the same, and share what says so.
  const usual: Weighed[] = [];
  const weighed = looked.map((vote, i) =>
    vote.weight < 1 || vote.reasons.length > 0 || tooFast[i]
      ? weigh(vote, tooFast[i] === 1)
      : (usual[vote.judge] ??= weigh(vote, false)),
  );
  return { votes: weighed, judges: factors };
}

function tooFastVotes(judgeCount: number, votes: readonly CastVote[]) {
  const byJudge = Array.from({ length: judgeCount }, (): number[] => []);
  votes.forEach(({ judge }, i) => byJudge[judge]!.push(i));
  const tooFast = new Uint8Array(votes.length);
  for (const own of byJudge) {
    tooFastAnswers(own.map((i) => votes[i]!)).forEach((fast, nth) => (tooFast[own[nth]!] = fast ? 1 : 0));
  }
  return tooFast;
}
