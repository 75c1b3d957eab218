import { failedControls } from "./control-pairs";
import { isTooFast, type PairKind } from "./too-fast";

/** Why a vote weighs less than 1. Stored beside it, in this order. */
export const WEIGHT_REASONS = [
  "skips",
  "speed",
  "control",
  "new-judge",
  "against-the-field",
  "partisan",
  "voided",
] as const;
export type WeightReason = (typeof WEIGHT_REASONS)[number];
export type Weighed = { weight: number; reasons: WeightReason[] };

/** What a vote weighs in the end that was taken back, or voided by a moderator. */
export const VOIDED: Weighed = { weight: 0, reasons: ["voided"] };

/** What is known of a judge in a crucible at the moment of a vote; `answers` are the latest last, this vote's included. */
export type JudgeHistory = {
  /** In a row before the vote, or before its pair was drawn where those are more: a pair is in view before its turn comes. */
  skips: number;
  answers: readonly { seconds: number; kind: PairKind }[];
  controls: { shown: number; wrong: number };
};

/** What a vote weighs when it is cast, 0 to 1, and why less than 1. It moves the live rating by as much. */
export function weighVote({ skips, answers, controls }: JudgeHistory): Weighed {
  const reasons: WeightReason[] = [];
  if (skips > 0) reasons.push("skips");
  if (isTooFast(answers)) reasons.push("speed");
  if (failedControls(controls)) reasons.push("control");
  const worthless = reasons.some((reason) => reason !== "skips");
  return { weight: worthless ? 0 : skipWeight(skips), reasons };
}

/** 1/(1+k) after k skips in a row: looking for one entry by skipping does not pay, skipping now and then costs little. */
export function skipWeight(skips: number) {
  return 1 / (1 + skips);
}
