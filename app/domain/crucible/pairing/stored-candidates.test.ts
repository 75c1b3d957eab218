import { describe, expect, test } from "vitest";
import { handle, reader } from "~/db/client";
import { useDatabase } from "~/tests/database";
import { rowsOf } from "~/tests/judge-client";
import { createTestCrucible, judgeOf } from "~/tests/test-crucible";
import { deviation } from "../elo";
import { seededRandom } from "~/domain/contest/random";
import { seatQueries } from "../judging/seat-queries.server";
import { seatViews } from "../judging/seat-views.server";
import { voteQueries } from "../judging/vote-queries.server";
import { candidateQueries } from "./candidate-queries.server";
import type { Candidate, CandidateSource } from "./candidate-source";
import { candidateCounts, storedCandidates } from "./stored-candidates.server";

useDatabase();
const ME = judgeOf(7, { levels: 1 | 4 });

describe("every statement of choosing, voting and reading the seat", () => {
  const groups = { fieldReads: candidateQueries, seatStatements: seatQueries, voteStatements: voteQueries, seatViews };

  test.each(Object.entries(groups))("of %s finds its rows by an index, and sorts none", (_, group) => {
    for (const [name, statement] of Object.entries(group(reader()))) {
      const { sql, params } = statement.getQuery();
      const nothing = params.map(() => null);
      const plan = handle()
        .writer.prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all(...nothing) as { detail: string }[];
      const steps = plan.map(({ detail }) => detail).filter((step) => !step.startsWith("SCAN json_each"));
      expect(
        steps.filter((step) => /^SCAN|TEMP B-TREE|AUTOMATIC/.test(step)),
        `${name}: ${sql}`,
      ).toEqual([]);
    }
  });
});

describe("the stored field", () => {
  test("lists what the judge may see, in order, with how often they have seen it", async () => {
    const { view, rows } = await drawn(80);
    const by = (order: (a: Row, b: Row) => number) => [...rows].sort(order).slice(0, 12).map(asCandidate);
    expect(await view.topByElo(12)).toEqual(by((a, b) => b.elo - a.elo));
    expect(await view.bottomByElo(12)).toEqual(by((a, b) => a.elo - b.elo));
    expect(await view.topByUcb(12)).toEqual(by((a, b) => b.ucb - a.ucb));
    expect((await view.leastVoted(12)).map(({ votes }) => votes)).toEqual(
      by((a, b) => a.votes - b.votes).map(({ votes }) => votes),
    );
    const near = await view.aroundElo(1500, 12);
    const above = rows
      .filter(({ elo }) => elo >= 1500)
      .sort((a, b) => a.elo - b.elo)
      .slice(0, 6);
    const below = rows
      .filter(({ elo }) => elo < 1500)
      .sort((a, b) => b.elo - a.elo)
      .slice(0, 6);
    expect(near).toEqual([...above, ...below].map(asCandidate));
  });

  test("counts from a few rows what counting every entry would give", async () => {
    const { size, rows } = await drawn(80);
    expect(size).toMatchObject({
      all: rowsOf("SELECT * FROM entries WHERE disqualified_at IS NULL").length,
      open: rows.length,
    });
  });

  test("lists the least seen first and everything once as the offset grows", async () => {
    const { view, rows } = await drawn(80);
    const found: Candidate[] = [];
    for (let offset = 0; ; offset += 7) {
      const page = await view.leastSeen(7, offset);
      found.push(...page);
      if (page.length < 7) break;
    }
    expect(found.map(({ id }) => id).sort(ascending)).toEqual(rows.map(({ id }) => id).sort(ascending));
    expect(found.map(({ seen }) => seen)).toEqual(rows.map(({ seen }) => seen).sort(ascending));
  });

  test("knows what a pair has had, on either side", async () => {
    const { view, rows } = await drawn(80);
    const [a, b, c] = rows.map(({ id }) => id) as [number, number, number];
    handle().writer.prepare("INSERT INTO duels VALUES (1, ?, ?, 3)").run(a, b);
    had(a, c);
    expect(await view.meetings(b, [c, a])).toEqual([
      { votes: 0, had: false },
      { votes: 3, had: false },
    ]);
    expect(await view.meetings(c, [a, b])).toEqual([
      { votes: 0, had: true },
      { votes: 0, had: false },
    ]);
  });

  test("passes over those seen too often when it looks for the least voted, however many they are", async () => {
    const { look, rows } = await drawn(80);
    const fewest = [...rows].sort((a, b) => a.votes - b.votes).slice(0, 30);
    for (const { id } of fewest) {
      handle().writer.prepare("INSERT OR REPLACE INTO exposures VALUES (1, 7, ?, 5)").run(id);
    }
    const found = (await look().leastVoted(5)).map(({ id }) => id);
    expect(found).toHaveLength(5);
    expect(fewest.map(({ id }) => id)).not.toEqual(expect.arrayContaining(found));
  });

  test("finds the last opponent that is left, and then none", async () => {
    const { look, rows } = await drawn(12);
    const [first, ...others] = rows.map(({ id }) => id) as [number, ...number[]];
    for (const other of others.slice(1)) had(first, other);
    expect(await look().freshOpponent(first)).toMatchObject({ id: others[0] });
    had(first, others[0]!);
    expect(await look().freshOpponent(first)).toBeNull();
  });

  test("samples all entries alike, the holes and those out of bounds never", async () => {
    const { view, rows } = await drawn(80);
    const hits = new Map<number, number>();
    for (let draw = 0; draw < 2000; draw += 1) {
      const sample = await view.sample(4);
      expect(new Set(sample.map(({ id }) => id)).size).toBe(sample.length);
      for (const { id } of sample) hits.set(id, (hits.get(id) ?? 0) + 1);
    }
    expect([...hits.keys()].sort(ascending)).toEqual(rows.map(({ id }) => id).sort(ascending));
    const expected = (4 * 2000) / rows.length;
    for (const count of hits.values()) expect(Math.abs(count - expected)).toBeLessThan(6 * Math.sqrt(expected));
  });

  test("fills a sample also where one entry in two hundred is open to the judge", async () => {
    const { id } = createTestCrucible({ entries: 4000, level: (number) => (number % 200 === 0 ? 4 : 16) });
    const size = await candidateCounts(reader(), id, ME);
    const view = storedCandidates(reader(), {
      crucibleId: id,
      lastNumber: 4000,
      judge: ME,
      size,
      tiredAt: 5,
      random: seededRandom(2),
    });
    expect(size.open).toBe(20);
    for (let draw = 0; draw < 20; draw += 1) expect((await view.sample(16)).length).toBeGreaterThanOrEqual(7);
  });
});

