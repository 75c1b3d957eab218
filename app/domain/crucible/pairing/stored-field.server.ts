import type { Db } from "~/db/client";
import { holdsLevel } from "~/domain/media/levels";
import { deviation } from "../elo";
import type { Judge } from "../judges";
import { pickIndex, type Random } from "../random";
import { type CandidateRow, fieldReads, toRow } from "./field-reads.server";
import { PAIRING } from "./constants";
import type { Candidate, FieldView } from "./field-view";

type LevelCount = { level: number; entries: number };
/** How large the field is: `all` for everyone, `open` to this judge: not their own and within what they browse. */
export type FieldSize = { all: number; open: number; levels: LevelCount[] };

/** Counted from a few rows that triggers keep, not entry by entry. */
export async function fieldSize(db: Db, crucibleId: number, judge: Pick<Judge, "id" | "levels">): Promise<FieldSize> {
  const reads = fieldReads(db);
  const counts = await reads.counts.all({ crucible: crucibleId });
  const own = await reads.own.all({ crucible: crucibleId, judge: judge.id });
  const levels = counts.filter(({ level, entries }) => entries > 0 && holdsLevel(judge.levels, level));
  const mine = own.filter(({ level }) => holdsLevel(judge.levels, level)).length;
  return { all: total(counts), open: total(levels) - mine, levels };
}

function total(counts: LevelCount[]) {
  return counts.reduce((sum, { entries }) => sum + entries, 0);
}

type Seat = {
  crucibleId: number;
  /** The highest number that an entry has. */
  lastNumber: number;
  judge: Pick<Judge, "id" | "levels">;
  size: FieldSize;
  random: Random;
};

type Order = readonly [column: "votes" | "elo" | "ucb", direction: 1 | -1];
type ByLevel = { values(asked: Record<string, unknown>): Promise<unknown[][]> | unknown[][] };

/** The field of one crucible as it lies in the database, for one judge and one pick. */
export function storedField(db: Db, seat: Seat): FieldView {
  const { crucibleId, judge, size } = seat;
  const reads = fieldReads(db);
  const who = { crucible: crucibleId, judge: judge.id, levels: judge.levels, seenCap: PAIRING.seenCap };

  async function inOrder(read: ByLevel, limit: number, [column, direction]: Order, more = {}) {
    const rows: CandidateRow[] = [];
    for (const { level } of size.levels) rows.push(...(await read.values({ ...who, ...more, level, limit })).map(toRow));
    if (size.levels.length > 1) rows.sort((a, b) => direction * (a[column] - b[column]));
    return rows.slice(0, limit).map(toCandidate);
  }

  const leastVoted = remembered((limit) => inOrder(reads.leastVoted, limit, ["votes", 1]));
  const unseen = remembered((limit) => inOrder(reads.unseen, limit, ["votes", 1]));

  return {
    leastVoted,
    topByElo: (limit) => inOrder(reads.topByElo, limit, ["elo", -1]),
    bottomByElo: (limit) => inOrder(reads.bottomByElo, limit, ["elo", 1]),
    topByUcb: (limit) => inOrder(reads.topByUcb, limit, ["ucb", -1]),
    sample: (limit) => sample(db, seat, limit),
    async aroundElo(elo, limit) {
      const half = Math.ceil(limit / 2);
      const above = await inOrder(reads.aboveElo, half, ["elo", 1], { elo });
      return [...above, ...(await inOrder(reads.belowElo, half, ["elo", -1], { elo }))];
    },
    async leastSeen(limit, offset) {
      const fresh = await unseen(offset + limit);
      if (fresh.length === offset + limit) return fresh.slice(offset);
      const passed = Math.max(0, offset - fresh.length);
      const rest = limit - Math.max(0, fresh.length - offset);
      const seen = await reads.leastSeen.values({ ...who, limit: rest, offset: passed });
      return [...fresh.slice(offset), ...seen.map(toRow).map(toCandidate)];
    },
    async meetings(entry, others) {
      const met = await reads.meetings.values({ ...who, entry, others: JSON.stringify(others) });
      return met.map(([votes, had]) => ({ votes: Number(votes), had: had === 1 }));
    },
    async freshOpponent(entry) {
      const fresh = (await unseen(FRESH)).find(({ id }) => id !== entry);
      if (fresh) return fresh;
      const [row] = await reads.freshOpponent.values({ ...who, entry });
      return row ? toCandidate(toRow(row)) : null;
    },
  };
}

const FRESH = 16;

/** One pick may ask the same twice. */
function remembered(read: (limit: number) => Promise<Candidate[]>) {
  const answers = new Map<number, Promise<Candidate[]>>();
  return (limit: number) => {
    const known = answers.get(limit) ?? read(limit);
    answers.set(limit, known);
    return known;
  };
}

/**
 * Entries by numbers drawn at random, all equally likely. Where most numbers are holes or out of bounds, the next entry
 * from a random number on makes up for the draws that hit nothing.
 */
async function sample(db: Db, { crucibleId, lastNumber, judge, size, random }: Seat, limit: number) {
  const reads = fieldReads(db);
  const who = { crucible: crucibleId, judge: judge.id, levels: judge.levels };
  const numbers = drawNumbers(lastNumber, 2 * limit, random);
  const hits = await reads.numbered.values({ ...who, numbers: JSON.stringify(numbers) });
  const found = new Map(hits.map(toRow).map((row) => [row.number, row]));
  const drawn = numbers.flatMap((number) => found.get(number) ?? []);
  const missing = Math.min(limit, size.open) - drawn.length;
  for (let i = 0; i < missing && lastNumber > numbers.length; i += 1) {
    const level = drawLevel(size.levels, random);
    const [hit] = await reads.fromNumber.values({ ...who, level, number: 1 + pickIndex(random, lastNumber) });
    const row = hit && toRow(hit);
    if (!row || found.has(row.number)) continue;
    drawn.push(row);
    found.set(row.number, row);
  }
  return drawn.slice(0, limit).map(toCandidate);
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
