import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { handle, reader } from "~/db/client";
import { users } from "~/db/schema/account";
import { comments } from "~/db/schema/comment";
import { crucibles, reminders } from "~/db/schema/crucible";
import { entries } from "~/db/schema/entry";
import { media } from "~/db/schema/media";
import { write } from "~/db/write";
import { react } from "~/domain/comment/reacting.server";
import { readComments } from "~/domain/comment/comments.server";
import { writeComment } from "~/domain/comment/writing.server";
import { startSession } from "~/domain/account/sessions.server";
import { createdCrucibles } from "~/domain/crucible/created.server";
import { addReminder } from "~/domain/crucible/opening/reminding.server";
import { balanceOf, wallet } from "~/domain/wallet/accounts.server";
import { useDatabase } from "~/tests/database";
import { NOON, castVotes, hoursLater, makeMedia, makePerson, openTestCrucible, putEntry } from "~/tests/factories";
import { exportPersonalData } from "./exporting.server";
import { deleteAccount, readTombstones, replayTombstones } from "./anonymizing.server";
import { similarUsernames, readPeople } from "./people.server";
import { profileEntries, readProfile } from "./profiles.server";

useDatabase();

function looking(id: number | null, levels = 3) {
  return { id, levels, moderator: false };
}

async function contest() {
  const [creator, a, b, judge] = [
    await makePerson(),
    await makePerson({ username: "ana" }),
    await makePerson(),
    await makePerson(),
  ];
  const crucibleId = await openTestCrucible(creator, { name: "Ember", prizes: [100] });
  const [first, second] = [await putEntry(crucibleId, a), await putEntry(crucibleId, b)];
  await castVotes(crucibleId, judge, [[first, second]]);
  return { creator, a, b, judge, crucibleId, first, second };
}

async function end(crucibleId: number, first: number, second: number) {
  await write(async (tx) => {
    await tx.update(entries).set({ place: 1, prize: 0 }).where(eq(entries.id, first));
    await tx.update(entries).set({ place: 2, prize: 0 }).where(eq(entries.id, second));
    await tx.update(crucibles).set({ status: "finalizing" }).where(eq(crucibles.id, crucibleId));
    await tx
      .update(crucibles)
      .set({ status: "completed", outcome: "paid", finishedAt: hoursLater(8) })
      .where(eq(crucibles.id, crucibleId));
  });
}

test("the list of people goes by score, equal scores share a rank, and pages meet", async () => {
  for (const score of [50, 40, 40, 40, 30, 0]) await makePerson({ score });
  await makePerson({ score: 99, bannedAt: NOON });
  const ranks: number[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await readPeople({ after: cursor, limit: 2 });
    ranks.push(...page.people.map(({ rank }) => rank));
    cursor = page.next;
  }
  expect(ranks).toEqual([1, 2, 2, 2, 5]);
});

test("a name that nobody has finds those that begin like it, whatever their capitals, the nearest in length first", async () => {
  for (const username of ["Ochre_the_second", "OCHRES", "ochre", "oc", "ocean"]) await makePerson({ username });
  const gone = await makePerson({ username: "ochreous" });
  await write((tx) => tx.update(users).set({ bannedAt: NOON, banReason: "x" }).where(eq(users.id, gone)));
  expect(await similarUsernames("ochra")).toEqual(["ochre", "OCHRES", "Ochre_the_second"]);
  expect([await similarUsernames("oc"), await similarUsernames("o%a"), await similarUsernames("")]).toEqual([
    [],
    [],
    [],
  ]);
});

test("a profile gives away neither running entries nor media outside the viewer's levels", async () => {
  const { a, b, crucibleId, first, second } = await contest();
  expect((await profileEntries(a, looking(null))).items).toEqual([]);
  expect((await profileEntries(a, looking(a))).items).toHaveLength(1);
  await end(crucibleId, first, second);
  expect((await profileEntries(a, looking(null))).items).toMatchObject([{ id: first, place: 1 }]);
  await write((tx) => tx.update(media).set({ level: 8 }).where(eq(media.ownerId, a)));
  expect((await profileEntries(a, looking(null))).items).toEqual([]);
  expect((await profileEntries(a, looking(a))).items).toHaveLength(1);
  expect(await readProfile("ANA", looking(null))).toMatchObject({
    username: "ana",
    entered: 1,
    placed: 1,
    bestPlace: 1,
    tabs: expect.arrayContaining([
      { path: "crucibles", label: "Crucibles created", count: 0 },
      { path: "comments", label: "Comments", count: 0 },
    ]) as unknown,
    votes: 0,
  });
  await write((tx) => tx.update(users).set({ username: "second" }).where(eq(users.id, b)));
  expect(await readProfile("second", looking(null))).toMatchObject({ entered: 1, placed: 0, bestPlace: 2 });
  expect(await readProfile("nobody", looking(null))).toBeNull();
});

test("crucibles outside the viewer's levels are not on a profile", async () => {
  const creator = await makePerson();
  await openTestCrucible(creator, { levels: 8 });
  expect((await createdCrucibles(creator, looking(null))).items).toEqual([]);
  expect((await createdCrucibles(creator, looking(creator))).items).toHaveLength(1);
});

