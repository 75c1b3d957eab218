import { failedControls } from "./control-pairs";
import { isHasty, type PairKind } from "./haste";

/** Why a vote weighs less than 1. Stored beside it, in this order. */
export const WEIGHT_REASONS = ["skips", "speed", "control", "new-judge", "against-the-field", "voided"] as const;
export type WeightReason = (typeof WEIGHT_REASONS)[number];
export type Weighed = { weight: number; reasons: WeightReason[] };

/** What is known of a judge in a crucible at the moment of a vote; `answers` are the latest last, this vote's included. */
export type JudgeRecord = {
  skipsInARow: number;
  answers: readonly { seconds: number; kind: PairKind }[];
  controls: { shown: number; wrong: number };
};

/** What a vote weighs when it is cast, 0 to 1, and why less than 1. It moves the live rating by as much. */
export function weighVote({ skipsInARow, answers, controls }: JudgeRecord): Weighed {
  const reasons: WeightReason[] = [];
  if (skipsInARow > 0) reasons.push("skips");
  if (isHasty(answers)) reasons.push("speed");
  if (failedControls(controls)) reasons.push("control");
  const worthless = reasons.some((reason) => reason !== "skips");
  return { weight: worthless ? 0 : skipWeight(skipsInARow), reasons };
}

/** 1/(1+k) after k skips in a row: looking for one entry by skipping does not pay, skipping now and then costs little. */
export function skipWeight(skipsInARow: number) {
  return 1 / (1 + skipsInARow);
}
