import { POINTS_PER_LOGIT } from "../ranking/elo";
import type { Candidate } from "./field-view";

type Side = Pick<Candidate, "elo" | "sd">;

/** What a vote between two entries can be expected to tell: v/(1+πv/8)·q(1−q), with v the variance of their gap in logits. */
export function telling(a: Side, b: Side) {
  const { variance, spread, chance } = gapOf(a, b);
  return (variance / spread) * chance * (1 - chance);
}

/** Chance, 0 to ½, that two entries stand in the wrong order, their gap taken as normal. */
export function mistaken(a: Side, b: Side) {
  const { gap, variance } = gapOf(a, b);
  return normalTail(Math.abs(gap) / Math.sqrt(variance));
}

function gapOf(a: Side, b: Side) {
  const gap = (a.elo - b.elo) / POINTS_PER_LOGIT;
  const variance = (a.sd ** 2 + b.sd ** 2) / POINTS_PER_LOGIT ** 2;
  const spread = 1 + (Math.PI * variance) / 8;
  return { gap, variance, spread, chance: 1 / (1 + Math.exp(-gap / Math.sqrt(spread))) };
}

/** Chance of a standard normal above x ≥ 0 (Abramowitz & Stegun 26.2.17, to 1e-7). */
function normalTail(x: number) {
  const t = 1 / (1 + 0.2316419 * x);
  const poly = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * poly;
}