test("an export holds everything of one's own, weights included, no secret, and nobody else's", async () => {
  const { judge, a } = await contest();
  await write((tx) =>
    tx.update(users).set({ passwordHash: "argon-secret", email: "j@example.org" }).where(eq(users.id, judge)),
  );
  await write((tx) => tx.update(users).set({ email: "ana@example.org" }).where(eq(users.id, a)));
  const token = await write((tx) =>
    startSession(tx, { userId: judge, userAgent: "cli", now: NOON, days: 1, replaces: null }),
  );
  const out = (await exportPersonalData(judge, { now: NOON }))!;
  expect(out.votes).toMatchObject([{ weight: 1, reasons: [] }]);
  expect(out.pairs).toMatchObject([{ state: "voted" }]);
  expect(out).toMatchObject({
    balance: 1000,
    transfers: [{ amount: 1000, kind: "grant" }],
    sessions: [{ userAgent: "cli" }],
    entries: [],
  });
  const text = JSON.stringify(out);
  expect(text).toContain("j@example.org");
  for (const secret of ["argon-secret", token, "ana@example.org", "logSalt", "winnerElo"])
    expect(text).not.toContain(secret);
  expect((await exportPersonalData(a, { now: NOON }))!.originals).toHaveLength(1);
  expect(await exportPersonalData(999, { now: NOON })).toBeNull();
});

test("a deleted account leaves its ledger, its places and its words, and nothing that says whose they were", async () => {
  const { a, b, first, crucibleId } = await contest();
  await write((tx) => tx.update(users).set({ email: "ana@example.org", passwordHash: "x" }).where(eq(users.id, a)));
  const unused = await makeMedia(a, { fileName: "ana-at-home.png", key: "k".repeat(40) });
  const on = { subjectKind: "crucible", subjectId: crucibleId } as const;
  const theirs = (await write((tx) =>
    writeComment(tx, { author: looking(b) as never, ...on, body: "Hi", now: NOON }),
  ))!;
  await write((tx) => writeComment(tx, { author: looking(a) as never, ...on, body: "Kept", now: NOON }));
  await write((tx) =>
    react(tx, { reader: looking(a) as never, commentId: theirs.commentId, kind: "heart", now: NOON }),
  );
  await write((tx) => startSession(tx, { userId: a, userAgent: "", now: NOON, days: 1, replaces: null }));
  const [inEntry] = await reader()
    .select({ key: media.key })
    .from(entries)
    .innerJoin(media, eq(media.id, entries.mediaId))
    .where(eq(entries.id, first));
  expect(await write((tx) => deleteAccount(tx, { userId: a, now: hoursLater(1) }))).toEqual({
    ok: true,
    gone: ["k".repeat(40)],
    shown: [inEntry!.key],
  });
  expect(await reader().query.users.findFirst({ where: eq(users.id, a) })).toMatchObject({
    username: `deleted-${a}`,
    email: null,
    passwordHash: null,
  });
  expect(await balanceOf(reader(), wallet(a))).toBe(1000);
  expect(await reader().$count(media, sql`id = ${unused} AND deleted_at IS NULL`)).toBe(0);
  const kept = await reader().query.entries.findFirst({ where: eq(entries.id, first) });
  expect(await reader().query.media.findFirst({ where: eq(media.id, kept!.mediaId) })).toMatchObject({
    deletedAt: null,
    fileName: "",
  });
  expect((await readComments(looking(b), on, { now: NOON }))!.items.map(({ author }) => author.username)).toContain(
    `deleted-${a}`,
  );
  expect(await reader().$count(comments, sql`reaction_count <> 0`)).toBe(0);
  const dump = handle().reader.prepare("SELECT count(*) AS n FROM sessions WHERE user_id = ?").get(a);
  expect(dump).toEqual({ n: 0 });
  expect(await write((tx) => deleteAccount(tx, { userId: a, now: hoursLater(2) }))).toBeNull();
  expect(await readProfile("ana", looking(null))).toBeNull();
  await makePerson({ username: "ana", email: "ana@example.org" });
});

test("what one waits for goes along, and is forgotten with the account", async () => {
  const [creator, a] = [await makePerson(), await makePerson()];
  const crucibleId = await openTestCrucible(creator, { status: "pending", startsAt: hoursLater(1) });
  for (const id of [creator, a])
    await write((tx) => addReminder(tx, { person: { ...looking(null), id }, crucibleId, now: NOON }));
  expect((await exportPersonalData(a, { now: NOON }))!.reminders).toEqual([{ crucibleId, userId: a, createdAt: NOON }]);
  await write((tx) => deleteAccount(tx, { userId: a, now: NOON }));
  expect(await reader().select().from(reminders)).toMatchObject([{ userId: creator }]);
});

test("the only admin stays", async () => {
  const admin = await makePerson({ role: "admin" });
  await makePerson({ role: "admin", bannedAt: NOON });
  expect(await write((tx) => deleteAccount(tx, { userId: admin, now: NOON }))).toEqual({
    ok: false,
    reason: "last-admin",
  });
  await makePerson({ role: "admin" });
  expect(await write((tx) => deleteAccount(tx, { userId: admin, now: NOON }))).toMatchObject({ ok: true });
});

test("whoever a restore brings back is deleted again, and nobody who got their number later", async () => {
  const back = await makePerson({ email: "back@example.org", role: "admin" });
  const later = await makePerson({ createdAt: hoursLater(5) });
  const tombstones = [back, later, 999].map((userId) => ({ userId, deletedAt: hoursLater(1) }));
  await write((tx) => replayTombstones(tx, tombstones));
  await write((tx) => replayTombstones(tx, tombstones));
  expect(await readTombstones()).toEqual([{ userId: back, deletedAt: hoursLater(1) }]);
});
