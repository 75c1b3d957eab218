import { expect, test } from "vitest";
import { write } from "~/db/write";
import { judgeClient } from "~/tests/judge-client";
import { useDatabase } from "~/tests/database";
import { hoursLater, makePerson, openTestCrucible, putEntry } from "~/tests/factories";
import type { Judge } from "./judging/judges";
import { seededRandom } from "~/domain/contest/random";
import { addReminder } from "./opening/reminding.server";
import { visitorStatus } from "./visitor-status.server";

useDatabase();

const now = hoursLater(1);

function judge(id: number, more: Partial<Judge> = {}): Judge {
  return { id, levels: 3, score: 5, supporter: false, barrier: null, ...more };
}

test("a visitor reads what they have in it, what they could pay with, and how many pairs wait", async () => {
  const [creator, ana] = [await makePerson(), await makePerson({ buzz: 500 })];
  const crucibleId = await openTestCrucible(creator, { entryFee: 100 });
  for (const person of [ana, creator, creator, creator]) await putEntry(crucibleId, person);
  const seen = { crucibleId, judge: judge(ana), now };
  expect(await visitorStatus(seen)).toEqual({
    used: 1,
    standing: 1,
    balance: 400,
    inDebt: false,
    reminded: false,
    score: 5,
    waiting: 3,
    unfit: null,
  });
  const client = judgeClient(judge(ana), crucibleId, seededRandom(3));
  await client.sit(now);
  await client.vote("left", hoursLater(1.1));
  expect(await visitorStatus({ ...seen, now: hoursLater(1.2) })).toMatchObject({ waiting: 2 });
  expect(await visitorStatus({ ...seen, judge: judge(creator) })).toMatchObject({ used: 3, balance: 700, waiting: 0 });
  expect(await visitorStatus({ ...seen, crucibleId: 999 })).toBeNull();
});

test("pairs outside what one browses do not wait for them", async () => {
  const [creator, ana] = [await makePerson(), await makePerson()];
  const crucibleId = await openTestCrucible(creator);
  for (const level of [1, 4, 4]) await putEntry(crucibleId, creator, { level });
  expect(await visitorStatus({ crucibleId, judge: judge(ana), now })).toMatchObject({ waiting: 0 });
  expect(await visitorStatus({ crucibleId, judge: judge(ana, { levels: 7 }), now })).toMatchObject({ waiting: 3 });
});

test("who does not meet the rule for judges is told so, and nobody after the end", async () => {
  const [creator, ana] = [await makePerson(), await makePerson()];
  const crucibleId = await openTestCrucible(creator, { judgeRule: "verified", judgeMinScore: 6 });
  for (let i = 0; i < 2; i += 1) await putEntry(crucibleId, creator);
  expect(await visitorStatus({ crucibleId, judge: judge(ana), now })).toMatchObject({
    waiting: 0,
    unfit: "not-verified",
  });
  expect(await visitorStatus({ crucibleId, judge: judge(ana, { score: 6 }), now })).toMatchObject({
    waiting: 1,
    unfit: null,
  });
  expect(await visitorStatus({ crucibleId, judge: judge(ana, { supporter: true }), now })).toMatchObject({
    waiting: 1,
    unfit: null,
  });
  expect(await visitorStatus({ crucibleId, judge: judge(ana), now: hoursLater(8) })).toMatchObject({
    waiting: 0,
    unfit: null,
  });
});

test("before it opens one reads whether one will be told", async () => {
  const [creator, ana] = [await makePerson(), await makePerson()];
  const crucibleId = await openTestCrucible(creator, { status: "pending", startsAt: hoursLater(2) });
  await write((tx) => addReminder(tx, { person: { id: ana, levels: 3, moderator: false }, crucibleId, now }));
  expect(await visitorStatus({ crucibleId, judge: judge(ana), now })).toMatchObject({ reminded: true, waiting: 0 });
  expect(await visitorStatus({ crucibleId, judge: judge(creator), now })).toMatchObject({ reminded: false });
});
