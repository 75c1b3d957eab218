import { solve, type Curvature } from "./conjugate-gradient";
import type { Duels } from "./duels";
import { POINTS_PER_LOGIT, START } from "../elo";

/** Standard deviation, in logits, of what we believe of an entry before its first vote. */
export const PRIOR_SD = 1;

type Options = { priorSd?: number; tolerance?: number; from?: ArrayLike<number> };

const MAX_STEPS = 200;
const ENOUGH_FOR_A_STEP = 1e-3;
const ENOUGH_FOR_A_REFIT = 0.02;
const BEYOND_ANY_FIT = 15;
/** Without a prior nothing says where zero is; this little keeps rounding errors from drifting that way. */
const FLAT = 1e-9;

/**
 * Bradley–Terry strengths in logits, mean zero: the most probable ones given the duels and a normal prior around 0
 * (Caron & Doucet 2012), by damped Newton steps to `tolerance` logits. `priorSd: Infinity` is maximum likelihood, which
 * exists only when every entry is linked to every other by wins in both directions (Ford 1957); else it throws.
 */
export function fitStrengths(count: number, duels: Duels, options: Options = {}) {
  const { priorSd = PRIOR_SD, tolerance = 1e-9, from } = options;
  const precision = 1 / priorSd ** 2;
  const theta = from ? center(Float64Array.from(from)) : new Float64Array(count);
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const { gradient, curvature } = slopeOf(duels, precision, theta, chancesOf(duels, theta));
    const move = center(solve(curvature, gradient, ENOUGH_FOR_A_STEP));
    const longest = move.reduce((most, part) => Math.max(most, Math.abs(part)), 0);
    const share = shareOfStep(2 * longest);
    for (let i = 0; i < count; i += 1) theta[i]! += share * move[i]!;
    if (longest <= tolerance) return theta;
    if (theta.some((strength) => !(Math.abs(strength) < BEYOND_ANY_FIT))) break;
  }
  throw new Error("These duels have no Bradley–Terry fit: some entries only ever won, and there is no prior");
}

/** Strengths one whole Newton step nearer to what fits `duels`: from a fit of nearly the same duels that is as good as their own. */
export function stepTowards(duels: Duels, from: Float64Array, chances = chancesOf(duels, from), priorSd = PRIOR_SD) {
  const { gradient, curvature } = slopeOf(duels, 1 / priorSd ** 2, from, chances);
  const move = solve(curvature, gradient, ENOUGH_FOR_A_REFIT);
  return from.map((strength, i) => strength + move[i]!);
}

/** A settled rating, on the Elo scale, of a strength in logits; to a millionth of a point, below which ratings are equal. */
export function settledRating(theta: number) {
  return Math.round((START + POINTS_PER_LOGIT * theta) * 1e6) / 1e6;
}

/** What share of a step that changes gaps by up to `reach` logits cannot overshoot (the slope bends by e^reach, Bach 2010). */
function shareOfStep(reach: number) {
  return reach < 0.5 ? 1 : Math.log1p(reach) / reach;
}

/** How likely `a` of each pair is to win it. */
export function chancesOf({ a, b }: Pick<Duels, "a" | "b">, theta: Float64Array) {
  const chances = new Float64Array(a.length);
  for (let d = 0; d < a.length; d += 1) chances[d] = 1 / (1 + Math.exp(theta[b[d]!]! - theta[a[d]!]!));
  return chances;
}

function slopeOf({ a, b, winsA, winsB }: Duels, precision: number, theta: Float64Array, chances: Float64Array) {
  const gradient = theta.map((strength) => -precision * strength);
  const diagonal = new Float64Array(theta.length).fill(precision + FLAT);
  const links = new Float64Array(a.length);
  for (let d = 0; d < a.length; d += 1) {
    const i = a[d]!;
    const j = b[d]!;
    const votes = winsA[d]! + winsB[d]!;
    const chance = chances[d]!;
    const pull = winsA[d]! - votes * chance;
    links[d] = votes * chance * (1 - chance);
    gradient[i]! += pull;
    gradient[j]! -= pull;
    diagonal[i]! += links[d]!;
    diagonal[j]! += links[d]!;
  }
  return { gradient, curvature: { diagonal, a, b, links } satisfies Curvature };
}

function center(theta: Float64Array) {
  const mean = theta.reduce((sum, strength) => sum + strength, 0) / Math.max(1, theta.length);
  return theta.map((strength) => strength - mean);
}
