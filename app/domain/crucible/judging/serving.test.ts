import { expect, test } from "vitest";
import { reader } from "~/db/client";
import fc from "~/tests/seed";
import { useDatabase } from "~/tests/database";
import { judgeClient, rowsOf } from "~/tests/judge-client";
import { addEntry, after, createTestCrucible, judgeOf } from "~/tests/test-crucible";
import { PAIRING } from "../pairing/constants";
import { seededRandom } from "~/domain/contest/random";
import { compareWithReplay } from "../rating/replaying.server";

useDatabase();

test("no judge ever gets an own entry, a pair twice, or an entry outside the preference, and gets all the rest", async () => {
  const contest = fc.record({
    owners: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 0, maxLength: 9 }),
    levels: fc.array(fc.constantFrom(1, 2, 4, 8, 16), { minLength: 9, maxLength: 9 }),
    preference: fc.integer({ min: 1, max: 31 }),
    seed: fc.integer(),
    late: fc.integer({ min: 0, max: 2 }),
  });
  await fc.assert(
    fc.asyncProperty(contest, async ({ owners, levels, preference, seed, late }) => {
      const field = {
        entries: owners.length,
        owner: (n: number) => owners[n - 1]!,
        level: (n: number) => levels[n - 1]!,
      };
      const { id } = createTestCrucible(field);
      const random = seededRandom(1000 * seed + id);
      const judge = judgeOf(1, { levels: preference });
      const client = judgeClient(judge, id, random);
      await client.sit(after(0));
      for (let turn = 1; client.on("current"); turn += 1) {
        await (random() < 0.2
          ? client.skip(after(turn * 3000))
          : client.vote(random() < 0.5 ? "left" : "right", after(turn * 3000)));
        if (turn > late) continue;
        addEntry(id, 3, 1);
        await client.sit(after(turn * 3000));
      }
      const open = rowsOf<{ id: number }>(
        "SELECT id FROM entries WHERE crucible_id = ? AND entrant_id <> 1 AND (level & ?) <> 0",
        id,
        preference,
      ).length;
      const served = rowsOf<{ low_entry: number; high_entry: number }>("SELECT * FROM pairs WHERE crucible_id = ?", id);
      expect(new Set(served.map((pair) => `${pair.low_entry} ${pair.high_entry}`)).size).toBe(served.length);
      expect(served).toHaveLength((open * (open - 1)) / 2);
      expect(await client.look(after(0))).toMatchObject({
        offer: open < 2 ? "too-few-entries" : "caught-up",
        progress: { left: 0 },
      });
      expect(rowsOf(SPOILED, id, preference)).toEqual([]);
      expect(await compareWithReplay(reader(), id)).toMatchObject({ differences: [] });
    }),
    { numRuns: 60 },
  );
});

const SPOILED = `SELECT * FROM pairs JOIN entries ON entries.id IN (left_entry, right_entry)
  WHERE pairs.crucible_id = ? AND (entrant_id = judge_id OR (level & ?) = 0 OR judge_id <> 1)`;

test("a judge sees an entry five times at most while there are others", async () => {
  const { id } = createTestCrucible({ entries: 60 });
  const client = judgeClient(judgeOf(7), id, seededRandom(5));
  await client.sit(after(0));
  for (let turn = 1; turn <= 140; turn += 1) await client.vote("left", after(turn * 3000));
  const [{ times }] = rowsOf<{ times: number }>("SELECT max(times) AS times FROM exposures") as [{ times: number }];
  expect(times).toBe(PAIRING.seenMost);
  expect(rowsOf("SELECT sum(times) AS times FROM exposures")).toEqual([{ times: 2 * 142 }]);
});

test("both sides come up equally often", async () => {
  const { id } = createTestCrucible({ entries: 2 });
  for (let judge = 1; judge <= 300; judge += 1)
    await judgeClient(judgeOf(judge), id, seededRandom(judge)).sit(after(0));
  const [{ low }] = rowsOf<{ low: number }>("SELECT sum(left_entry = low_entry) AS low FROM pairs") as [
    { low: number },
  ];
  expect(low).toBeGreaterThan(110);
  expect(low).toBeLessThan(190);
});
