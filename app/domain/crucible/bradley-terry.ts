import { solve, type Curvature } from "./conjugate-gradient";
import { POINTS_PER_LOGIT, START } from "./elo";

/** Two entries by index, and the summed weight of the votes for each. One per pair, or many: they add up. */
export type Duel = readonly [a: number, b: number, winsA: number, winsB: number];

/** Standard deviation, in logits, of what we believe of an entry before its first vote. */
export const PRIOR_SD = 1;

type Options = { priorSd?: number; tolerance?: number; from?: ArrayLike<number> };
type Columns = { count: number; precision: number; a: Int32Array; b: Int32Array; winsA: Float64Array; winsB: Float64Array };

const MOST_STEPS = 200;
const BEYOND_ANY_FIT = 15;
/** Without a prior nothing says where zero is; this little keeps rounding errors from drifting that way. */
const FLAT = 1e-9;

/**
 * Bradley–Terry strengths in logits, mean zero: the most probable ones given the duels and a normal prior around 0
 * (Caron & Doucet 2012), by damped Newton steps to `tolerance` logits. `priorSd: Infinity` is maximum likelihood, which
 * exists only when every entry is linked to every other by wins in both directions (Ford 1957); else it throws.
 */
export function fitStrengths(count: number, duels: Iterable<Duel>, options: Options = {}) {
  const { priorSd = PRIOR_SD, tolerance = 1e-9, from } = options;
  const columns = toColumns(count, duels, priorSd);
  const theta = from ? center(Float64Array.from(from)) : new Float64Array(count);
  let surprise = surpriseOf(columns, theta);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const { gradient, curvature } = slopeOf(columns, theta);
    const move = center(solve(curvature, gradient, Math.min(1e-6, tolerance)));
    const longest = move.reduce((most, part) => Math.max(most, Math.abs(part)), 0);
    if (longest <= tolerance) return center(theta.map((strength, i) => strength + move[i]!));
    surprise = walk(columns, theta, move, surprise);
    if (theta.some((strength) => !(Math.abs(strength) < BEYOND_ANY_FIT))) break;
  }
  throw new Error("These duels have no Bradley–Terry fit: some entries only ever won, and there is no prior");
}

/** A settled rating, on the Elo scale, of a strength in logits; to a millionth of a point, below which ratings are equal. */
export function settledRating(theta: number) {
  return Math.round((START + POINTS_PER_LOGIT * theta) * 1e6) / 1e6;
}

/** Standard error, in logits, of θa − θb at the fitted strengths: from the inverse of the observed information. */
export function gapError(duels: Iterable<Duel>, theta: Float64Array, a: number, b: number, priorSd = PRIOR_SD) {
  const { curvature } = slopeOf(toColumns(theta.length, duels, priorSd), theta);
  const contrast = new Float64Array(theta.length);
  contrast[a] = 1;
  contrast[b] = -1;
  const solved = solve(curvature, contrast, 1e-12);
  return Math.sqrt(solved[a]! - solved[b]!);
}

/** Takes the whole step, or half of it, or half of that … until it explains the votes no worse than before. */
function walk(columns: Columns, theta: Float64Array, move: Float64Array, before: number) {
  const start = Float64Array.from(theta);
  for (let share = 1; share > 1e-6; share /= 2) {
    for (let i = 0; i < theta.length; i += 1) theta[i] = start[i]! + share * move[i]!;
    const after = surpriseOf(columns, theta);
    if (after <= before + 1e-12 * Math.abs(before)) return after;
  }
  return before;
}

/** Minus the log of the posterior. */
function surpriseOf({ a, b, winsA, winsB, precision }: Columns, theta: Float64Array) {
  let sum = 0;
  for (const strength of theta) sum += (precision * strength * strength) / 2;
  for (let d = 0; d < a.length; d += 1) {
    const gap = theta[a[d]!]! - theta[b[d]!]!;
    const rest = Math.log1p(Math.exp(-Math.abs(gap)));
    sum += winsA[d]! * (rest + Math.max(0, -gap)) + winsB[d]! * (rest + Math.max(0, gap));
  }
  return sum;
}

function slopeOf({ count, precision, a, b, winsA, winsB }: Columns, theta: Float64Array) {
  const gradient = new Float64Array(count);
  const diagonal = new Float64Array(count).fill(precision + FLAT);
  const links = new Float64Array(a.length);
  for (let i = 0; i < count; i += 1) gradient[i] = -precision * theta[i]!;
  for (let d = 0; d < a.length; d += 1) {
    const [i, j, votes] = [a[d]!, b[d]!, winsA[d]! + winsB[d]!];
    const chance = 1 / (1 + Math.exp(theta[j]! - theta[i]!));
    const pull = winsA[d]! - votes * chance;
    links[d] = votes * chance * (1 - chance);
    gradient[i]! += pull;
    gradient[j]! -= pull;
    diagonal[i]! += links[d]!;
    diagonal[j]! += links[d]!;
  }
  return { gradient, curvature: { diagonal, a, b, links } satisfies Curvature };
}

function toColumns(count: number, duels: Iterable<Duel>, priorSd: number): Columns {
  const rows = Array.isArray(duels) ? (duels as Duel[]) : [...duels];
  const columns = {
    count,
    precision: 1 / priorSd ** 2,
    a: new Int32Array(rows.length),
    b: new Int32Array(rows.length),
    winsA: new Float64Array(rows.length),
    winsB: new Float64Array(rows.length),
  };
  rows.forEach(([a, b, winsA, winsB], d) => {
    columns.a[d] = a;
    columns.b[d] = b;
    columns.winsA[d] = winsA;
    columns.winsB[d] = winsB;
  });
  return columns;
}

function center(theta: Float64Array) {
  const mean = theta.reduce((sum, strength) => sum + strength, 0) / Math.max(1, theta.length);
  return theta.map((strength) => strength - mean);
}
