export const PAIR_KINDS = ["images", "video"] as const;
export type PairKind = (typeof PAIR_KINDS)[number];
export type Answer = { seconds: number; kind: PairKind };

/** Nobody looks at two pictures in less, or at two videos. Seconds from the pair being shown to the vote, by the server. */
export const MIN_SECONDS = { images: 1.5, video: 3 } as const;
export const WINDOW = 10;

/**
 * Whether the last ten of `answers`, latest last, came too fast: their median, each in shares of what its kind needs,
 * is below 1. Fewer than ten say nothing yet.
 */
export function isTooFast(answers: readonly Answer[]) {
  if (answers.length < WINDOW) return false;
  const last = answers.slice(-WINDOW);
  if (last.filter(isFast).length < WINDOW / 2) return false; // then the median is not below 1
  const paces = last.map(({ seconds, kind }) => seconds / MIN_SECONDS[kind]);
  const sorted = paces.sort((a, b) => a - b);
  return (sorted[WINDOW / 2 - 1]! + sorted[WINDOW / 2]!) / 2 < 1;
}

/** For each answer of a judge, in order, whether any ten in a row with it in them were too fast. Known only afterwards. */
export function tooFastAnswers(answers: readonly Answer[]) {
  const tooFast = answers.map(() => false);
  let fast = 0;
  for (let end = 1; end <= answers.length; end += 1) {
    if (isFast(answers[end - 1]!)) fast += 1;
    if (end > WINDOW && isFast(answers[end - 1 - WINDOW]!)) fast -= 1;
    if (fast >= WINDOW / 2 && isTooFast(answers.slice(Math.max(0, end - WINDOW), end)))
      tooFast.fill(true, end - WINDOW, end);
  }
  return tooFast;
}

function isFast({ seconds, kind }: Answer) {
  return seconds < MIN_SECONDS[kind];
}
