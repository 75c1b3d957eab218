import { describe, expect, test } from "vitest";
import { handle } from "~/db/client";
import { write } from "~/db/write";
import { useDatabase } from "~/tests/database";
import { judgeClient, rowsOf } from "~/tests/judge-client";
import { addEntry, after, createTestCrucible, END, judgeOf } from "~/tests/test-crucible";
import { disqualifyEntry } from "../entering/disqualifying.server";
import { seededRandom } from "~/domain/contest/random";
import { readSeat } from "./seat-reading.server";
import { takeSeat } from "./seating.server";

useDatabase();
const random = seededRandom(11);
const SOON = after(60_000);

describe("who may sit down", () => {
  test.each([
    ["not before it has started", { status: "pending" }, {}, { reason: "not-open" }],
    ["not once it is being settled", { status: "finalizing" }, {}, { reason: "ended" }],
    ["not when it was canceled", { status: "cancelled", cancel_reason: "void" }, {}, { reason: "ended" }],
    ["not when banned", {}, { barrier: "banned" }, { reason: "not-eligible", why: "banned" }],
    [
      "not with too new an account, where the site asks for more",
      {},
      { barrier: "too-new" },
      { reason: "not-eligible", why: "too-new" },
    ],
    ["not with too low a score", verified(50), { score: 49 }, { reason: "not-eligible", why: "not-verified" }],
  ] as const)("%s", async (_, crucible, facts, refusal) => {
    const { id } = createTestCrucible({ entries: 4, crucible });
    const judge = judgeOf(7, facts);
    expect(await write((tx) => takeSeat(tx, { judge, crucibleId: id, now: SOON, random }))).toEqual({
      ok: false,
      ...refusal,
    });
    expect(await readSeat({ judge, crucibleId: id, now: SOON })).toEqual({ ok: false, ...refusal });
    expect(rowsOf("SELECT * FROM pairs")).toEqual([]);
  });

  test.each([{ score: 50 }, { supporter: true }])(
    "with the score asked for or a paying membership: %o",
    async (facts) => {
      const { id } = createTestCrucible({ entries: 4, crucible: verified(50) });
      expect(await judgeClient(judgeOf(7, facts), id, random).sit(SOON)).toMatchObject({ ok: true });
    },
  );

  test("until the last millisecond and not at the end", async () => {
    const { id } = createTestCrucible({ entries: 4 });
    const client = judgeClient(judgeOf(7), id, random);
    expect(await client.sit(END)).toEqual({ ok: false, reason: "ended" });
    expect(await client.sit(new Date(END.getTime() - 1))).toMatchObject({ ok: true });
    expect(await client.look(END)).toEqual({ ok: false, reason: "ended" });
  });

  test("nobody in a crucible that does not exist", async () => {
    const client = judgeClient(judgeOf(7), 404, random);
    expect(await client.sit(SOON)).toBeNull();
    expect(await client.look(SOON)).toBeNull();
    expect(await client.vote("left", SOON)).toBeNull();
  });

  test("nobody before fewer than two entries that are open to them", async () => {
    const mine = (number: number) => (number === 1 ? 7 : 8);
    for (const field of [{ entries: 0 }, { entries: 1 }, { entries: 2, owner: mine }, { entries: 5, level: () => 4 }]) {
      const client = judgeClient(judgeOf(7), createTestCrucible(field).id, random);
      expect(await client.sit(SOON)).toEqual({ ok: false, reason: "too-few-entries" });
      expect(await client.look(SOON)).toMatchObject({ ok: true, current: null, offer: "too-few-entries" });
    }
  });
});

