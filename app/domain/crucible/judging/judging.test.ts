import { describe, expect, test } from "vitest";
import { handle } from "~/db/client";
import { useDatabase } from "~/tests/database";
import { type JudgeClient, judgeClient, rowsOf } from "~/tests/judge-client";
import { after, createTestCrucible, END, judgeOf } from "~/tests/test-crucible";
import { afterVote, unrated } from "../elo";
import { seededRandom } from "~/domain/contest/random";

useDatabase();
const random = seededRandom(23);
const PACE = 4000;

describe("a vote", () => {
  test("moves both ratings, counts for entries, duel, crucible and judge, and brings the next pair up", async () => {
    const { client } = await seated({ entries: 6 });
    const [pair, next] = [client.on("current")!, client.on("next")!];
    expect(await client.vote("right", after(PACE))).toEqual({ ok: true, counted: true });
    const expected = afterVote(unrated(), unrated(), 1);
    expect(entry(pair.right_entry)).toMatchObject(columnsOf(expected.winner));
    expect(entry(pair.left_entry)).toMatchObject(columnsOf(expected.loser));
    expect(rowsOf("SELECT * FROM votes")).toMatchObject([
      {
        pair_id: pair.id,
        take: 1,
        judge_id: 7,
        winner_id: pair.right_entry,
        loser_id: pair.left_entry,
        side: "right",
        weight: 1,
        reasons: "[]",
        skips: 0,
        duration_ms: PACE,
        control: 0,
        winner_elo: 1500,
        loser_elo: 1500,
        winner_info: 0,
        loser_info: 0,
      },
    ]);
    expect(rowsOf("SELECT vote_count, judge_count, left_wins FROM crucibles")).toEqual([
      { vote_count: 1, judge_count: 1, left_wins: 0 },
    ]);
    expect(rowsOf("SELECT votes FROM duels")).toEqual([{ votes: 1 }]);
    expect(client.on("current")).toMatchObject({ id: next.id, shown_at: after(PACE).getTime() });
    expect(client.on("next")).toMatchObject({ shown_at: null });
    expect(await client.look(after(PACE))).toMatchObject({
      progress: { session: 1, votes: 1, allVotes: 1, rank: 1, left: 14 },
    });
  });

  test("sent five times at once counts once", async () => {
    const { client } = await seated({ entries: 6 });
    const { token } = client.on("current")!;
    const replies = await Promise.all(Array.from({ length: 5 }, () => client.vote("left", after(PACE), token)));
    expect(replies.map((reply) => reply?.ok && reply.counted)).toEqual([true, false, false, false, false]);
    expect(rowsOf("SELECT * FROM votes")).toHaveLength(1);
    expect(rowsOf("SELECT vote_count FROM crucibles")).toEqual([{ vote_count: 1 }]);
    expect(rowsOf("SELECT votes, pairs FROM seats")).toEqual([{ votes: 1, pairs: 3 }]);
  });

  test("given differently in two tabs is the one that came first", async () => {
    const { client } = await seated({ entries: 6 });
    const { token } = client.on("current")!;
    await Promise.all([
      client.vote("left", after(PACE), token),
      client.vote("right", after(PACE), token),
      client.skip(after(PACE), token),
    ]);
    expect(rowsOf("SELECT side FROM votes")).toEqual([{ side: "left" }]);
    expect(rowsOf("SELECT skips_in_row FROM seats")).toEqual([{ skips_in_row: 0 }]);
  });

  test("on a pair that is not before this judge is refused: forged, fetched early, another's, another crucible's", async () => {
    const { client, id } = await seated({ entries: 6 });
    const other = judgeClient(judgeOf(8), id, random);
    await other.sit(after(0));
    const { client: elsewhere } = await seated({ entries: 6 });
    const tokens = ["", "forged", client.on("next")!.token, other.on("current")!.token, elsewhere.on("current")!.token];
    for (const token of tokens) {
      expect(await client.vote("left", after(PACE), token)).toEqual({ ok: false, reason: "not-your-pair" });
      expect(await client.skip(after(PACE), token)).toEqual({ ok: false, reason: "not-your-pair" });
    }
    expect(rowsOf("SELECT * FROM votes")).toEqual([]);
    expect(rowsOf("SELECT DISTINCT skips_in_row FROM seats")).toEqual([{ skips_in_row: 0 }]);
  });

  test("counts in the last millisecond and not at the end, though the job is late", async () => {
    const { client } = await seated({ entries: 6 });
    expect(await client.vote("left", new Date(END.getTime() - 1))).toEqual({ ok: true, counted: true });
    expect(await client.vote("left", END)).toEqual({ ok: false, reason: "ended" });
    expect(await client.skip(END)).toEqual({ ok: false, reason: "ended" });
    expect(rowsOf("SELECT * FROM votes")).toHaveLength(1);
  });

  test("of somebody banned since they sat down is refused", async () => {
    const { client, id } = await seated({ entries: 6 });
    const banned = judgeClient(judgeOf(7, { barrier: "banned" }), id, random);
    expect(await banned.vote("left", after(PACE), client.on("current")!.token)).toMatchObject({
      reason: "not-eligible",
    });
  });

  test("starts a new session after half an hour", async () => {
    const { client } = await seated({ entries: 6 });
    await client.vote("left", after(PACE));
    await client.vote("left", after(2 * PACE));
    const break_ = 2 * PACE + 30 * 60_000;
    expect(await client.look(after(break_ - 1))).toMatchObject({ progress: { session: 2 } });
    expect(await client.look(after(break_))).toMatchObject({ progress: { session: 0, votes: 2 } });
    await client.vote("left", after(break_));
    expect(await client.look(after(break_))).toMatchObject({ progress: { session: 1, votes: 3 } });
  });
});

