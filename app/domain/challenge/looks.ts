import { endRule } from "./schema";

export type Looks = { reviews: number; rounds: number; final: number; writing: number; all: number };

/** How many entries meet in the rounds, and how many of them in the final. */
export function fieldOf(reviews: number, places: number) {
  const best = Math.min(endRule.best, reviews);
  const finalists = Math.min(reviews, Math.max(endRule.leastFinalists, places + endRule.more));
  return { best, finalists };
}

/**
 * The looks that a challenge pays for: one for each review, one for each duel of five rounds, two for each pair of the
 * final, and one for the words about the result. 50 reviews and 3 places: 141.
 */
export function looksOf(reviews: number, places: number): Looks {
  const { best, finalists } = fieldOf(reviews, places);
  const rounds = Math.floor(best / 2) * Math.min(endRule.rounds, Math.max(0, best - 1));
  const final = finalists * (finalists - 1);
  return { reviews, rounds, final, writing: 1, all: reviews + rounds + final + 1 };
}
