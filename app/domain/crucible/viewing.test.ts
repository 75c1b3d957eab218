import { expect, test } from "vitest";
import { eq, inArray } from "drizzle-orm";
import { handle, reader } from "~/db/client";
import { entries as entryRows } from "~/db/schema/entry";
import { media } from "~/db/schema/media";
import { guest } from "~/domain/media/content-ratings";
import { useDatabase } from "~/tests/database";
import { castVotes, hoursLater, makePerson, openTestCrucible, putEntry } from "~/tests/factories";
import { liveLeaderboard, ownEntries, resultsTable, shuffledEntries } from "./entry-lists.server";
import { settleEndedCrucibles } from "./settling/settling.server";
import { viewCrucible } from "./viewing.server";

useDatabase();

function rate(entry: number, elo: number) {
  handle().writer.prepare("UPDATE entries SET elo = ? WHERE id = ?").run(elo, entry);
}

async function field(count: number) {
  const [creator, person] = [await makePerson(), await makePerson()];
  const crucible = await openTestCrucible(creator, { entryFee: 10, prizes: [50, 30, 20] });
  const entries: number[] = [];
  for (let i = 0; i < count; i += 1) entries.push(await putEntry(crucible, creator));
  return { creator, person, crucible, entries };
}

/** The public keys of entries, in the order of their numbers. */
async function keysOf(ids: number[]) {
  const rows = await reader()
    .select({ key: entryRows.key })
    .from(entryRows)
    .where(inArray(entryRows.id, ids))
    .orderBy(entryRows.id);
  return rows.map(({ key }) => key);
}

/** Walks all pages of a list. */
async function walk<T>(page: (after?: string) => Promise<{ rows: T[]; next: string | null }>) {
  const rows: T[] = [];
  let after: string | undefined;
  do {
    const found = await page(after);
    rows.push(...found.rows);
    after = found.next ?? undefined;
  } while (after);
  return rows;
}

test("a crucible is seen with its pool and the prizes as they stand, and none of its secrets", async () => {
  const { crucible } = await field(3);
  const seen = (await viewCrucible(crucible, guest))!;
  expect(seen).toMatchObject({ pool: 30, prizesNow: [15, 9, 6], entryCount: 3, cover: null, models: [] });
  expect(Object.keys(seen)).not.toContain("logSalt");
  expect(Object.keys(seen)).not.toContain("requestKey");
  expect(await viewCrucible(99, guest)).toBeNull();
});

test("the shuffle holds every entry once, stays the same for one viewer and differs for another", async () => {
  const { crucible, entries, person } = await field(30);
  const as = (viewer: typeof guest) =>
    walk((after) => shuffledEntries({ crucibleId: crucible, viewer, after, limit: 7 })).then((rows) =>
      rows.map(({ key }) => key),
    );
  const mine = await as({ ...guest, id: person });
  const keys = await keysOf(entries);
  expect([...mine].sort()).toEqual([...keys].sort());
  expect(await as({ ...guest, id: person })).toEqual(mine);
  expect(await as(guest)).not.toEqual(mine);
  expect(mine).not.toEqual(keys);
});

test("a picture's own words are left out while it runs, and are back after the end", async () => {
  const { crucible, creator, person } = await field(1);
  await putEntry(crucible, await makePerson({ username: "vermilion" }), { alt: "A hill, by Vermilion" });
  const seen = { crucibleId: crucible, viewer: { ...guest, id: person }, limit: 9 };
  expect((await shuffledEntries(seen)).rows.map(({ media }) => media?.alt)).toEqual(["", ""]);
  expect((await liveLeaderboard(seen)).rows.map(({ media }) => media?.alt)).toEqual(["", ""]);
  await castVotes(crucible, person, [[2, 1]]);
  await settleEndedCrucibles({ now: hoursLater(8) });
  expect((await resultsTable(seen)).rows.map(({ media }) => media?.alt)).toEqual(["A hill, by Vermilion", ""]);
  expect(creator).not.toBe(person);
});

test("while it runs no list has a number or key of the entry's or the picture's, but for its owner and moderators", async () => {
  const { crucible, creator, person } = await field(3);
  const lists = (id: number | null, moderator = false) =>
    Promise.all(
      [shuffledEntries, liveLeaderboard].map((list) =>
        list({ crucibleId: crucible, viewer: { ...guest, id, moderator }, limit: 2 }),
      ),
    );
  const secret = { media: media.key, seat: entryRows.seatKey };
  const rows = await reader().select(secret).from(entryRows).innerJoin(media, eq(media.id, entryRows.mediaId));
  const seen = JSON.stringify(await lists(person));
  for (const key of rows.flatMap(Object.values)) expect(seen).not.toContain(key);
  const ids = (page: { rows: { id: number | null; media: { id: number } | null }[] }) =>
    page.rows.map(({ id, media }) => [id, media?.id]);
  for (const page of await lists(person))
    expect(ids(page)).toEqual([
      [null, 0],
      [null, 0],
    ]);
  for (const viewer of [lists(creator), lists(person, true)])
    for (const page of await viewer) expect(ids(page).every(([id]) => Number(id) > 0)).toBe(true);
});

