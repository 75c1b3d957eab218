import { expect, test } from "vitest";
import { handle } from "~/db/client";
import { baseModels } from "~/db/schema/media";
import type { crucibles } from "~/db/schema/crucible";
import { crucibleBaseModels } from "~/db/schema/crucible";
import { write } from "~/db/write";
import { guest } from "~/domain/media/content-ratings";
import { useDatabase } from "~/tests/database";
import { castVotes, hoursLater, makeMedia, makePerson, NOON, openTestCrucible, putEntry } from "~/tests/factories";
import { DiscoveryQuery, sorts } from "./discovery";
import { findCrucibles, findHero, findNear, listedBaseModels, runningTotals } from "./finding.server";
import { settleEndedCrucibles } from "./settling/settling.server";
import { activeCrucibles, personStats } from "./live-standings.server";

useDatabase();

const now = hoursLater(1);
const everything = { ...guest, levels: 31 };

async function names(asked: Record<string, unknown>, viewer = guest) {
  const { rows } = await findCrucibles({ asked: DiscoveryQuery.parse(asked), viewer, limit: 50, now });
  return rows.map(({ name }) => name);
}

async function open(name: string, columns: Partial<typeof crucibles.$inferInsert> = {}) {
  return openTestCrucible(await makePerson(), { name, ...columns });
}

test("sorts and tabs put first what they say, and the pool is what the escrow holds", async () => {
  const [rich, late] = [
    await open("Beta rich", { entryFee: 500 }),
    await open("alpha late", { endsAt: hoursLater(30) }),
  ];
  await open("Gamma soon", { endsAt: hoursLater(7.5), featuredAt: NOON });
  await putEntry(rich, await makePerson());
  for (const person of [await makePerson(), await makePerson()]) await putEntry(late, person);
  expect(await names({ sort: "pool" })).toEqual(["Beta rich", "Gamma soon", "alpha late"]);
  expect(await names({ tab: "stakes" })).toEqual(["Beta rich", "Gamma soon", "alpha late"]);
  expect(await names({ tab: "ending" })).toEqual(["Gamma soon", "Beta rich", "alpha late"]);
  expect(await names({ tab: "new" })).toEqual(["Gamma soon", "alpha late", "Beta rich"]);
  expect(await names({ sort: "entries" })).toEqual(["alpha late", "Beta rich", "Gamma soon"]);
  expect(await names({ sort: "name" })).toEqual(["alpha late", "Beta rich", "Gamma soon"]);
  expect(await names({})).toEqual(["Gamma soon", "Beta rich", "alpha late"]);
  expect(await names({ sort: "nonsense", tab: 3, status: "?", after: "&&&", baseModel: "x" })).toHaveLength(3);
});

test("each status filter shows its own, by the clock", async () => {
  await open("running");
  await open("over but not counted", { endsAt: now, entriesCloseAt: now });
  await open("coming", { status: "pending", startsAt: hoursLater(2) });
  await open("called off", { status: "cancelled", cancelReason: "x" });
  await open("done", { status: "completed", outcome: "empty", paidPool: 0 });
  expect(await names({ status: "active" })).toEqual(["running"]);
  expect(await names({ status: "upcoming" })).toEqual(["coming"]);
  expect((await names({ status: "completed" })).sort()).toEqual(["done", "over but not counted"]);
  expect(await names({ status: "any" })).toHaveLength(4);
});

test("pages join without a gap or a repeat, whatever the sort, also among equals", async () => {
  for (let i = 0; i < 23; i += 1)
    await open(`same ${i % 3}`, { endsAt: hoursLater(9 + (i % 4)), featuredAt: i % 5 ? null : NOON });
  for (const sort of sorts) {
    const seen: number[] = [];
    let after: string | null = null;
    do {
      const asked = DiscoveryQuery.parse({ sort, after: after ?? undefined });
      const page = await findCrucibles({ asked, viewer: guest, limit: 5, now });
      seen.push(...page.rows.map(({ id }) => id));
      after = page.next;
    } while (after);
    expect(new Set(seen).size).toBe(23);
    expect(seen).toHaveLength(23);
  }
});

