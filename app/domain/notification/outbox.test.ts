import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { handle, reader } from "~/db/client";
import { events } from "~/db/schema/event";
import { notifications } from "~/db/schema/notification";
import type { Subject } from "~/domain/subject/kinds";
import { guardWrites, write } from "~/db/write";
import { writeComment } from "~/domain/comment/writing.server";
import { cancelCrucible } from "~/domain/crucible/settling/canceling.server";
import { enterCrucible } from "~/domain/crucible/entering/entering.server";
import { addReminder } from "~/domain/crucible/opening/reminding.server";
import { startDueCrucibles } from "~/domain/crucible/opening/starting.server";
import type { EventKind } from "~/domain/event/kinds";
import { useDatabase } from "~/tests/database";
import { NOON, hoursLater, makeMedia, makePerson, openTestCrucible, putEntry } from "~/tests/factories";
import { drainEvents } from "./outbox.server";
import { markAllRead, markRead, readNotifications, unreadCount } from "./notifications.server";

useDatabase();

function looking(id: number, levels = 3) {
  return { id, levels, moderator: false };
}

/** An event as it may lie in the table, also of before or broken. */
function happen(kind: EventKind, subject: Subject, actorId: number | null, data: Record<string, unknown>) {
  return write(async (tx) => void (await tx.insert(events).values({ kind, subject, actorId, data, createdAt: NOON })));
}

async function sentences(userId: number, levels = 3) {
  return (await readNotifications(looking(userId, levels))).items.map(({ sentence }) => sentence);
}

test("the creator hears of entries in one row, which counts and is unread again", async () => {
  const [creator, entrant] = [await makePerson(), await makePerson()];
  const crucibleId = await openTestCrucible(creator, { name: "Ember" });
  const enter = async (entrantId: number) => {
    const mediaIds = [await makeMedia(entrantId), await makeMedia(entrantId)];
    expect(
      await write((tx) => enterCrucible(tx, { entrantId, crucibleId, mediaIds, now: hoursLater(1) })),
    ).toMatchObject({ ok: true });
    expect((await drainEvents({ now: hoursLater(1) })).failed).toEqual([]);
  };
  await enter(creator);
  expect(await unreadCount(creator)).toBe(0);
  await enter(entrant);
  expect(await sentences(creator)).toEqual(["2 new entries in Ember."]);
  await write((tx) => markAllRead(tx, { userId: creator, now: hoursLater(2) }));
  expect(await unreadCount(creator)).toBe(0);
  await enter(entrant);
  expect(await sentences(creator)).toEqual(["4 new entries in Ember."]);
  expect(await unreadCount(creator)).toBe(1);
});

test("winners, the others and the creator each read what concerns them, once", async () => {
  const [creator, first, second, last] = [
    await makePerson(),
    await makePerson(),
    await makePerson(),
    await makePerson(),
  ];
  const crucibleId = await openTestCrucible(creator, { name: "Ember" });
  const entries = [
    { entryId: 1, userId: first, place: 1, prize: 500 },
    { entryId: 2, userId: second, place: 2, prize: 300 },
    { entryId: 3, userId: first, place: 3, prize: 200 },
    { entryId: 4, userId: second, place: 4, prize: null },
    { entryId: 5, userId: last, place: 5, prize: null },
  ];
  await happen("crucible-ended", `crucible:${crucibleId}`, null, {
    outcome: "paid",
    pool: 1000,
    places: 3,
    creatorId: creator,
    entries,
  });
  expect(await drainEvents({ now: NOON })).toEqual({ drained: 1, failed: [] });
  expect(await drainEvents({ now: NOON })).toEqual({ drained: 0, failed: [] });
  expect(await sentences(first)).toEqual(["You placed #1 and #3 in Ember and earned 700 Buzz."]);
  expect(await sentences(second)).toEqual(["You placed #2 in Ember and earned 300 Buzz."]);
  expect(await sentences(last)).toEqual(["Ember ended. You placed #5."]);
  expect(await sentences(creator)).toEqual(["Ember ended. The results are in."]);
});

