import { afterVote, type BoundedRating, unrated } from "../elo";

type Replayed = { winner: number; loser: number; weight: number };

/**
 * The live rating of every entry in `votes`, by id, when they are cast in this order; leave the voided ones out. Goes on from
 * `ratings`, which it changes; who is not in there starts unrated.
 */
export function replayRatings(votes: Iterable<Replayed>, ratings = new Map<number, BoundedRating>()) {
  for (const { winner, loser, weight } of votes) {
    const after = afterVote(ratings.get(winner) ?? unrated(), ratings.get(loser) ?? unrated(), weight);
    ratings.set(winner, after.winner);
    ratings.set(loser, after.loser);
  }
  return ratings;
}
