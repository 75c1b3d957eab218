import { fitStrengths, settledRating } from "./bradley-terry";
import { groupByPair, sumVotes, type WeightedVote } from "./duels";
import { confidenceOf, holdingShares, type Confidence } from "./confidence";
import { placeEntries, type Participant, type TieLink } from "./placing";
import type { Partisans } from "./partisans";
import { findRigging } from "./unrigged";
import { sharePool } from "~/domain/contest/prizes";
import { type CastVote, settledWeights } from "./settled-weights";
import type { Weighed } from "../weights/vote-weight";

/** A finished contest in plain data, fit to be sent to a worker. Votes name entries by index into `entries`. */
export type Contest = {
  /** `ranked` is false for a disqualified entry: its duels still tell about the others, but it takes no place. */
  entries: readonly { id: number; enteredAt: number; ranked: boolean }[];
  judges: number;
  /** In the order cast, without the voided ones. */
  votes: readonly CastVote[];
  percents: readonly number[];
  pool: number;
  /** 1: as cast and weighed. 2: without the votes of partisans for their entry. */
  rules: number;
  /** Of the bootstrap that says how firmly; null where nobody asks. */
  seed: number | null;
};

/** Only votes that weigh something are in `votes`, `wins` and `losses`. The last place holds against nobody: null. */
export type Standing = {
  entry: number;
  place: number;
  settled: number;
  votes: number;
  wins: number;
  losses: number;
  tie: TieLink | null;
  holds: number | null;
  firmness: Confidence | null;
  prize: number;
};
export type FinalOrder = {
  outcome: "placed" | "no-contest" | "empty";
  standings: Standing[];
  remainder: number;
  /** Of each vote, in the order cast, and the factor of each judge that is in them. */
  weights: Weighed[];
  judgeWeights: number[];
  partisans: Partisans[];
};

/** Who placed where, how firmly, and what it pays. Two or more entries of which no counted vote speaks are no contest. */
export function finalOrder(contest: Contest): FinalOrder {
  const { entries, votes, pool } = contest;
  const settled = finalWeights(contest);
  const counted = countedVotes(votes, settled.weights);
  const ranked = entries.filter((entry) => entry.ranked).length;
  const contested = counted.some(({ winner, loser }) => entries[winner]!.ranked || entries[loser]!.ranked);
  if (ranked === 0) return { outcome: "empty", standings: [], remainder: pool, ...settled };
  if (ranked > 1 && !contested) return { outcome: "no-contest", standings: [], remainder: pool, ...settled };
  return { outcome: "placed", ...standingsOf(contest, counted), ...settled };
}

function countedVotes(votes: readonly CastVote[], weights: readonly Weighed[]) {
  return votes
    .map(({ winner, loser, judge }, i): WeightedVote => ({ winner, loser, judge, weight: weights[i]!.weight }))
    .filter(({ weight }) => weight > 0);
}

function standingsOf({ entries, percents, pool, seed }: Contest, counted: readonly WeightedVote[]) {
  const placed = place(entries, counted);
  const ids = placed.map(({ id }) => id);
  const holds = seed !== null && ids.length > 1 ? holdingShares(ids, entries.length, counted, seed) : [];
  const { prizes, remainder } = sharePool(pool, percents, placed.length);
  const standings = placed.map((one, i): Standing => {
    const { id, place, rating: settled, votes, wins, losses, tie } = one;
    const share = holds[i] ?? null;
    const firmness = share === null ? null : confidenceOf(share);
    const record = { entry: entries[id]!.id, place, settled, votes, wins, losses, tie };
    return { ...record, holds: share, firmness, prize: prizes[i] ?? 0 };
  });
  return { standings, remainder };
}

/** What each vote weighs in the end, and who was found to vote for an entry whatever it met. */
export function finalWeights({ entries, judges, votes, percents, rules }: Contest) {
  const { votes: weighed, judges: judgeWeights } = settledWeights(entries.length, judges, votes);
  if (rules < 2) return { weights: weighed, judgeWeights, partisans: [] };
  const kept = votes.flatMap(({ winner, loser, judge }, at) => {
    const { weight } = weighed[at]!;
    return weight > 0 ? [{ winner, loser, judge, weight, at }] : [];
  });
  const ranked = (entry: number) => entries[entry]!.ranked;
  const asked = { entryCount: entries.length, votes: kept, ranked, places: percents.length };
  const { dropped, partisans } = findRigging(asked);
  const weights = [...weighed];
  kept.forEach(({ at }, i) => {
    if (dropped[i]) weights[at] = { weight: 0, reasons: [...weighed[at]!.reasons, "partisan"] };
  });
  return { weights, judgeWeights, partisans };
}

function place(entries: Contest["entries"], votes: readonly WeightedVote[]) {
  const pairs = groupByPair(votes);
  const theta = fitStrengths(entries.length, sumVotes(votes, pairs));
  const wins = new Int32Array(entries.length);
  const losses = new Int32Array(entries.length);
  for (const { winner, loser } of votes) {
    wins[winner]! += 1;
    losses[loser]! += 1;
  }
  const contenders = entries.map((entry, id): Participant & { wins: number } => ({
    id,
    rating: settledRating(theta[id]!),
    wins: wins[id]!,
    losses: losses[id]!,
    votes: wins[id]! + losses[id]!,
    enteredAt: entry.enteredAt,
  }));
  return placeEntries(
    contenders.filter(({ id }) => entries[id]!.ranked),
    sumVotes(votes, pairs, () => 1),
  );
}