describe("what a vote weighs", () => {
  test("after two skips in a row is a third, on the pair that they brought into view too; then it is whole again", async () => {
    const { client } = await seated({ entries: 12 });
    await client.skip(after(PACE));
    await client.skip(after(2 * PACE));
    const { left_entry, right_entry } = client.on("current")!;
    for (const turn of [3, 4, 5]) await client.vote("left", after(turn * PACE));
    expect(rowsOf("SELECT weight, reasons, skips FROM votes")).toEqual([
      { weight: 1 / 3, reasons: '["skips"]', skips: 2 },
      { weight: 1 / 3, reasons: '["skips"]', skips: 2 },
      { weight: 1, reasons: "[]", skips: 0 },
    ]);
    const { winner, loser } = afterVote(unrated(), unrated(), 1 / 3);
    expect([entry(left_entry).elo, entry(right_entry).elo]).toEqual([winner.elo, loser.elo]);
  });

  test("is nothing from the tenth hasty answer on, until the judge slows down", async () => {
    const { client } = await seated({ entries: 30 });
    let at = 0;
    for (let vote = 0; vote < 12; vote += 1) await client.vote("left", after((at += 1000)));
    for (let vote = 0; vote < 5; vote += 1) await client.vote("left", after((at += 9000)));
    const weights = rowsOf<{ weight: number }>("SELECT weight FROM votes").map(({ weight }) => weight);
    expect(weights).toEqual([...Array(9).fill(1), ...Array(3 + 4).fill(0), 1]);
    expect(rowsOf("SELECT DISTINCT reasons FROM votes WHERE weight = 0")).toEqual([{ reasons: '["speed"]' }]);
    expect(rowsOf("SELECT vote_count FROM crucibles")).toEqual([{ vote_count: 17 }]);
  });

  test("asks three seconds of a judge of videos", async () => {
    const { client } = await seated({ entries: 30, video: () => true });
    for (let vote = 1; vote <= 10; vote += 1) await client.vote("left", after(2000 * vote));
    expect(rowsOf("SELECT reasons FROM votes ORDER BY id DESC LIMIT 1")).toEqual([{ reasons: '["speed"]' }]);
  });

  test("is nothing once the judge fails control pairs, also when later ones go right", async () => {
    const { client } = await seated({ entries: 40 });
    const weights = [];
    for (let turn = 1; turn <= 6; turn += 1) {
      const pair = client.on("current")!;
      handle().writer.prepare("UPDATE pairs SET expected = left_entry WHERE id = ?").run(pair.id);
      await client.vote(turn <= 3 ? "right" : "left", after(turn * PACE));
      weights.push(rowsOf<{ weight: number }>("SELECT weight FROM votes ORDER BY id DESC LIMIT 1")[0]!.weight);
    }
    expect(weights).toEqual([1, 1, 1, 0, 0, 0]);
    expect(rowsOf("SELECT controls, controls_wrong FROM seats")).toEqual([{ controls: 3, controls_wrong: 3 }]);
    expect(rowsOf("SELECT count(*) AS n FROM votes WHERE control = 1")).toEqual([{ n: 6 }]);
  });
});

