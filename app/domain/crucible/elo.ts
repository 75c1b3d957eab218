export const START = 1500;
export const SCALE = 400;
/** Elo points to one logit: 173.72. */
export const POINTS_PER_LOGIT = SCALE / Math.LN10;

/** K until an entry has `SEASONED_AT` votes, and from then on. */
export const K_NEW = 64;
export const K_SEASONED = 32;
export const SEASONED_AT = 10;

/** What an entry's row says of its live rating. `info` is the sum of weight·p(1−p) over its votes. */
export type Rating = { elo: number; votes: number; wins: number; losses: number; info: number };
/** With the bounds that choosing pairs sorts by, in Elo points. */
export type BoundedRating = Rating & { sd: number; lcb: number; ucb: number };

/** Chance, 0 to 1, that an entry rated `a` beats one rated `b` (logistic Elo, scale 400). */
export function expectedScore(a: number, b: number) {
  return 1 / (1 + 10 ** ((b - a) / SCALE));
}

/** The rating of an entry that nobody has judged yet. */
export function unrated(): BoundedRating {
  return bounded({ elo: START, votes: 0, wins: 0, losses: 0, info: 0 });
}

/**
 * Both ratings after one vote. Each side moves by its own K × `weight`, 0 to 1. A vote of weight 0 is counted among the
 * votes, wins and losses, and moves nothing else.
 */
export function afterVote(winner: Rating, loser: Rating, weight: number) {
  if (!(weight >= 0 && weight <= 1)) throw new RangeError(`A vote weighs 0 to 1, not ${weight}`);
  const chance = expectedScore(winner.elo, loser.elo);
  const info = weight * chance * (1 - chance);
  const surprise = weight * (1 - chance);
  return {
    winner: bounded({
      elo: winner.elo + stepOf(winner) * surprise,
      votes: winner.votes + 1,
      wins: winner.wins + 1,
      losses: winner.losses,
      info: winner.info + info,
    }),
    loser: bounded({
      elo: loser.elo - stepOf(loser) * surprise,
      votes: loser.votes + 1,
      wins: loser.wins,
      losses: loser.losses + 1,
      info: loser.info + info,
    }),
  };
}

/** K: how far one vote of full weight may move an entry, in Elo points. */
function stepOf({ votes }: Pick<Rating, "votes">) {
  return votes < SEASONED_AT ? K_NEW : K_SEASONED;
}

/** How unsure a live rating is, in Elo points: 173.7/√(1 + 0.8·info). */
export function deviation(info: number) {
  return POINTS_PER_LOGIT / Math.sqrt(1 + 0.8 * info);
}

/** A rating with its deviation and the bounds two deviations below and above. */
export function bounded(rating: Rating): BoundedRating {
  const { elo, votes, wins, losses, info } = rating;
  const sd = deviation(info);
  return { elo, votes, wins, losses, info, sd, lcb: elo - 2 * sd, ucb: elo + 2 * sd }; // not spread: a replay makes millions
}
