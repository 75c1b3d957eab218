import type { Db } from "~/db/client";
import { includesRating } from "~/domain/media/content-ratings";
import { deviation } from "../elo";
import { pickIndex, type Random } from "~/domain/contest/random";
import { type CandidateRow, candidateQueries, toRow } from "./candidate-queries.server";
import type { Candidate, CandidateSource } from "./candidate-source";

type Judge = { id: number; levels: number };
type LevelCount = { level: number; entries: number };
/** How large the field is: `all` for everyone, `open` to this judge: not their own and within what they browse. */
export type CandidateCounts = { all: number; open: number; levels: LevelCount[] };

/** Counted from a few rows that triggers keep, not entry by entry. */
export async function candidateCounts(db: Db, crucibleId: number, judge: Judge): Promise<CandidateCounts> {
  const reads = candidateQueries(db);
  const counts = await reads.counts.all({ crucible: crucibleId });
  const own = await reads.own.all({ crucible: crucibleId, judge: judge.id });
  const levels = counts.filter(({ level, entries }) => entries > 0 && includesRating(judge.levels, level));
  const mine = own.filter(({ level }) => includesRating(judge.levels, level)).length;
  return { all: total(counts), open: total(levels) - mine, levels };
}

function total(counts: LevelCount[]) {
  return counts.reduce((sum, { entries }) => sum + entries, 0);
}

type Seat = {
  crucibleId: number;
  /** The highest number that an entry has. */
  lastNumber: number;
  judge: Judge;
  size: CandidateCounts;
  /** How often this judge may have had an entry for it to count among the least voted. */
  tiredAt: number;
  random: Random;
};

/** The field of one crucible as it lies in the database, for one judge and one pick. */
export function storedCandidates(db: Db, seat: Seat): CandidateSource {
  const reads = candidateQueries(db);
  const unseen = remembered((limit) => inOrder(seat, reads.unseen, limit, ["votes", 1]));
  return {
    leastVoted: remembered((limit) => inOrder(seat, reads.leastVoted, limit, ["votes", 1])),
    sample: (limit) => sample(db, seat, limit),
    topByElo: (limit) => inOrder(seat, reads.topByElo, limit, ["elo", -1]),
    bottomByElo: (limit) => inOrder(seat, reads.bottomByElo, limit, ["elo", 1]),
    topByUcb: (limit) => inOrder(seat, reads.topByUcb, limit, ["ucb", -1]),
    aroundElo: (elo, limit) => aroundElo(db, seat, elo, Math.ceil(limit / 2)),
    leastSeen: (limit, offset) => leastSeen(db, seat, unseen, limit, offset),
    meetings: (entry, others) => meetings(db, seat, entry, others),
    freshOpponent: (entry) => freshOpponent(db, seat, unseen, entry),
  };
}

type Lister = (limit: number) => Promise<Candidate[]>;

/** One pick may ask the same twice. */
function remembered(read: Lister): Lister {
  const answers = new Map<number, Promise<Candidate[]>>();
  return (limit) => {
    const known = answers.get(limit) ?? read(limit);
    answers.set(limit, known);
    return known;
  };
}

type SortOrder = readonly [column: "votes" | "elo" | "ucb", direction: 1 | -1];
type ByLevel = { values(asked: Record<string, unknown>): Promise<unknown[][]> | unknown[][] };

async function inOrder(
  { size, ...seat }: Seat,
  read: ByLevel,
  limit: number,
  [column, direction]: SortOrder,
  more = {},
) {
  const rows: CandidateRow[] = [];
  for (const { level } of size.levels)
    rows.push(...(await read.values({ ...who(seat), ...more, level, limit })).map(toRow));
  if (size.levels.length > 1) rows.sort((a, b) => direction * (a[column] - b[column]));
  return rows.slice(0, limit).map(toCandidate);
}

function who({ crucibleId, judge, tiredAt }: Pick<Seat, "crucibleId" | "judge" | "tiredAt">) {
  return { crucible: crucibleId, judge: judge.id, levels: judge.levels, tiredAt };
}

