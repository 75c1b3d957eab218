/** A control pair is one whose answer the field already knows; even honest judges miss one in twenty. */
export const EXPECTED_WRONG = 0.05;
export const MIN_WRONG = 3;
const SIGNIFICANT = 0.01;

/**
 * Whether a judge fails the controls: three or more wrong, and more than chance explains (one-sided binomial test against
 * 5 %, p < .01). From then on the judge's votes weigh 0.
 */
export function failedControls({ shown, wrong }: { shown: number; wrong: number }) {
  return wrong >= MIN_WRONG && binomialTail(wrong, shown, EXPECTED_WRONG) < SIGNIFICANT;
}

/** Chance of `hits` or more in `tries`, each of chance `p` (0 < p < 1). */
export function binomialTail(hits: number, trials: number, p: number) {
  let chance = (1 - p) ** trials;
  let fewer = 0;
  for (let k = 0; k < hits; k += 1) {
    fewer += chance;
    chance *= ((trials - k) / (k + 1)) * (p / (1 - p));
  }
  return Math.max(0, 1 - fewer);
}
