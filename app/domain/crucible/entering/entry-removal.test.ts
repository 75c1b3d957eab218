import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { handle, reader } from "~/db/client";
import { crucibles } from "~/db/schema/crucible";
import { write } from "~/db/write";
import { balanceOf, escrow, house, wallet } from "~/domain/wallet/accounts.server";
import { useDatabase } from "~/tests/database";
import { castVotes, hoursLater, makeMedia, makePerson, openTestCrucible, putEntry } from "~/tests/factories";
import { cancelCrucible } from "../settling/canceling.server";
import { disqualifyEntry } from "./disqualifying.server";
import { enterCrucible } from "./entering.server";
import { settleEndedCrucibles } from "../settling/settling.server";
import { startDueCrucibles } from "../opening/starting.server";
import { withdrawEntry } from "./withdrawing.server";

useDatabase();

const now = hoursLater(1);

async function contest(columns = {}) {
  const people = [await makePerson(), await makePerson(), await makePerson()] as const;
  const crucible = await openTestCrucible(people[0], { entryFee: 100, ...columns });
  const [a, b] = [await putEntry(crucible, people[0]), await putEntry(crucible, people[1])];
  return { crucible, people, a, b };
}

function find(crucible: number) {
  return reader().query.crucibles.findFirst({ where: eq(crucibles.id, crucible) });
}

function withdraw(entrantId: number, entryId: number, at = now) {
  return write((tx) => withdrawEntry(tx, { entrantId, entryId, now: at }));
}

function disqualify(entryId: number) {
  return write((tx) => disqualifyEntry(tx, { moderatorId: 1, entryId, reason: "Not one's own work", now }));
}

function cancel(crucibleId: number) {
  return write((tx) => cancelCrucible(tx, { moderatorId: 1, crucibleId, reason: "Off topic", now }));
}

test("an entry that nobody judged goes out with its fee, and its picture may come back", async () => {
  const { crucible, people, a } = await contest();
  expect(await withdraw(people[0], a)).toEqual({ ok: true, crucibleId: crucible, refunded: 100 });
  expect(await balanceOf(reader(), wallet(people[0]))).toBe(1000);
  expect(await withdraw(people[0], a)).toEqual({ ok: true, crucibleId: crucible, refunded: 100 });
  expect(await balanceOf(reader(), wallet(people[0]))).toBe(1000);
  expect(await find(crucible)).toMatchObject({ entryCount: 1, entrantCount: 1, lastNumber: 2 });
  const [gone] = await reader().query.entries.findMany({ where: (entry, { eq }) => eq(entry.id, a) });
  const again = await write((tx) =>
    enterCrucible(tx, { entrantId: people[0], crucibleId: crucible, mediaIds: [gone!.mediaId], now }),
  );
  expect(again).toMatchObject({ ok: true });
});

test("a free entry goes out as well", async () => {
  const { people, a } = await contest({ entryFee: 0 });
  expect(await withdraw(people[0], a)).toMatchObject({ ok: true, refunded: 0 });
});

test("a judged entry, an ended crucible and somebody else's entry stay", async () => {
  const { crucible, people, a, b } = await contest();
  expect(await withdraw(people[0], b)).toBeNull();
  expect(await withdraw(people[0], a, hoursLater(8))).toEqual({ ok: false, reason: "not-open" });
  await castVotes(crucible, people[2], [[a, b]]);
  expect(await withdraw(people[0], a)).toEqual({ ok: false, reason: "already-judged" });
  expect(await balanceOf(reader(), escrow(`crucible:${crucible}`))).toBe(200);
});

test("an entry whose only vote was undone stays: the vote is in the log", async () => {
  const { crucible, people, a, b } = await contest();
  await castVotes(crucible, people[2], [[a, b]]);
  handle().writer.exec("UPDATE entries SET votes = 0, wins = 0, losses = 0");
  expect(await withdraw(people[0], a)).toEqual({ ok: false, reason: "already-judged" });
});

test("withdrawing against the first vote: one of them wins, and the books agree with it", async () => {
  for (let round = 0; round < 20; round += 1) {
    const { crucible, people, a, b } = await contest();
    const vote = () => castVotes(crucible, people[2], [[a, b]]);
    const leave = () => withdraw(people[0], a);
    const [left] = await Promise.allSettled(round % 2 ? [leave(), vote()] : [vote().then(() => leave())]);
    const entry = await reader().query.entries.findFirst({ where: (row, { eq }) => eq(row.id, a) });
    expect(entry!.withdrawnAt !== null && entry!.votes > 0).toBe(false);
    expect(await balanceOf(reader(), escrow(`crucible:${crucible}`))).toBe(entry!.withdrawnAt ? 100 : 200);
    expect(left!.status).toBe("fulfilled");
  }
});