type Row = Omit<Candidate, "sd"> & { info: number };

/** Entries of mixed levels, owners and ratings, some out of the contest, some seen by judge 7. */
async function drawn(entries: number) {
  const random = seededRandom(entries);
  const level = () => [1, 2, 4][Math.floor(random() * 3)]!;
  const { id } = createTestCrucible({ entries, level, owner: (number) => (number % 10 === 0 ? 7 : 8) });
  const rate = handle().writer.prepare(
    "UPDATE entries SET elo = ?, ucb = ?, info = ?, votes = ?, wins = ?, losses = 0 WHERE id = ?",
  );
  const see = handle().writer.prepare("INSERT INTO exposures VALUES (1, 7, ?, ?)");
  for (let entry = 1; entry <= entries; entry += 1) {
    const [elo, votes] = [1400 + 200 * random(), Math.floor(random() * 20)];
    rate.run(elo, elo + 300 * random(), random(), votes, votes, entry);
    if (entry % 3 === 0) see.run(entry, 1 + (entry % 4));
  }
  handle().writer.exec("UPDATE entries SET disqualified_at = 1, disqualified_reason = 'stolen' WHERE id % 9 = 0");
  const rows = rowsOf<Row>(`SELECT e.id, elo, info, lcb, ucb, votes, coalesce(times, 0) AS seen FROM entries e
    LEFT JOIN exposures ON entry_id = e.id WHERE entrant_id <> 7 AND level IN (1, 4) AND disqualified_at IS NULL`);
  const size = await candidateCounts(reader(), id, ME);
  const look = (): CandidateSource =>
    storedCandidates(reader(), { crucibleId: id, lastNumber: entries, judge: ME, size, tiredAt: 5, random });
  return { rows, size, look, view: look() };
}

function had(a: number, b: number) {
  const [low, high] = [Math.min(a, b), Math.max(a, b)];
  const see = handle().writer.prepare(
    "INSERT INTO exposures VALUES (1, 7, ?, 1) ON CONFLICT DO UPDATE SET times = times + 1",
  );
  for (const entry of [a, b]) see.run(entry);
  handle()
    .writer.prepare(
      `INSERT INTO pairs (token, crucible_id, judge_id, left_entry, right_entry, low_entry, high_entry, state, served_at)
      VALUES (?, 1, 7, ?, ?, ?, ?, 'voted', 0)`,
    )
    .run(`${low}-${high}`, low, high, low, high);
}

function asCandidate({ info, ...row }: Row): Candidate {
  return { ...row, sd: deviation(info) };
}

function ascending(a: number, b: number) {
  return a - b;
}
