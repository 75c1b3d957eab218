import { expect, test } from "vitest";
import { write } from "~/db/write";
import { useDatabase } from "~/tests/database";
import { judgeClient, rowsOf } from "~/tests/judge-client";
import { addEntry, after, createTestCrucible, judgeOf } from "~/tests/test-crucible";
import { answerSeat } from "./answering.server";
import { JudgingForm } from "./judging-form";
import { judgingElsewhere } from "./judging-elsewhere.server";
import { seededRandom } from "~/domain/contest/random";

useDatabase();
const random = seededRandom(3);
const judge = judgeOf(7);

function answer(crucibleId: number, form: JudgingForm, at: number) {
  return write((tx) => answerSeat(tx, { judge, crucibleId, form, now: after(at), random }));
}

test("each answer is told by what was done", async () => {
  const { id } = createTestCrucible({ entries: 5 });
  const { on } = judgeClient(judge, id, random);
  expect(await answer(id, { intent: "sit" }, 1000)).toEqual({ ok: true, done: "seated" });
  const pair = on("current")!.token;
  expect(await answer(id, { pair, choice: "left" }, 5000)).toEqual({ ok: true, done: "voted" });
  expect(await answer(id, { pair, choice: "right" }, 5001)).toEqual({ ok: true, done: "answered-before" });
  expect(await answer(id, { intent: "undo", pair }, 9000)).toEqual({ ok: true, done: "undone" });
  expect(await answer(id, { pair: on("current")!.token, choice: "skip" }, 12_000)).toEqual({
    ok: true,
    done: "skipped",
  });
});

test("ten pairs that can't be shown are given back at no cost; further ones count as skipped", async () => {
  const { id } = createTestCrucible({ entries: 12 });
  const { on } = judgeClient(judge, id, random);
  await answer(id, { intent: "sit" }, 1000);
  const seen = new Set<string>();
  for (let given = 0; given < 10; given++) {
    const pair = on("current")!.token;
    expect(seen.has(pair)).toBe(false);
    seen.add(pair);
    const told = await answer(id, { pair, choice: "unseen" }, 2000 + given * 1000);
    expect(told).toEqual({ ok: true, done: "given-back" });
    expect(await answer(id, { pair, choice: "left" }, 2001 + given * 1000)).toMatchObject({ done: "answered-before" });
  }
  expect(rowsOf("SELECT skips_in_row FROM seats")).toEqual([{ skips_in_row: 0 }]);
  await answer(id, { pair: on("current")!.token, choice: "unseen" }, 20_000);
  expect(rowsOf("SELECT skips_in_row FROM seats")).toEqual([{ skips_in_row: 1 }]);
  expect(rowsOf("SELECT count(*) AS votes FROM votes")).toEqual([{ votes: 0 }]);
});

test("what is refused keeps its reason, and no crucible is null", async () => {
  const { id } = createTestCrucible({ entries: 5 });
  await answer(id, { intent: "sit" }, 1000);
  expect(await answer(id, { pair: "forged", choice: "left" }, 5000)).toEqual({ ok: false, reason: "not-your-pair" });
  expect(await answer(id, { intent: "undo", pair: "forged" }, 5000)).toEqual({ ok: false, reason: "nothing-to-undo" });
  expect(await answer(id + 1, { intent: "sit" }, 5000)).toBeNull();
});

test("a form says one thing, or nothing", () => {
  expect(JudgingForm.safeParse({ pair: "p", choice: "left" }).success).toBe(true);
  for (const form of [
    {},
    { pair: "p" },
    { choice: "left" },
    { pair: "p", choice: "both" },
    { intent: "sit", pair: "p", choice: "left" },
  ]) {
    expect(JudgingForm.safeParse(form).success).toBe(false);
  }
});

test("elsewhere are the crucibles that run, are open to the judge and have pairs left, the first to end first", async () => {
  const soon = { ends_at: after(6 * 3_600_000).getTime(), entries_close_at: after(5 * 3_600_000).getTime() };
  const here = createTestCrucible({ entries: 4 }).id;
  const later = createTestCrucible({ entries: 4 }).id;
  const first = createTestCrucible({ entries: 3, crucible: soon }).id;
  createTestCrucible({ entries: 4, crucible: { status: "pending" } });
  createTestCrucible({ entries: 4, crucible: { judge_rule: "verified", judge_min_score: 50 } });
  createTestCrucible({ entries: 4, owner: () => 7 });
  createTestCrucible({ entries: 4, level: () => 16 });
  const had = createTestCrucible({ entries: 2 }).id;
  await answer(had, { intent: "sit" }, 1000);
  const shown = await judgingElsewhere({ judge: judgeOf(7, { levels: 3 }), except: here, now: after(2000), limit: 3 });
  expect(shown.map(({ id, left }) => [id, left])).toEqual([
    [first, 3],
    [later, 6],
  ]);
  addEntry(had);
  const more = await judgingElsewhere({ judge, except: here, now: after(2000), limit: 2 });
  expect(more).toHaveLength(2);
});
