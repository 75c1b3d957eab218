import { afterVote, type BoundedRating, unrated } from "~/domain/crucible/elo";
import type { Candidate, CandidateSource, Meeting } from "~/domain/crucible/pairing/candidate-source";
import { pickIndex, type Random } from "~/domain/contest/random";
import { SortedIndex } from "./sorted-index";

/** A judge of the simulation: what they own, what they had. */
export type Judge = { id: number; owns: number | null; had: Set<number>; seen: Map<number, number>; votes: number };
type Tuning = { sdFactor: number; bounds: number };

/** The rows that the server keeps in SQLite, in arrays: entries are numbers in the order of arrival. */
export class ArrayCandidates {
  readonly ratings: BoundedRating[] = [];
  readonly meetings = new Map<number, number>();
  votes = 0;
  private readonly byElo = new SortedIndex();
  private readonly byUcb = new SortedIndex();
  private readonly byVotes = new SortedIndex();

  constructor(
    private readonly random: Random,
    private readonly tuning: Tuning = { sdFactor: 0.8, bounds: 2 },
  ) {}

  enter() {
    const entry = this.ratings.push(unrated()) - 1;
    this.index(entry);
    return entry;
  }

  vote(winner: number, loser: number, weight: number) {
    const after = afterVote(this.ratings[winner]!, this.ratings[loser]!, weight);
    this.ratings[winner] = after.winner;
    this.ratings[loser] = after.loser;
    this.index(winner);
    this.index(loser);
    const pair = pairKey(winner, loser);
    this.meetings.set(pair, (this.meetings.get(pair) ?? 0) + 1);
    this.votes += 1;
  }

  viewFor(judge: Judge): CandidateSource {
    const rows = (order: Iterable<number>, limit: number) => this.rows(judge, order, limit);
    return {
      leastVoted: (limit) => rows(this.byVotes.order, limit),
      sample: (limit) => rows(this.shuffled(), limit),
      topByElo: (limit) => rows(backwards(this.byElo.order), limit),
      bottomByElo: (limit) => rows(this.byElo.order, limit),
      topByUcb: (limit) => rows(backwards(this.byUcb.order), limit),
      aroundElo: (elo, limit) => this.around(judge, elo, limit),
      leastSeen: (limit, offset) => this.bySeen(judge).slice(offset, offset + limit),
      meetings: (entry, others) => others.map((other) => this.meeting(judge, entry, other)),
      freshOpponent: (entry) => this.freshOpponent(judge, entry),
    };
  }

  private index(entry: number) {
    const { elo, votes, sd } = this.bounded(entry);
    this.byElo.set(entry, elo);
    this.byUcb.set(entry, elo + this.tuning.bounds * sd);
    this.byVotes.set(entry, votes);
  }

  private bounded(entry: number) {
    const rating = this.ratings[entry]!;
    const sd = rating.sd * Math.sqrt((1 + 0.8 * rating.info) / (1 + this.tuning.sdFactor * rating.info));
    return { elo: rating.elo, votes: rating.votes, sd };
  }

  private row(judge: Judge, id: number): Candidate {
    const { elo, sd, votes } = this.bounded(id);
    const reach = this.tuning.bounds * sd;
    return { id, elo, sd, lcb: elo - reach, ucb: elo + reach, votes, seen: judge.seen.get(id) ?? 0 };
  }

  private rows(judge: Judge, order: Iterable<number>, limit: number) {
    const found: Candidate[] = [];
    for (const id of order) {
      if (found.length >= limit) break;
      if (id !== judge.owns) found.push(this.row(judge, id));
    }
    return found;
  }

  private around(judge: Judge, elo: number, limit: number) {
    const order = this.byElo.order;
    const middle = this.byElo.firstFrom(elo);
    const above = this.rows(judge, order.slice(middle, middle + limit), Math.ceil(limit / 2));
    const below = this.rows(judge, order.slice(Math.max(0, middle - limit), middle).reverse(), Math.ceil(limit / 2));
    return [...above, ...below];
  }

  private bySeen(judge: Judge) {
    return this.rows(judge, this.ratings.keys(), Infinity).sort((a, b) => a.seen - b.seen);
  }

  private freshOpponent(judge: Judge, entry: number) {
    return this.bySeen(judge).find(({ id }) => id !== entry && !judge.had.has(pairKey(id, entry))) ?? null;
  }

  private meeting(judge: Judge, a: number, b: number): Meeting {
    const pair = pairKey(a, b);
    return { votes: this.meetings.get(pair) ?? 0, had: judge.had.has(pair) };
  }

  /** All entries in random order, drawn one at a time: a few are rarely followed by the rest. */
  private *shuffled() {
    const swapped = new Map<number, number>();
    for (let i = 0; i < this.ratings.length; i += 1) {
      const j = i + pickIndex(this.random, this.ratings.length - i);
      yield swapped.get(j) ?? j;
      swapped.set(j, swapped.get(i) ?? i);
    }
  }
}

export function newJudge(id: number, owns: number | null): Judge {
  return { id, owns, had: new Set(), seen: new Map(), votes: 0 };
}

/** Puts a pair on the judge's seat: from now on it has been had. */
export function show(judge: Judge, a: number, b: number) {
  judge.had.add(pairKey(a, b));
  for (const entry of [a, b]) judge.seen.set(entry, (judge.seen.get(entry) ?? 0) + 1);
}

export function pairKey(a: number, b: number) {
  return Math.min(a, b) * 2 ** 26 + Math.max(a, b);
}

function* backwards(order: readonly number[]) {
  for (let i = order.length - 1; i >= 0; i -= 1) yield order[i]!;
}
