import { fitStrengths } from "~/domain/crucible/rating/bradley-terry";
import { groupByPair, sumVotes } from "~/domain/crucible/rating/duels";
import { settledWeights } from "~/domain/crucible/rating/settled-weights";
import type { Played } from "./run";

export type Estimator = (played: Played, priorSd: number) => Float64Array;

/** From the votes of a run to what the entries are ordered by. */
export const estimators: Record<string, Estimator> = {
  /** The live Elo at the end. */
  live: ({ field }) => Float64Array.from(field.ratings, ({ elo }) => elo),
  /** Bradley–Terry over the weights that the votes were cast with. */
  fit: ({ field, votes }, priorSd) =>
    fitStrengths(field.ratings.length, sumVotes(votes, groupByPair(votes)), { priorSd }),
  /** Bradley–Terry over the weights as settled, with the reliability of judges in them. This one pays. */
  settled: ({ field, votes, judges }, priorSd) => {
    const { votes: weighed } = settledWeights(field.ratings.length, judges, votes);
    const duels = sumVotes(votes, groupByPair(votes), (_, i) => weighed[i]!.weight);
    return fitStrengths(field.ratings.length, duels, { priorSd });
  },
};