test("a cancellation tells everyone what they were refunded", async () => {
  const [creator, entrant, moderator] = [await makePerson(), await makePerson(), await makePerson()];
  const crucibleId = await openTestCrucible(creator, { name: "Ember", entryFee: 200 });
  await putEntry(crucibleId, entrant);
  await putEntry(crucibleId, entrant);
  await write((tx) => cancelCrucible(tx, { moderatorId: moderator, crucibleId, reason: "Off topic", now: NOON }));
  await drainEvents({ now: NOON });
  expect(await sentences(entrant)).toEqual(["Ember was canceled: Off topic. 400 Buzz refunded."]);
  expect(await sentences(creator)).toEqual(["Ember was canceled: Off topic."]);
});

test("people with reminders are notified once, that it opened or never will", async () => {
  const [creator, ana, ben] = [await makePerson(), await makePerson(), await makePerson()];
  const pending = {
    status: "pending",
    startsAt: hoursLater(2),
    entriesCloseAt: hoursLater(9),
    endsAt: hoursLater(10),
  } as const;
  const [ember, ash] = [
    await openTestCrucible(creator, { ...pending, name: "Ember" }),
    await openTestCrucible(creator, { ...pending, name: "Ash" }),
  ];
  const ask = (id: number, crucibleId: number) =>
    write((tx) => addReminder(tx, { person: looking(id), crucibleId, now: NOON }));
  for (const [id, crucibleId] of [
    [ana, ember],
    [ana, ash],
    [ben, ash],
    [creator, ash],
  ] as const)
    await ask(id, crucibleId);
  await write((tx) =>
    cancelCrucible(tx, { moderatorId: creator, crucibleId: ash, reason: "Off topic", now: hoursLater(1) }),
  );
  await write((tx) => startDueCrucibles(tx, { now: hoursLater(2) }));
  expect((await drainEvents({ now: hoursLater(2) })).failed).toEqual([]);
  await drainEvents({ now: hoursLater(3) });
  expect(await sentences(ana)).toEqual(["Ember is open. You asked for a reminder.", "Ash was canceled: Off topic."]);
  expect(await sentences(ben)).toEqual(["Ash was canceled: Off topic."]);
  expect(await sentences(creator)).toEqual(["Ash was canceled: Off topic."]);
  expect((await readNotifications(looking(ana))).items[0]).toMatchObject({ path: `/crucibles/${ember}`, times: 1 });
});

test("events from before reminders existed are handled as usual", async () => {
  const creator = await makePerson();
  const crucibleId = await openTestCrucible(creator, { name: "Ember" });
  await happen("crucible-started", `crucible:${crucibleId}`, null, {});
  await happen("crucible-cancelled", `crucible:${crucibleId}`, null, {
    creatorId: creator,
    setupFee: 0,
    reason: "No",
    refunds: [],
  });
  expect(await drainEvents({ now: NOON })).toEqual({ drained: 2, failed: [] });
  expect(await sentences(creator)).toEqual(["Ember was canceled: No."]);
});

test("killed between any two writes and run again, the rows come out the same", async () => {
  const people: number[] = [];
  for (let i = 0; i < 450; i++) people.push(i + 1000);
  const entries = people.map((userId, i) => ({ entryId: i + 1, userId, place: i + 1, prize: i < 3 ? 10 : null }));
  const subject = "crucible:1" as const;
  const all = async (kills: boolean) => {
    handle().writer.exec("DELETE FROM notifications; DELETE FROM events");
    await happen("entry-submitted", subject, 2000, { creatorId: 999, entryIds: [1] });
    await happen("crucible-ended", subject, null, { outcome: "paid", places: 3, creatorId: 999, entries });
    await happen("entry-submitted", subject, 2001, { creatorId: 999, entryIds: [2, 3] });
    for (let allowed = kills ? 0 : 99; allowed < 100; allowed = kills && allowed < 8 ? allowed + 1 : 100)
      await killedAfter(allowed);
    const [row] = await reader().select().from(notifications).where(eq(notifications.kind, "crucible-entry-submitted"));
    const rows = await reader()
      .select({ u: notifications.userId, k: notifications.kind, t: notifications.times })
      .from(notifications);
    return { rows: rows.map((one) => JSON.stringify(one)).sort(), submitted: row!.times };
  };
  const plain = await all(false);
  expect(plain.submitted).toBe(3);
  expect(plain.rows).toHaveLength(452);
  expect(await all(true)).toEqual(plain);
});

