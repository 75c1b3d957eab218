import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { handle, reader } from "~/db/client";
import { crucibles } from "~/db/schema/crucible";
import { write } from "~/db/write";
import { balanceOf, escrow, house, wallet } from "~/domain/wallet/accounts.server";
import { useDatabase } from "~/tests/database";
import { castVotes, hoursLater, makePerson, openTestCrucible, putEntry } from "~/tests/factories";
import { cancelCrucible } from "./canceling.server";
import { settleEndedCrucibles } from "./settling.server";

useDatabase();

const END = hoursLater(8);

/** `people` entries at `fee`; everyone's earlier entries beat the later ones in the eyes of two judges. */
async function endedContest(people: number, fee: number, prizes = [50, 30, 20]) {
  const creator = await makePerson();
  const crucible = await openTestCrucible(creator, { entryFee: fee, prizes });
  const entrants = await Promise.all(Array.from({ length: people }, () => makePerson({ buzz: 10_000 })));
  const entries: number[] = [];
  for (const entrant of entrants) entries.push(await putEntry(crucible, entrant));
  const duels = entries.flatMap((one, i) => entries.slice(i + 1, i + 4).map((other) => [one, other] as const));
  for (const judge of [await makePerson(), await makePerson()]) await castVotes(crucible, judge, duels);
  return { creator, crucible, entrants, entries };
}

function find(crucible: number) {
  return reader().query.crucibles.findFirst({ where: eq(crucibles.id, crucible) });
}

function placesOf(crucible: number) {
  return reader().query.entries.findMany({
    columns: { id: true, place: true, prize: true },
    where: (entry, { eq }) => eq(entry.crucibleId, crucible),
    orderBy: (entry, { asc }) => asc(entry.id),
  });
}

async function sumOfAll() {
  const rows = await reader().query.accounts.findMany({ columns: { balance: true } });
  return rows.reduce((sum, { balance }) => sum + balance, 0);
}

test("the field is placed, the prizes are in the wallets, the remainder is in the house, the escrow is empty", async () => {
  const { crucible, entrants, entries } = await endedContest(5, 101);
  expect(await settleEndedCrucibles({ now: END })).toBe(1);

  expect(await find(crucible)).toMatchObject({ status: "completed", outcome: "paid", paidPool: 505, finishedAt: END });
  expect(await placesOf(crucible)).toEqual([
    { id: entries[0], place: 1, prize: 252 },
    { id: entries[1], place: 2, prize: 151 },
    { id: entries[2], place: 3, prize: 101 },
    { id: entries[3], place: 4, prize: 0 },
    { id: entries[4], place: 5, prize: 0 },
  ]);
  const balances = await Promise.all(entrants.map((one) => balanceOf(reader(), wallet(one))));
  expect(balances).toEqual([10_151, 10_050, 10_000, 9899, 9899]);
  expect(await balanceOf(reader(), house)).toBe(1);
  expect(await balanceOf(reader(), escrow(`crucible:${crucible}`))).toBe(0);
  expect(await sumOfAll()).toBe(0);
});

test("never a millisecond early, and late is not too late", async () => {
  const { crucible } = await endedContest(3, 10);
  expect(await settleEndedCrucibles({ now: new Date(END.getTime() - 1) })).toBe(0);
  expect((await find(crucible))?.status).toBe("active");
  expect(await settleEndedCrucibles({ now: hoursLater(800) })).toBe(1);
});

test("who was judged and who placed gains score, once", async () => {
  const { entrants } = await endedContest(5, 0);
  await settleEndedCrucibles({ now: END });
  await settleEndedCrucibles({ now: END });
  const people = await reader().query.users.findMany({ columns: { id: true, score: true } });
  const scores = new Map(people.map(({ id, score }) => [id, score]));
  expect(entrants.map((one) => scores.get(one))).toEqual([30, 30, 30, 5, 5]);
});

test("a winner without competition gains no score, or free crucibles could be used to qualify as a judge", async () => {
  const { entrants } = await endedContest(1, 0);
  await settleEndedCrucibles({ now: END });
  expect(await reader().query.entries.findFirst()).toMatchObject({ place: 1, votes: 0 });
  expect((await reader().query.users.findFirst({ where: (users, { eq }) => eq(users.id, entrants[0]!) }))!.score).toBe(
    0,
  );
});

test.each([
  [1, [100], 333, 7],
  [2, [60, 40], 333, 7],
  [3, [50, 30, 20], 101, 7],
  [20, [...Array<number>(20).fill(5)], 37, 23],
  [20, [...Array<number>(20).fill(5)], 1, 3],
  [3, [50, 30, 20], 1, 2],
])(
  "%i places of %j at %i Buzz and %i entries: all of the pool goes out and nothing else",
  async (_, prizes, fee, people) => {
    const { crucible } = await endedContest(people, fee, prizes);
    await settleEndedCrucibles({ now: END });
    const paid = (await placesOf(crucible)).reduce((sum, { prize }) => sum + prize!, 0);
    expect(paid + (await balanceOf(reader(), house))).toBe(fee * people);
    expect(await balanceOf(reader(), escrow(`crucible:${crucible}`))).toBe(0);
  },
);

test("nobody entered: completed, and nothing is paid", async () => {
  const crucible = await openTestCrucible(await makePerson(), { entryFee: 100 });
  await settleEndedCrucibles({ now: END });
  expect(await find(crucible)).toMatchObject({ status: "completed", outcome: "empty", paidPool: 0 });
  expect(await reader().query.transfers.findMany({ where: (t, { ne }) => ne(t.kind, "grant") })).toEqual([]);
});