describe("the seat", () => {
  test("shows the same pair however often one comes back, in two tabs too", async () => {
    const { id } = createTestCrucible({ entries: 40 });
    const client = judgeClient(judgeOf(7), id, random);
    await client.sit(SOON);
    const first = await client.look(SOON);
    await Promise.all([client.sit(after(70_000)), client.sit(after(70_000))]);
    expect(await client.look(after(80_000))).toEqual(first);
    expect(rowsOf("SELECT * FROM pairs")).toHaveLength(2);
    expect(rowsOf("SELECT sum(times) AS times FROM exposures")).toEqual([{ times: 4 }]);
  });

  test("tells when its pair was shown, and of the one after it only that it was served", async () => {
    const { id } = createTestCrucible({ entries: 9 });
    const client = judgeClient(judgeOf(7), id, random);
    await client.sit(SOON);
    expect(client.on("current")).toMatchObject({ shown_at: SOON.getTime(), served_at: SOON.getTime() });
    expect(client.on("next")).toMatchObject({ shown_at: null, served_at: SOON.getTime() });
  });

  test("gives the page what it needs and nothing that would bias judging", async () => {
    const { id } = createTestCrucible({ entries: 2, video: (number) => number === 2 });
    const client = judgeClient(judgeOf(7), id, random);
    await client.sit(SOON);
    const seat = await client.look(SOON);
    if (!seat?.ok) throw new Error("no seat");
    expect(Object.keys(seat.current!.left).sort()).toEqual([
      "alt",
      "duels",
      "height",
      "id",
      "key",
      "kind",
      "pictures",
      "thumbhash",
      "video",
      "width",
    ]);
    expect([seat.current!.left.kind, seat.current!.right.kind].sort()).toEqual(["image", "video"]);
    const keys = handle()
      .writer.prepare("SELECT e.key, m.key AS media FROM entries e JOIN media m ON m.id = media_id")
      .all();
    for (const key of keys.flatMap((row) => Object.values(row as object)))
      expect(JSON.stringify(seat)).not.toContain(key);
    expect([seat.current!.left, seat.current!.right]).toMatchObject([
      { id: 0, key: "" },
      { id: 0, key: "" },
    ]);
    expect(seat).toMatchObject({ next: null, offer: null, undo: null });
    expect(seat.progress).toEqual({ session: 0, votes: 0, allVotes: 0, rank: null, judges: 0, left: 1 });
  });

  test("hides all words of the author", async () => {
    const { id } = createTestCrucible({ entries: 2, owner: () => 5 });
    handle().writer.exec("INSERT INTO users (id, username, created_at) VALUES (5, 'Marla', 0)");
    handle().writer.exec("UPDATE media SET alt = CASE id WHEN 1 THEN 'A fox by MARLA' ELSE 'A fox' END");
    const client = judgeClient(judgeOf(7), id, random);
    await client.sit(SOON);
    const seat = await client.look(SOON);
    if (!seat?.ok) throw new Error("no seat");
    expect([seat.current!.left.alt, seat.current!.right.alt].sort()).toEqual(["", ""]);
  });

  test("is offered again when entries come in after the judge was caught up", async () => {
    const { id } = createTestCrucible({ entries: 2 });
    const client = judgeClient(judgeOf(7), id, random);
    await client.sit(SOON);
    await client.vote("left", after(70_000));
    expect(await client.look(SOON)).toMatchObject({ current: null, offer: "caught-up", progress: { left: 0 } });
    expect(await client.sit(SOON)).toEqual({ ok: false, reason: "caught-up" });
    addEntry(id);
    expect(await client.look(SOON)).toMatchObject({ current: null, offer: "take-seat", progress: { left: 2 } });
    expect(await client.sit(SOON)).toEqual({ ok: true, replaced: false });
    expect(await client.look(SOON)).toMatchObject({ offer: null, progress: { left: 2 } });
  });

  test("is ranked by votes among the crucible's judges", async () => {
    const { id } = createTestCrucible({ entries: 12 });
    for (const [judge, votes] of [
      [1, 3],
      [2, 5],
      [3, 3],
    ] as const) {
      const client = judgeClient(judgeOf(judge), id, random);
      await client.sit(SOON);
      for (let vote = 0; vote < votes; vote += 1) await client.vote("left", after(70_000 + 5000 * vote));
    }
    const ranks = [];
    for (const judge of [1, 2, 3]) ranks.push(await judgeClient(judgeOf(judge), id, random).look(after(90_000)));
    expect(ranks).toMatchObject([
      { progress: { rank: 2 } },
      { progress: { rank: 1 } },
      { progress: { rank: 2, judges: 3 } },
    ]);
  });
});