describe("hunting for an entry does not pay", () => {
  test("by voting something away once the entry is seen coming", async () => {
    const { client } = await seated({ entries: 40 });
    let turn = 1;
    const target = client.on("next")!.left_entry;
    await client.vote("left", after(turn * PACE));
    await client.vote("left", after((turn += 1) * PACE));
    for (; !holds(client.on("next")!, target); turn += 1) await client.skip(after((turn + 1) * PACE));
    await client.vote("left", after((turn += 1) * PACE));
    expect(holds(client.on("current")!, target)).toBe(true);
    await client.vote("left", after((turn += 1) * PACE));
    const [, , away, hit] = rowsOf<{ weight: number }>("SELECT weight FROM votes ORDER BY id");
    expect(hit!.weight).toBe(away!.weight);
    expect(hit!.weight).toBeLessThan(0.5);
  });

  test("by looking away: a pair dropped because one no longer browses its level counts as skipped", async () => {
    const { id } = createTestCrucible({ entries: 12, level: (number) => (number % 2 ? 1 : 2) });
    const [one, other] = [
      judgeClient(judgeOf(7, { levels: 1 }), id, random),
      judgeClient(judgeOf(7, { levels: 2 }), id, random),
    ];
    await one.sit(after(0));
    const { token } = one.on("current")!;
    await one.vote("left", after(PACE));
    for (const client of [other, one, other, one]) await client.sit(after(PACE + 1));
    const [{ dropped }] = rowsOf<{ dropped: number }>(
      "SELECT count(*) AS dropped FROM pairs WHERE state = 'dropped'",
    ) as [{ dropped: number }];
    expect(dropped).toBe(8);
    expect(rowsOf("SELECT skips_in_row FROM seats")).toEqual([{ skips_in_row: dropped }]);
    expect(await one.undo(after(PACE + 100), token)).toEqual({ ok: false, reason: "nothing-to-undo" });
  });
});

describe("a skip", () => {
  test("moves on, is no vote, and its pair does not come back", async () => {
    const { client } = await seated({ entries: 3 });
    const seen = new Set<number>();
    for (let turn = 0; turn < 3; turn += 1) {
      seen.add(client.on("current")!.id);
      expect(await client.skip(after(turn))).toEqual({ ok: true, counted: true });
    }
    expect(seen.size).toBe(3);
    expect(await client.sit(after(9))).toEqual({ ok: false, reason: "caught-up" });
    expect(rowsOf("SELECT vote_count, judge_count FROM crucibles")).toEqual([{ vote_count: 0, judge_count: 0 }]);
  });

  test("sent twice is one skip", async () => {
    const { client } = await seated({ entries: 5 });
    const { token } = client.on("current")!;
    expect(await Promise.all([client.skip(after(1), token), client.skip(after(1), token)])).toEqual([
      { ok: true, counted: true },
      { ok: true, counted: false },
    ]);
    expect(rowsOf("SELECT skips_in_row FROM seats")).toEqual([{ skips_in_row: 1 }]);
  });
});

async function seated(field: Parameters<typeof createTestCrucible>[0]): Promise<{ client: JudgeClient; id: number }> {
  const { id } = createTestCrucible(field);
  const client = judgeClient(judgeOf(7), id, random);
  await client.sit(after(0));
  return { client, id };
}

function holds({ left_entry, right_entry }: { left_entry: number; right_entry: number }, entry: number) {
  return left_entry === entry || right_entry === entry;
}

function entry(id: number) {
  return rowsOf<{ elo: number }>("SELECT elo, votes, wins, losses, info, lcb, ucb FROM entries WHERE id = ?", id)[0]!;
}

function columnsOf({ elo, votes, wins, losses, info, lcb, ucb }: ReturnType<typeof unrated>) {
  return { elo, votes, wins, losses, info, lcb, ucb };
}