test("a single entry wins without a vote", async () => {
  const { crucible, entries } = await endedContest(1, 100);
  await settleEndedCrucibles({ now: END });
  expect(await placesOf(crucible)).toEqual([{ id: entries[0], place: 1, prize: 100 }]);
});

test("entries and no vote: no contest, and all fees go back", async () => {
  const [one, two] = [await makePerson(), await makePerson()];
  const crucible = await openTestCrucible(one, { entryFee: 100 });
  for (const person of [one, two, two]) await putEntry(crucible, person);
  await settleEndedCrucibles({ now: END });
  expect(await find(crucible)).toMatchObject({ status: "completed", outcome: "no-contest" });
  expect(await balanceOf(reader(), wallet(one))).toBe(1000);
  expect(await balanceOf(reader(), wallet(two))).toBe(1000);
  expect((await placesOf(crucible)).map(({ place }) => place)).toEqual([null, null, null]);
});

test("two settlers at once pay once", async () => {
  const { crucible } = await endedContest(4, 100);
  const settled = await Promise.all(Array.from({ length: 5 }, () => settleEndedCrucibles({ now: END })));
  expect(settled.reduce((sum, n) => sum + n)).toBe(1);
  const paid = await reader().query.transfers.findMany({ where: (t, { eq }) => eq(t.kind, "prize") });
  expect(paid).toHaveLength(3);
  expect((await find(crucible))?.status).toBe("completed");
});

test("canceling and settling at the same time: exactly one happens, completely", async () => {
  for (let round = 0; round < 10; round += 1) {
    const { creator, crucible } = await endedContest(3, 100);
    const cancel = () =>
      write((tx) => cancelCrucible(tx, { moderatorId: creator, crucibleId: crucible, reason: "race", now: END }));
    const both =
      round % 2 ? [settleEndedCrucibles({ now: END }), cancel()] : [cancel(), settleEndedCrucibles({ now: END })];
    await Promise.all(both);
    const { status } = (await find(crucible))!;
    const paid = await reader().query.transfers.findMany({
      where: (t, { eq }) => eq(t.subject, `crucible:${crucible}`),
    });
    const kinds = new Set(paid.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(status === "completed" ? ["entry-fee", "prize"] : ["entry-fee", "refund"]);
    expect(await balanceOf(reader(), escrow(`crucible:${crucible}`))).toBe(0);
  }
});

// Each trigger breaks one step of the second write; the first write is on the disk by then.
test.each([
  ["taking it", "BEFORE UPDATE OF status ON crucibles WHEN NEW.status = 'finalizing'"],
  ["the places", "BEFORE UPDATE OF place ON entries WHEN NEW.place = 2"],
  ["the first prize", "BEFORE INSERT ON transfers WHEN NEW.kind = 'prize'"],
  ["the last prize", "BEFORE INSERT ON transfers WHEN NEW.reason = 'Place 3'"],
  ["the remainder", "BEFORE INSERT ON transfers WHEN NEW.kind = 'remainder'"],
  ["the scores", "BEFORE UPDATE OF score ON users"],
  ["the judges", "BEFORE INSERT ON reliabilities"],
  ["closing it", "BEFORE UPDATE OF status ON crucibles WHEN NEW.status = 'completed'"],
  ["telling it", "BEFORE INSERT ON events WHEN NEW.kind = 'crucible-ended'"],
])("broken off at %s, it has paid nobody, and the next run finishes it", async (_, when) => {
  const { crucible, entrants } = await endedContest(4, 101);
  handle().writer.exec(`CREATE TRIGGER cut ${when} BEGIN SELECT RAISE(ABORT, 'power cut'); END`);
  await expect(settleEndedCrucibles({ now: END })).rejects.toThrow("could not be settled");
  expect(await balanceOf(reader(), escrow(`crucible:${crucible}`))).toBe(404);
  expect((await find(crucible))?.status).toMatch(/^(active|finalizing)$/);

  handle().writer.exec("DROP TRIGGER cut");
  expect(await settleEndedCrucibles({ now: hoursLater(9) })).toBe(1);
  expect(await balanceOf(reader(), wallet(entrants[0]!))).toBe(10_000 - 101 + 202);
  expect(await balanceOf(reader(), escrow(`crucible:${crucible}`))).toBe(0);
});

test("one that fails holds up no other", async () => {
  const [bad, good] = [await endedContest(3, 100), await endedContest(3, 100)];
  const cut = `BEFORE INSERT ON transfers WHEN NEW.idempotency_key LIKE 'prize:${bad.crucible}:%'`;
  handle().writer.exec(`CREATE TRIGGER cut ${cut} BEGIN SELECT RAISE(ABORT, 'broken'); END`);
  await expect(settleEndedCrucibles({ now: END })).rejects.toThrow("could not be settled: 1");
  expect((await find(good.crucible))?.status).toBe("completed");
  expect((await find(bad.crucible))?.status).toBe("finalizing");
});

test("a counted vote is a point for its judge when the crucible is decided", async () => {
  const { crucible } = await endedContest(5, 0);
  handle().writer.exec(`INSERT INTO vote_voids (vote_id, crucible_id, actor_id, reason, up_to_vote, created_at)
    SELECT min(id), crucible_id, judge_id, 'Taken back', max(id), 0 FROM votes`);
  await settleEndedCrucibles({ now: END });
  const judges = await reader().query.reliabilities.findMany({ where: (row, { eq }) => eq(row.crucibleId, crucible) });
  const people = await reader().query.users.findMany({ columns: { id: true, score: true } });
  const scores = judges.map(({ judgeId }) => people.find(({ id }) => id === judgeId)?.score);
  expect(scores.sort()).toEqual([8, 9]);
});
