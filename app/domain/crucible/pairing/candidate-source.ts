/** An entry as pairing sees it: its live rating and how often this judge has had it on the seat, votes and skips alike. */
export type Candidate = {
  id: number;
  elo: number;
  sd: number;
  lcb: number;
  ucb: number;
  votes: number;
  seen: number;
};
/** What is known of two entries as a pair: votes of all judges, and whether this judge has had it, on either side. */
export type Meeting = { votes: number; had: boolean };

type Answer<T> = T | Promise<T>;

/**
 * The few questions that choosing a pair asks, for one judge of one crucible. Every list holds only entries the judge may
 * see: still in, not the judge's own, within the browsing preference; at most `limit` of them.
 * Each is one indexed read, however large the field.
 */
export interface CandidateSource {
  /** Fewest votes first; the order among equals is the view's. It may leave out those that this judge has seen too often. */
  leastVoted(limit: number): Answer<Candidate[]>;
  /** Any, all equally likely. */
  sample(limit: number): Answer<Candidate[]>;
  /** Highest live rating first. */
  topByElo(limit: number): Answer<Candidate[]>;
  /** Lowest live rating first. */
  bottomByElo(limit: number): Answer<Candidate[]>;
  /** Highest upper bound first. */
  topByUcb(limit: number): Answer<Candidate[]>;
  /** Half of them the next at or above `elo`, half the next below, in any order. */
  aroundElo(elo: number, limit: number): Answer<Candidate[]>;
  /** Least seen by this judge first, and all entries in the end as `offset` grows. */
  leastSeen(limit: number, offset: number): Answer<Candidate[]>;
  /** One for each of `others`, in their order. */
  meetings(entry: number, others: readonly number[]): Answer<Meeting[]>;
  /** Of the entries that this judge has not had against `entry`, one that the judge has seen least; null when none is left. */
  freshOpponent(entry: number): Answer<Candidate | null>;
}