test("search finds words in name and description by their beginnings, and no text breaks it", async () => {
  await open("Été à Paris", { description: "Light on water" });
  await open("Robots");
  expect(await names({ words: "ete" })).toEqual(["Été à Paris"]);
  expect(await names({ words: "WAT par" })).toEqual(["Été à Paris"]);
  expect(await names({ words: "robot water" })).toEqual([]);
  expect(await names({ words: "   " })).toHaveLength(2);
  for (const words of ['"', "*", "robots OR", "NEAR(", "name:robots", "a AND NOT", "') --", "-", "^x", "((("]) {
    await expect(names({ words })).resolves.toBeInstanceOf(Array);
  }
  expect(await names({ words: "!!!" })).toEqual([]);
});

test("renamed crucibles are only found by their new name", async () => {
  await open("Robots");
  handle().writer.exec("UPDATE crucibles SET name = 'Machines'");
  expect([await names({ words: "robots" }), await names({ words: "machines" })]).toEqual([[], ["Machines"]]);
});

test("the base model filter keeps those that list it", async () => {
  const flux = await open("flux only");
  await open("anything");
  const [base] = await write((tx) => tx.insert(baseModels).values({ name: "Test Flux", kind: "image" }).returning());
  await write((tx) => tx.insert(crucibleBaseModels).values({ crucibleId: flux, baseModelId: base!.id }));
  expect(await names({ baseModel: String(base!.id) })).toEqual(["flux only"]);
  expect(await listedBaseModels()).toEqual([{ id: base!.id, name: "Test Flux" }]);
});

test("a crucible whose levels the viewer does not browse is not there, and a cover beyond them is not shown", async () => {
  const creator = await makePerson();
  await openTestCrucible(creator, { name: "adult", levels: 28 });
  await openTestCrucible(creator, { name: "mixed", levels: 31, coverMediaId: await makeMedia(creator, { level: 4 }) });
  expect(await names({})).toEqual(["mixed"]);
  expect((await names({}, everything)).sort()).toEqual(["adult", "mixed"]);
  expect((await findHero(guest, now))?.cover).toBeNull();
  expect((await findHero({ ...guest, id: creator }, now))?.cover).not.toBeNull();
  expect(await runningTotals(guest, now)).toEqual({ crucibles: 1, pool: 0 });
});

test("the hero is what moderators picked, else the largest pool, and nothing that ended", async () => {
  await open("gone", { endsAt: now, entriesCloseAt: now, featuredAt: NOON });
  await open("small");
  await putEntry(await open("large", { entryFee: 10 }), await makePerson());
  expect((await findHero(guest, now))?.name).toBe("large");
  await open("picked", { featuredAt: NOON });
  expect((await findHero(guest, now))?.name).toBe("picked");
  expect(await findHero(guest, hoursLater(9))).toBeNull();
});

test("a person's record counts what was decided", async () => {
  const [me, other, judge] = [await makePerson(), await makePerson(), await makePerson()];
  expect(await personStats(me)).toEqual({ entered: 0, won: 0, bestPlace: null, winRate: null });
  for (const wins of [true, false]) {
    const crucible = await openTestCrucible(other, { entryFee: 100, prizes: [100] });
    const [mine, theirs] = [await putEntry(crucible, me), await putEntry(crucible, other)];
    await castVotes(crucible, judge, [wins ? [mine, theirs] : [theirs, mine]]);
  }
  await settleEndedCrucibles({ now: hoursLater(8) });
  const running = await openTestCrucible(other);
  await putEntry(running, other);
  await putEntry(running, me);
  expect(await personStats(me)).toEqual({ entered: 3, won: 200, bestPlace: 1, winRate: 0.5 });
  expect(await activeCrucibles(me, now)).toMatchObject([{ id: running, ownEntries: 1, pool: 0 }]);
  expect(await activeCrucibles(me, hoursLater(8))).toEqual([]);
});

test("an address that leads nowhere finds what has a word of it, names before descriptions, and only what the viewer may know of", async () => {
  await open("Wild Portraits", { description: "One animal" });
  await open("Neon after rain", { description: "Not a portrait" });
  await open("Portrait of nobody", { levels: 16 });
  await open("Portrait called off", { status: "cancelled", cancelReason: "x" });
  const near = async (path: string) => (await findNear(path, guest)).map(({ name }) => name);
  expect(await near("/crucibles/12/wild-portriat")).toEqual(["Wild Portraits"]);
  expect(await near("/portrait")).toEqual(["Wild Portraits", "Neon after rain"]);
  for (const nothing of ["/", "/crucibles/12", "/crucibles/a", "/%E0%A4%A", "/zeppelin", '/"*'])
    expect(await near(nothing)).toEqual([]);
});