test("among equals the leaderboard's order is not that of entering", async () => {
  const { crucible, entries } = await field(20);
  const { rows } = await liveLeaderboard({ crucibleId: crucible, viewer: guest, limit: 20 });
  expect(rows.map(({ key }) => key)).toEqual((await keysOf(entries)).sort());
});

test("its page opens for those whose levels it meets, for its creator and for moderators", async () => {
  const creator = await makePerson();
  const crucible = await openTestCrucible(creator, { levels: 16 });
  expect(await viewCrucible(crucible, guest)).toBeNull();
  expect(await viewCrucible(crucible, { ...guest, id: 99 })).toBeNull();
  for (const viewer of [
    { ...guest, id: creator },
    { ...guest, moderator: true },
    { ...guest, levels: 31 },
  ]) {
    expect(await viewCrucible(crucible, viewer)).toMatchObject({ id: crucible });
  }
});

test("while it runs nothing in any list names anybody", async () => {
  const { crucible, creator, person } = await field(3);
  const lists = [
    await shuffledEntries({ crucibleId: crucible, viewer: { ...guest, id: person }, limit: 9 }),
    await liveLeaderboard({ crucibleId: crucible, viewer: { ...guest, id: person }, limit: 9 }),
  ];
  expect(JSON.stringify(lists)).not.toMatch(/username|entrant|fileName|prompt/i);
  const own = await shuffledEntries({ crucibleId: crucible, viewer: { ...guest, id: creator }, limit: 9 });
  expect(own.rows.map((row) => row.own)).toEqual([true, true, true]);
});

test("what the viewer may not see is in no list, and the leaderboard keeps its place without a picture", async () => {
  const { crucible, person } = await field(1);
  const adult = await putEntry(crucible, person, { level: 16 });
  rate(adult, 1600);
  const { rows } = await shuffledEntries({ crucibleId: crucible, viewer: guest, limit: 9 });
  const [plainKey, adultKey] = await keysOf([1, adult]);
  expect(rows.map(({ key }) => key)).not.toContain(adultKey);
  const board = await liveLeaderboard({ crucibleId: crucible, viewer: guest, limit: 9 });
  expect(board.rows.map(({ key, media }) => [key, media === null])).toEqual([
    [adultKey, true],
    [plainKey, false],
  ]);
  const own = await liveLeaderboard({ crucibleId: crucible, viewer: { ...guest, id: person }, limit: 9 });
  expect(own.rows[0]?.media).not.toBeNull();
});

test("the live place of one's own entries is their place in the leaderboard, also among equals", async () => {
  const { crucible, creator, entries } = await field(12);
  entries.forEach((entry, i) => rate(entry, 1500 + (i % 4) * 10));
  const board = await walk((after) => liveLeaderboard({ crucibleId: crucible, viewer: guest, after, limit: 5 }));
  expect(board.map(({ rank }) => rank)).toEqual(entries.map((_, i) => i + 1));
  const places = new Map(board.map(({ key, rank }) => [key, rank]));
  for (const { key, rank } of await ownEntries(crucible, creator)) expect(rank).toBe(places.get(key));
});

test("a withdrawn entry is nowhere; a disqualified one is with its owner alone, with the reason", async () => {
  const { crucible, creator, entries } = await field(3);
  handle().writer.exec(`UPDATE entries SET withdrawn_at = 1 WHERE id = ${entries[0]}`);
  handle().writer.exec(
    `UPDATE entries SET disqualified_at = 1, disqualified_reason = 'stolen' WHERE id = ${entries[1]}`,
  );
  const own = await ownEntries(crucible, creator);
  expect(own.map(({ id, rank, disqualifiedReason }) => [id, rank, disqualifiedReason])).toEqual([
    [entries[1], null, "stolen"],
    [entries[2], 1, null],
  ]);
  const { rows } = await liveLeaderboard({ crucibleId: crucible, viewer: guest, limit: 9 });
  expect(rows.map(({ key }) => key)).toEqual(await keysOf([entries[2]!]));
});

test("the results name everybody, in order of place, page by page", async () => {
  const { crucible, entries, person } = await field(9);
  const duels = entries.flatMap((one, i) => entries.slice(i + 1).map((other) => [one, other] as const));
  expect(await resultsTable({ crucibleId: crucible, viewer: guest, limit: 4 })).toEqual({ rows: [], next: null });
  await castVotes(crucible, person, duels);
  await settleEndedCrucibles({ now: hoursLater(8) });
  const table = await walk((after) => resultsTable({ crucibleId: crucible, viewer: guest, after, limit: 4 }));
  expect(table.map(({ place }) => place)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(table.map(({ prize }) => prize)).toEqual([45, 27, 18, 0, 0, 0, 0, 0, 0]);
  expect(table[0]).toMatchObject({
    id: entries[0],
    entrant: { username: expect.any(String) },
    holds: expect.any(Number),
  });
  expect((await viewCrucible(crucible, guest))?.pool).toBe(90);
});
