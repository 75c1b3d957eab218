import { POINTS_PER_LOGIT } from "../elo";
import type { Candidate } from "./field-view";

type Side = Pick<Candidate, "elo" | "sd">;

/** What a vote between two entries can be expected to tell: v/(1+πv/8)·q(1−q), with v the variance of their gap in logits. */
export function telling(a: Side, b: Side) {
  const variance = (a.sd ** 2 + b.sd ** 2) / POINTS_PER_LOGIT ** 2;
  const spread = 1 + (Math.PI * variance) / 8;
  const chance = 1 / (1 + Math.exp((b.elo - a.elo) / POINTS_PER_LOGIT / Math.sqrt(spread)));
  return (variance / spread) * chance * (1 - chance);
}