test("a disqualified entry is out of the count and of the places, and its fee stays in the pool", async () => {
  const { crucible, people, a, b } = await contest();
  const c = await putEntry(crucible, people[1]);
  await castVotes(crucible, people[2], [
    [a, b],
    [a, c],
    [b, c],
  ]);
  expect(await disqualify(a)).toEqual({ ok: true, crucibleId: crucible });
  expect(await disqualify(a)).toEqual({ ok: false, reason: "out-already" });
  expect(await disqualify(999)).toBeNull();
  expect(await withdraw(people[0], a)).toEqual({ ok: false, reason: "disqualified" });
  expect(await find(crucible)).toMatchObject({ entryCount: 2, entrantCount: 1 });
  await settleEndedCrucibles({ now: hoursLater(8) });
  const rows = await reader().query.entries.findMany({ orderBy: (row, { asc }) => asc(row.id) });
  expect(rows.map(({ place, prize }) => [place, prize])).toEqual([
    [null, null],
    [1, 187],
    [2, 112],
  ]);
  expect(await balanceOf(reader(), house)).toBe(1);
  expect(await disqualify(b)).toEqual({ ok: false, reason: "over" });
});

test("when all entries are disqualified, the site keeps the pool", async () => {
  const { crucible, a, b } = await contest();
  await disqualify(a);
  await disqualify(b);
  await settleEndedCrucibles({ now: hoursLater(8) });
  expect(await find(crucible)).toMatchObject({ outcome: "empty", paidPool: 200 });
  expect(await balanceOf(reader(), house)).toBe(200);
});

test("a disqualified entry is taken off the seats on which it stands", async () => {
  const { crucible, people, a, b } = await contest();
  await castVotes(crucible, people[2], [[a, b]]);
  handle().writer.exec("UPDATE pairs SET state = 'current'");
  await disqualify(b);
  expect((await reader().query.pairs.findMany()).map(({ state }) => state)).toEqual(["dropped"]);
});

test("canceling a crucible refunds every fee as it was charged", async () => {
  const { crucible, people, a } = await contest();
  await disqualify(a);
  expect(await cancel(crucible)).toMatchObject({ ok: true, setupFee: 0 });
  expect(await find(crucible)).toMatchObject({ status: "cancelled", cancelReason: "Off topic", finishedAt: now });
  expect(await Promise.all(people.map((one) => balanceOf(reader(), wallet(one))))).toEqual([1000, 1000, 1000]);
  expect(await cancel(crucible)).toEqual({ ok: false, reason: "over" });
  expect(await cancel(99)).toBeNull();
  const told = await reader().query.events.findMany({ where: (row, { eq }) => eq(row.kind, "crucible-cancelled") });
  expect(told.map(({ data }) => data)).toEqual([
    {
      asked: [],
      creatorId: people[0],
      setupFee: 0,
      reason: "Off topic",
      refunds: [
        { userId: people[0], amount: 100 },
        { userId: people[1], amount: 100 },
      ],
    },
  ]);
});

test("an ended crucible can't be canceled, and a canceled one doesn't end", async () => {
  const [one, two] = [await contest(), await contest()];
  await settleEndedCrucibles({ now: hoursLater(8) });
  expect(await cancel(one.crucible)).toEqual({ ok: false, reason: "over" });
  const third = await contest();
  await cancel(third.crucible);
  expect(await settleEndedCrucibles({ now: hoursLater(8) })).toBe(0);
  expect((await find(two.crucible))?.status).toBe("completed");
});

test("a pending crucible starts at its time, once, and not before", async () => {
  const crucible = await openTestCrucible(await makePerson(), { status: "pending" });
  const start = (at: Date) => write((tx) => startDueCrucibles(tx, { now: at }));
  expect(await start(new Date(hoursLater(0).getTime() - 1))).toBe(0);
  expect(await start(hoursLater(0))).toBe(1);
  expect(await start(hoursLater(0))).toBe(0);
  expect((await find(crucible))?.status).toBe("active");
  const media = await makeMedia(1);
  expect(
    await write((tx) => enterCrucible(tx, { entrantId: 1, crucibleId: crucible, mediaIds: [media], now })),
  ).toMatchObject({ ok: true });
});
