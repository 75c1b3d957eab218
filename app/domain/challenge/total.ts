import { themeRule } from "./schema";

/**
 * What a review amounts to, 0 to 1000: each criterion’s score of 0 to 10 by its percent. A theme score below 4 caps it
 * at 500. Pages and the ranking use this one function. Throws when there is not one score for each criterion.
 */
export function totalOf(percents: readonly number[], scores: readonly number[]) {
  if (scores.length !== percents.length) throw new Error("There must be one score for each criterion.");
  const sum = percents.reduce((all, percent, at) => all + percent * scores[at]!, 0);
  return scores[0]! < themeRule.capped ? Math.min(sum, themeRule.cap) : sum;
}

/** Whether an entry misses the theme so far that it is out. */
export function missesTheme(themeScore: number) {
  return themeScore < themeRule.out;
}