async function aroundElo(db: Db, seat: Seat, elo: number, half: number) {
  const above = await inOrder(seat, candidateQueries(db).aboveElo, half, ["elo", 1], { elo });
  return [...above, ...(await inOrder(seat, candidateQueries(db).belowElo, half, ["elo", -1], { elo }))];
}

async function leastSeen(db: Db, seat: Seat, unseen: Lister, limit: number, offset: number) {
  const fresh = await unseen(offset + limit);
  if (fresh.length === offset + limit) return fresh.slice(offset);
  const passed = Math.max(0, offset - fresh.length);
  const rest = limit - Math.max(0, fresh.length - offset);
  const seen = await candidateQueries(db).leastSeen.values({ ...who(seat), limit: rest, offset: passed });
  return [...fresh.slice(offset), ...seen.map(toRow).map(toCandidate)];
}

async function meetings(db: Db, seat: Seat, entry: number, others: readonly number[]) {
  const met = await candidateQueries(db).meetings.values({ ...who(seat), entry, others: JSON.stringify(others) });
  return met.map(([votes, had]) => ({ votes: Number(votes), had: had === 1 }));
}

const FRESH = 16;

async function freshOpponent(db: Db, seat: Seat, unseen: Lister, entry: number) {
  const fresh = (await unseen(FRESH)).find(({ id }) => id !== entry);
  if (fresh) return fresh;
  const [row] = await candidateQueries(db).freshOpponent.values({ ...who(seat), entry });
  return row ? toCandidate(toRow(row)) : null;
}

/**
 * Entries by numbers drawn at random, all equally likely. Where most numbers are holes or out of bounds, the next entry
 * from a random number on makes up for the draws that hit nothing.
 */
async function sample(db: Db, seat: Seat, limit: number) {
  const { lastNumber, size, random } = seat;
  const wanted = Math.min(limit, size.open);
  const found = new Map<number, CandidateRow>();
  const numbers = drawNumbers(lastNumber, 2 * limit, random);
  for (let tried = 0; found.size < wanted && tried < numbers.length; tried += limit) {
    for (const row of await numbered(db, seat, numbers.slice(tried, tried + limit))) found.set(row.number, row);
  }
  for (let tries = wanted - found.size; tries > 0 && lastNumber > numbers.length; tries -= 1) {
    const row = await fromNumber(db, seat, drawLevel(size.levels, random), 1 + pickIndex(random, lastNumber));
    if (row) found.set(row.number, row);
  }
  return [...found.values()].slice(0, limit).map(toCandidate);
}

/** Those of `numbers` that the judge may see, in their order. */
async function numbered(db: Db, seat: Seat, numbers: readonly number[]) {
  const hits = await candidateQueries(db).numbered.values({ ...who(seat), numbers: JSON.stringify(numbers) });
  const rows = new Map(hits.map(toRow).map((row) => [row.number, row]));
  return numbers.flatMap((number) => rows.get(number) ?? []);
}

async function fromNumber(db: Db, seat: Seat, level: number, number: number) {
  const [hit] = await candidateQueries(db).fromNumber.values({ ...who(seat), level, number });
  return hit && toRow(hit);
}

/** `count` different numbers from 1 to `last`, or all of them, in random order (Fisher–Yates on a sparse array). */
function drawNumbers(last: number, count: number, random: Random) {
  const swapped = new Map<number, number>();
  return Array.from({ length: Math.min(last, count) }, (_, i) => {
    const j = i + pickIndex(random, last - i);
    const number = swapped.get(j) ?? j;
    swapped.set(j, swapped.get(i) ?? i);
    return number + 1;
  });
}

function drawLevel(levels: LevelCount[], random: Random) {
  let left = random() * total(levels);
  const drawn = levels.find(({ entries }) => (left -= entries) < 0);
  return (drawn ?? levels[0]!).level;
}

function toCandidate({ id, elo, info, lcb, ucb, votes, seen }: CandidateRow): Candidate {
  return { id, elo, sd: deviation(info), lcb, ucb, votes, seen };
}
