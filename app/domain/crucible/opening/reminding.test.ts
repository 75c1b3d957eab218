import { expect, test } from "vitest";
import { reader } from "~/db/client";
import { reminders } from "~/db/schema/crucible";
import { events } from "~/db/schema/event";
import { write } from "~/db/write";
import { useDatabase } from "~/tests/database";
import { NOON, hoursLater, makePerson, openTestCrucible } from "~/tests/factories";
import { cancelCrucible } from "../settling/canceling.server";
import { addReminder, removeReminder, hasReminder } from "./reminding.server";
import { startDueCrucibles } from "./starting.server";

useDatabase();

const later = {
  status: "pending",
  startsAt: hoursLater(2),
  entriesCloseAt: hoursLater(9),
  endsAt: hoursLater(10),
} as const;

function ask(id: number, crucibleId: number, { levels = 3, moderator = false } = {}) {
  return write((tx) => addReminder(tx, { person: { id, levels, moderator }, crucibleId, now: NOON }));
}

async function lastEvent() {
  return (await reader().select().from(events)).at(-1);
}

test("asked once or ten times at once, one is on the list once, and off it after one word", async () => {
  const [creator, ana] = [await makePerson(), await makePerson()];
  const crucibleId = await openTestCrucible(creator, later);
  const who = { userId: ana, crucibleId };
  expect(await hasReminder(who)).toBe(false);
  const answers = await Promise.all(Array.from({ length: 10 }, () => ask(ana, crucibleId)));
  expect(answers).toEqual(Array(10).fill({ ok: true }));
  expect(await hasReminder(who)).toBe(true);
  expect(await hasReminder({ ...who, userId: creator })).toBe(false);
  await write((tx) => removeReminder(tx, { ...who, userId: creator }));
  expect(await reader().$count(reminders)).toBe(1);
  await write((tx) => removeReminder(tx, who));
  await write((tx) => removeReminder(tx, who));
  expect(await hasReminder(who)).toBe(false);
});

test("what has opened, or is outside one's levels, cannot be waited for", async () => {
  const [creator, ana] = [await makePerson(), await makePerson()];
  expect(await ask(ana, await openTestCrucible(creator))).toEqual({ ok: false, reason: "not-pending" });
  const bold = await openTestCrucible(creator, { ...later, levels: 8 });
  expect(await ask(ana, bold)).toBeNull();
  expect(await ask(ana, 999)).toBeNull();
  expect(await reader().$count(reminders)).toBe(0);
  for (const [id, seen] of [
    [creator, {}],
    [ana, { levels: 8 }],
    [ana, { moderator: true }],
  ] as const)
    expect(await ask(id, bold, seen)).toEqual({ ok: true });
});

test("when it opens, the event says who asked, and the list is empty; others wait on", async () => {
  const [creator, ana, ben] = [await makePerson(), await makePerson(), await makePerson()];
  const [soon, late] = [
    await openTestCrucible(creator, later),
    await openTestCrucible(creator, { ...later, startsAt: hoursLater(4) }),
  ];
  for (const id of [ana, ben]) await ask(id, soon);
  await ask(ana, late);
  expect(await write((tx) => startDueCrucibles(tx, { now: hoursLater(2) }))).toBe(1);
  expect(await lastEvent()).toMatchObject({
    kind: "crucible-started",
    subject: `crucible:${soon}`,
    data: { asked: [ana, ben] },
  });
  expect(await reader().select().from(reminders)).toMatchObject([{ crucibleId: late, userId: ana }]);
  expect(await write((tx) => startDueCrucibles(tx, { now: hoursLater(3) }))).toBe(0);
});

test("when it is canceled before opening, people with reminders are notified of that instead", async () => {
  const [creator, ana] = [await makePerson(), await makePerson()];
  const crucibleId = await openTestCrucible(creator, later);
  await ask(ana, crucibleId);
  await write((tx) => cancelCrucible(tx, { moderatorId: creator, crucibleId, reason: "Off topic", now: NOON }));
  expect(await lastEvent()).toMatchObject({ kind: "crucible-cancelled", data: { asked: [ana] } });
  expect(await reader().$count(reminders)).toBe(0);
});

test("the database accepts no reminders of unknown users or crucibles", async () => {
  const crucibleId = await openTestCrucible(await makePerson(), later);
  await expect(ask(999, crucibleId)).rejects.toThrow(/FOREIGN KEY/);
  await expect(
    write((tx) => tx.insert(reminders).values({ crucibleId: 999, userId: 1, createdAt: NOON })),
  ).rejects.toThrow(/FOREIGN KEY/);
});
