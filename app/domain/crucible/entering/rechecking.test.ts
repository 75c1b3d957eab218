import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { reader } from "~/db/client";
import { crucibles } from "~/db/schema/crucible";
import { entries } from "~/db/schema/entry";
import { events } from "~/db/schema/event";
import { write } from "~/db/write";
import { useDatabase } from "~/tests/database";
import { judgeClient, rowsOf } from "~/tests/judge-client";
import type { JudgeClient } from "~/tests/judge-client";
import { hoursLater, makePerson, openTestCrucible, putEntry } from "~/tests/factories";
import { seededRandom } from "~/domain/contest/random";
import { recheckEntries } from "./rechecking.server";

useDatabase();

const now = hoursLater(1);

async function entered(columns: Parameters<typeof openTestCrucible>[1]) {
  const owner = await makePerson();
  const crucible = await openTestCrucible(owner, columns);
  const [entry, other] = [await putEntry(crucible, owner), await putEntry(crucible, owner)];
  return { crucible, entry, other };
}

async function find(entryId: number) {
  return (await reader().query.entries.findFirst({ where: eq(entries.id, entryId) }))!;
}

async function recheck(entryId: number, level: number) {
  const { mediaId } = await find(entryId);
  return write((tx) => recheckEntries(tx, { mediaId, level, moderatorId: 1, reason: "Nudity", now }));
}

test("an entry whose new content rating is allowed stays, and is shown by that rating", async () => {
  const { crucible, entry } = await entered({ levels: 7 });
  expect(await recheck(entry, 4)).toEqual([]);
  expect(await find(entry)).toMatchObject({ level: 4, disqualifiedAt: null });
  expect(
    rowsOf("SELECT level, entries FROM field_counts WHERE crucible_id = ? AND entries > 0 ORDER BY level", crucible),
  ).toEqual([
    { level: 1, entries: 1 },
    { level: 4, entries: 1 },
  ]);
});

test("judges who don't browse the new rating get another pair, and no skip is counted", async () => {
  const { crucible, entry, other } = await entered({ levels: 7 });
  await putEntry(crucible, await makePerson());
  const levels = { mild: 1, bold: 3 };
  const clients = await Promise.all(
    Object.values(levels).map(async (browsingLevels) => {
      const id = await makePerson({ browsingLevels });
      const client = judgeClient(
        { id, levels: browsingLevels, score: 0, supporter: false, barrier: null },
        crucible,
        seededRandom(id),
      );
      await client.sit(now);
      return client;
    }),
  );
  const [mild, bold] = clients as [JudgeClient, JudgeClient];
  const before = bold.on("current");
  const { token } = mild.on("current")!;
  await recheck(entry, 2);
  await recheck(other, 2);
  expect(await mild.vote("left", now, token)).toEqual({ ok: false, reason: "pair-gone" });
  expect(bold.on("current")).toEqual(before);
  expect(rowsOf("SELECT DISTINCT skips_in_row FROM seats")).toEqual([{ skips_in_row: 0 }]);
});

test.each([4, 32])(
  "an entry whose new content rating %i isn't allowed is disqualified, and its owner sees why",
  async (level) => {
    const { crucible, entry, other } = await entered({ levels: 3 });
    expect(await recheck(entry, level)).toEqual([entry]);
    expect(await find(entry)).toMatchObject({
      level,
      disqualifiedAt: now,
      disqualifiedReason: expect.stringContaining("Nudity"),
    });
    expect(await find(other)).toMatchObject({ level: 1, disqualifiedAt: null });
    expect(await reader().query.crucibles.findFirst({ where: eq(crucibles.id, crucible) })).toMatchObject({
      entryCount: 1,
    });
    expect(await reader().query.events.findMany({ where: eq(events.kind, "entry-disqualified") })).toHaveLength(1);
  },
);

test("a settled crucible, and an entry that left it, stay as they were", async () => {
  const { crucible, entry, other } = await entered({ levels: 3 });
  await write((tx) => tx.update(entries).set({ withdrawnAt: now }).where(eq(entries.id, other)));
  expect(await recheck(other, 16)).toEqual([]);
  await write(async (tx) => {
    await tx.update(crucibles).set({ status: "finalizing" }).where(eq(crucibles.id, crucible));
  });
  expect(await recheck(entry, 16)).toEqual([]);
  expect([(await find(entry)).level, (await find(other)).level]).toEqual([1, 1]);
});

test("each crucible decides for itself", async () => {
  const strict = await entered({ levels: 3 });
  const { mediaId, pixelHash, entrantId } = await find(strict.entry);
  const open = await openTestCrucible(entrantId, { levels: 31 });
  const again = {
    crucibleId: open,
    number: 1,
    entrantId,
    mediaId,
    pixelHash,
    level: 1,
    fee: 0,
    lcb: 0,
    ucb: 0,
    createdAt: now,
  };
  const [second] = await write((tx) => tx.insert(entries).values(again).returning({ id: entries.id }));
  expect(await recheck(strict.entry, 8)).toEqual([strict.entry]);
  expect(await find(second!.id)).toMatchObject({ level: 8, disqualifiedAt: null });
});
