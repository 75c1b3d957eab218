import { POINTS_PER_LOGIT } from "../elo";
import type { Candidate } from "./candidate-source";

type Side = Pick<Candidate, "elo" | "sd">;

/** What a vote between two entries can be expected to tell: v/(1+πv/8)·q(1−q), with v the variance of their gap in logits. */
export function expectedInformation(a: Side, b: Side) {
  const { variance, spread, chance } = gapOf(a, b);
  return (variance / spread) * chance * (1 - chance);
}

/**
 * How much, in logits, the better of two entries can be expected to be found better than the one now ahead, once `votes` more
 * votes between them are known: s·(φ(z) − z·Φ(−z)), with s² the variance that these votes explain and z = |gap|/s (the
 * knowledge gradient of Frazier, Powell & Dayanik 2008).
 */
export function knowledgeGradient(a: Side, b: Side, votes: number) {
  const { gap, variance, chance } = gapOf(a, b);
  const information = votes * variance * chance * (1 - chance);
  const shift = Math.sqrt((variance * information) / (1 + information));
  return shift * unitNormalLoss(Math.abs(gap) / shift);
}

function gapOf(a: Side, b: Side) {
  const gap = (a.elo - b.elo) / POINTS_PER_LOGIT;
  const variance = (a.sd ** 2 + b.sd ** 2) / POINTS_PER_LOGIT ** 2;
  const spread = 1 + (Math.PI * variance) / 8;
  return { gap, variance, spread, chance: 1 / (1 + Math.exp(-gap / Math.sqrt(spread))) };
}

/** φ(z) − z·Φ(−z) for z ≥ 0, an eighth too low at most, by Boyd's bound on Φ(−z)/φ(z) (1959); far out, too, more than 0. */
export function unitNormalLoss(z: number) {
  const ratio = Math.PI / (2 * z + Math.sqrt(((Math.PI - 2) * z) ** 2 + 2 * Math.PI));
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * (1 - z * ratio);
}