async function killedAfter(allowed: number) {
  let left = allowed;
  guardWrites(() => {
    if (left-- <= 0) throw new Error("killed");
  });
  await drainEvents({ now: NOON });
  guardWrites(() => {});
}

test("an event that makes no sense stops no other, and stays", async () => {
  const [owner, author] = [await makePerson(), await makePerson()];
  await happen("entry-disqualified", "entry:1", null, { nonsense: true });
  const mediaId = await makeMedia(owner);
  await write((tx) =>
    writeComment(tx, { author: looking(author), subjectKind: "media", subjectId: mediaId, body: "Hm", now: NOON }),
  );
  const { drained, failed } = await drainEvents({ now: NOON });
  expect([drained, failed.length]).toEqual([1, 1]);
  expect(await sentences(owner)).toEqual(["1 comment on your media."]);
  expect((await drainEvents({ now: NOON })).failed).toHaveLength(1);
  expect(await reader().$count(events, eq(events.kind, "entry-disqualified"))).toBe(1);
});

test("one's own comment is no news, and what is not one's own cannot be marked as read", async () => {
  const [owner, author] = [await makePerson(), await makePerson()];
  const mediaId = await makeMedia(owner);
  const comment = (id: number) =>
    write((tx) =>
      writeComment(tx, { author: looking(id), subjectKind: "media", subjectId: mediaId, body: "Hm", now: NOON }),
    );
  await comment(owner);
  await drainEvents({ now: NOON });
  expect(await sentences(owner)).toEqual([]);
  await comment(author);
  await drainEvents({ now: NOON });
  const [row] = (await readNotifications(looking(owner))).items;
  expect(await write((tx) => markRead(tx, { userId: author, notificationId: row!.id, now: NOON }))).toBeNull();
  expect(await unreadCount(owner)).toBe(1);
  expect(await write((tx) => markRead(tx, { userId: owner, notificationId: row!.id, now: NOON }))).toEqual({
    ok: true,
  });
  expect(await unreadCount(owner)).toBe(0);
});

test("a crucible outside one's levels has neither name nor cover in a notification", async () => {
  const [creator, entrant] = [await makePerson(), await makePerson()];
  const coverMediaId = await makeMedia(creator, { level: 2 });
  const crucibleId = await openTestCrucible(creator, { name: "Ember", levels: 8, coverMediaId });
  await putEntry(crucibleId, entrant, { level: 8 });
  await write((tx) => cancelCrucible(tx, { moderatorId: creator, crucibleId, reason: "No", now: NOON }));
  await drainEvents({ now: NOON });
  const [hidden] = (await readNotifications(looking(entrant, 3))).items;
  expect(hidden).toMatchObject({ sentence: "A crucible was canceled: No.", picture: null });
  const [named] = (await readNotifications(looking(entrant, 8))).items;
  expect(named).toMatchObject({ sentence: "Ember was canceled: No.", picture: null });
  const [shown] = (await readNotifications(looking(entrant, 10))).items;
  expect(shown!.picture).toMatchObject({ id: coverMediaId });
});

test("active moderators are notified of reports and failed ledger checks", async () => {
  const [admin, moderator] = [await makePerson({ role: "admin" }), await makePerson({ role: "moderator" })];
  const banned = await makePerson({ role: "moderator", bannedAt: NOON });
  const user = await makePerson();
  await happen("ledger-mismatch", "account:3", null, { sum: 5, count: 2, mismatches: [] });
  await happen("report-filed", "report:1", user, { subjectKind: "user", subjectId: user });
  await happen("report-filed", "report:2", admin, { subjectKind: "user", subjectId: user });
  await drainEvents({ now: NOON });
  for (const id of [admin, moderator]) {
    expect(await sentences(id)).toEqual([
      "2 reports about a user.",
      "Ledger check failed: wrong balance in 2 accounts.",
    ]);
  }
  expect([await unreadCount(banned), await unreadCount(user)]).toEqual([0, 0]);
});