describe("a pair that cannot be judged any more", () => {
  const fates = {
    withdrawn: "UPDATE entries SET withdrawn_at = 1 WHERE id = ?",
    disqualified: "UPDATE entries SET disqualified_at = 1, disqualified_reason = 'stolen' WHERE id = ?",
    "of another level": "UPDATE entries SET level = 16 WHERE id = ?",
  };

  test.each(Object.entries(fates))(
    "because an entry is %s leaves the page, and the seat with the next visit",
    async (_, fate) => {
      const { id } = createTestCrucible({ entries: 6 });
      const client = judgeClient(judgeOf(7), id, random);
      await client.sit(SOON);
      const { left_entry: gone, token } = client.on("current")!;
      handle().writer.prepare(fate).run(gone);
      expect(await client.look(SOON)).toMatchObject({ current: null, offer: "take-seat" });
      expect(await client.vote("left", after(70_000), token)).toEqual({ ok: false, reason: "pair-gone" });
      expect(await client.vote("left", after(70_000), token)).toEqual({ ok: false, reason: "pair-gone" });
      const { current, next } = { current: client.on("current")!, next: client.on("next")! };
      expect([current.left_entry, current.right_entry, next.left_entry, next.right_entry]).not.toContain(gone);
      expect(rowsOf("SELECT * FROM votes")).toEqual([]);
      expect(await client.look(SOON)).toMatchObject({ progress: { left: 10 } });
    },
  );

  test("because its entry was taken out makes room for another with the answer that comes too late", async () => {
    const { id } = createTestCrucible({ entries: 6 });
    const client = judgeClient(judgeOf(7), id, random);
    await client.sit(SOON);
    const { left_entry: entryId, token } = client.on("current")!;
    await write((tx) => disqualifyEntry(tx, { moderatorId: 1, entryId, reason: "stolen", now: SOON }));
    expect(await client.vote("left", after(70_000), token)).toEqual({ ok: false, reason: "pair-gone" });
    expect(await client.look(SOON)).toMatchObject({ offer: null, current: { left: { id: expect.any(Number) } } });
    expect(rowsOf("SELECT skips_in_row FROM seats")).toEqual([{ skips_in_row: 0 }]);
  });

  test("is replaced when one sits down again, and said to be", async () => {
    const { id } = createTestCrucible({ entries: 6 });
    const client = judgeClient(judgeOf(7), id, random);
    await client.sit(SOON);
    handle().writer.prepare(fates.disqualified).run(client.on("current")!.left_entry);
    expect(await client.sit(SOON)).toEqual({ ok: true, replaced: true });
    expect(await client.sit(SOON)).toEqual({ ok: true, replaced: false });
  });

  test("includes what the judge chose not to see from now on", async () => {
    const { id } = createTestCrucible({ entries: 8, level: (number) => (number % 2 ? 1 : 2) });
    await judgeClient(judgeOf(7), id, random).sit(SOON);
    const strict = judgeClient(judgeOf(7, { levels: 1 }), id, random);
    await strict.sit(SOON);
    for (let turn = 0; turn < 6; turn += 1) {
      const { left_entry, right_entry } = strict.on("current")!;
      expect(rowsOf("SELECT DISTINCT level FROM entries WHERE id IN (?, ?)", left_entry, right_entry)).toEqual([
        { level: 1 },
      ]);
      expect(await strict.vote("left", after(70_000 + turn))).toMatchObject({ ok: true, counted: true });
    }
    expect(await strict.look(SOON)).toMatchObject({ offer: "caught-up" });
  });
});

function verified(score: number) {
  return { judge_rule: "verified", judge_min_score: score };
}
