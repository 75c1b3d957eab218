import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { reader } from "~/db/client";
import { entries } from "~/db/schema/entry";
import { media } from "~/db/schema/media";
import { write } from "~/db/write";
import { useDatabase } from "~/tests/database";
import { castVotes, hoursLater, makePerson, openTestCrucible, putEntry } from "~/tests/factories";
import { guest } from "~/domain/media/content-ratings";
import { placedEntry, resultFacts } from "./result-facts.server";
import { settleEndedCrucibles } from "./settling/settling.server";
import { viewCrucible } from "./viewing.server";

useDatabase();

/** A contest of so many entries in which each is beaten by all before it; it has been paid out. */
async function settled(count: number, { fee = 7, prizes = [50, 30, 20] } = {}) {
  const [creator, judge] = [await makePerson({ username: "ana" }), await makePerson()];
  const id = await openTestCrucible(creator, { name: "Ember", entryFee: fee, prizes });
  const put: number[] = [];
  for (let i = 0; i < count; i += 1) put.push(await putEntry(id, creator, { alt: `no. ${i}` }));
  await castVotes(
    id,
    judge,
    put.flatMap((winner, i) => put.slice(i + 1).map((loser) => [winner, loser] as const)),
  );
  await settleEndedCrucibles({ now: hoursLater(8) });
  return { id, put, found: (await viewCrucible(id, guest))! };
}

test("every Buzz of the pool is accounted for: by place, and by what rounding left", async () => {
  const { found } = await settled(4);
  const facts = await resultFacts(found);
  expect(facts).toMatchObject({ pool: 28, placed: 4, whole: 100, remainder: 1, fewestVotes: 3, mostVotes: 3 });
  expect(facts.shares.map(({ place, percent, exact, amount }) => [place, percent, exact, amount])).toEqual([
    [1, 50, 14, 14],
    [2, 30, 8.4, 8],
    [3, 20, 5.6, 5],
  ]);
  expect(facts.shares.reduce((sum, { amount }) => sum + amount, facts.remainder)).toBe(facts.pool);
});

test("the shares of places that nobody filled are spread over the others", async () => {
  const { found } = await settled(2);
  const facts = await resultFacts(found);
  expect(facts).toMatchObject({ pool: 14, placed: 2, whole: 80 });
  expect(facts.shares.map(({ exact, amount }) => [exact, amount])).toEqual([
    [8.75, 8],
    [5.25, 5],
  ]);
});

test("what the page says was paid is what was paid", async () => {
  const { id, found } = await settled(5, { fee: 13, prizes: [40, 30, 20, 10] });
  const paid = await reader()
    .select({ place: entries.place, prize: entries.prize })
    .from(entries)
    .where(eq(entries.crucibleId, id))
    .orderBy(entries.place);
  const { shares } = await resultFacts(found);
  expect(paid.map(({ prize }) => prize ?? 0)).toEqual([...shares.map(({ amount }) => amount), 0]);
});

test("a placed entry is for everyone when its picture is, and nothing is before it has a place", async () => {
  const { put } = await settled(2);
  const [first] = put as [number];
  expect(await placedEntry(first, guest)).toMatchObject({
    place: 1,
    prize: 8,
    author: "ana",
    crucible: { name: "Ember", field: 2 },
    open: true,
    media: { alt: "no. 0" },
  });
  await write((tx) => tx.update(media).set({ level: 4 }).where(eq(media.alt, "no. 0")));
  expect(await placedEntry(first, guest)).toBeNull();
  expect(await placedEntry(first, { id: null, levels: 4, moderator: false })).toMatchObject({ place: 1, open: false });
  const running = await openTestCrucible(await makePerson());
  expect(await placedEntry(await putEntry(running, await makePerson()), guest)).toBeNull();
  expect(await placedEntry(999, guest)).toBeNull();
});
