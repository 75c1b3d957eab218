import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { handle, reader } from "~/db/client";
import { users } from "~/db/schema/account";
import { crucibles } from "~/db/schema/crucible";
import { entries } from "~/db/schema/entry";
import { events } from "~/db/schema/event";
import { media } from "~/db/schema/media";
import { write } from "~/db/write";
import { randomBytes } from "node:crypto";
import { authenticate } from "~/domain/token/authenticating.server";
import { createPersonalToken } from "~/domain/token/personal.server";
import { findSession, startSession } from "~/domain/account/sessions.server";
import { writeComment } from "~/domain/comment/writing.server";
import { balanceOf, wallet } from "~/domain/wallet/accounts.server";
import { useDatabase } from "~/tests/database";
import { NOON, hoursLater, makeMedia, makePerson, openTestCrucible, putEntry } from "~/tests/factories";
import { readAuditLog } from "./auditing.server";
import { cancel, disqualify, voidVotesOf } from "./contests.server";
import { correctContentRating, feature, removeComment } from "./correcting.server";
import { grant } from "./granting.server";
import { ban, changeMembership, changeRole, searchPeople, unban } from "./people.server";
import { readReports, report, resolveReport } from "./reporting.server";
import { VoidForm, crucibleMissing } from "./schema";

useDatabase();

type Role = "user" | "moderator" | "admin";

async function person(role: Role = "user") {
  return { id: await makePerson({ role }), role };
}

const act = { reason: "Because", now: NOON };

async function actions() {
  return (await readAuditLog()).items.map(({ action }) => action);
}

test("a ban ends every session, is told with its reason, and can be lifted", async () => {
  const [moderator, user] = [await person("moderator"), await person()];
  const token = await write((tx) =>
    startSession(tx, { userId: user.id, userAgent: "", now: NOON, days: 1, replaces: null }),
  );
  expect(await write((tx) => ban(tx, { moderator, userId: user.id, ...act }))).toEqual({ ok: true });
  expect(await write((tx) => ban(tx, { moderator, userId: user.id, ...act }))).toEqual({
    ok: false,
    reason: "banned-already",
  });
  expect(await write((tx) => unban(tx, { moderator, userId: user.id, ...act }))).toEqual({ ok: true });
  expect(await findSession(token, NOON)).toBeNull();
  expect(await actions()).toEqual(["unban", "ban"]);
});

test("nobody bans themselves, moderators no moderators, admins whom they like", async () => {
  const [moderator, other, admin] = [await person("moderator"), await person("moderator"), await person("admin")];
  const by = (who: typeof moderator, userId: number) => write((tx) => ban(tx, { moderator: who, userId, ...act }));
  expect(await by(moderator, moderator.id)).toEqual({ ok: false, reason: "not-yourself" });
  expect(await by(moderator, other.id)).toEqual({ ok: false, reason: "above-you" });
  expect(await by(moderator, admin.id)).toEqual({ ok: false, reason: "above-you" });
  expect(await by(await person(), other.id)).toEqual({ ok: false, reason: "above-you" });
  expect(await by(admin, other.id)).toEqual({ ok: true });
  expect(await actions()).toEqual(["ban"]);
});

test("roles change by admins only, and one admin always remains", async () => {
  const [moderator, admin, user] = [await person("moderator"), await person("admin"), await person()];
  const role = (who: typeof moderator, userId: number, to: Role) =>
    write((tx) => changeRole(tx, { moderator: who, userId, role: to, ...act }));
  expect(await role(moderator, user.id, "admin")).toBeNull();
  expect(await role(moderator, moderator.id, "admin")).toBeNull();
  expect(await role(admin, admin.id, "user")).toEqual({ ok: false, reason: "last-admin" });
  expect(await role(admin, user.id, "admin")).toEqual({ ok: true });
  expect(await role(admin, admin.id, "user")).toEqual({ ok: true });
  await write((tx) => changeMembership(tx, { moderator, userId: user.id, membership: "supporter", ...act }));
  expect((await searchPeople({ only: "moderators" })).items.map(({ id }) => id)).toEqual([user.id, moderator.id]);
  expect((await readAuditLog({ action: "change-role", subject: `user:${user.id}` })).items[0]!.data).toEqual({
    from: "user",
    to: "admin",
  });
});

test("a new role ends every session and token", async () => {
  const [admin, user] = [await person("admin"), await person()];
  const start = { userId: user.id, now: NOON };
  const session = await write((tx) => startSession(tx, { ...start, userAgent: "", days: 1, replaces: null }));
  const made = await write((tx) =>
    createPersonalToken(tx, { ...start, name: "script", scopes: ["read"], days: 7, random: randomBytes(32) }),
  );
  await write((tx) => changeRole(tx, { moderator: admin, userId: user.id, role: "moderator", ...act }));
  expect(await findSession(session, NOON)).toBeNull();
  expect(made.ok && (await authenticate(made.token, NOON))).toBeNull();
});

test("a report is for what one can see, once while it is open, and resolved once", async () => {
  const [moderator, user, owner] = [await person("moderator"), await person(), await person()];
  const mediaId = await makeMedia(owner.id, { level: 4 });
  const file = (levels: number) =>
    write((tx) =>
      report(tx, {
        reporter: { id: user.id, levels, moderator: false },
        subjectKind: "media",
        subjectId: mediaId,
        ...act,
      }),
    );
  expect(await file(3)).toBeNull();
  expect(await file(7)).toEqual({ ok: true });
  expect(await file(7)).toEqual({ ok: false, reason: "reported-already" });
  const [open] = (await readReports()).items;
  expect(open).toMatchObject({ subjectKind: "media", subjectId: mediaId, openAboutSame: 1 });
  const resolve = () =>
    write((tx) => resolveReport(tx, { moderatorId: moderator.id, reportId: open!.id, resolution: "Fine", now: NOON }));
  const done = await Promise.all([resolve(), resolve()]);
  expect(done).toEqual([{ ok: true }, { ok: false, reason: "resolved-already" }]);
  expect(await file(7)).toEqual({ ok: true });
  expect(await reader().$count(events, eq(events.kind, "report-filed"))).toBe(2);
  expect(
    await write((tx) => resolveReport(tx, { moderatorId: moderator.id, reportId: 99, resolution: "Fine", now: NOON })),
  ).toBeNull();
});

test("a corrected level re-checks entries in the same transaction; when that throws, nothing has changed", async () => {
  const [moderator, owner] = [await person("moderator"), await person()];
  const entryId = await putEntry(await openTestCrucible(owner.id), owner.id);
  const entryOf = () => reader().query.entries.findFirst({ where: eq(entries.id, entryId) });
  const { mediaId } = (await entryOf())!;
  const itemOf = () => reader().query.media.findFirst({ where: eq(media.id, mediaId) });
  const correct = () =>
    write((tx) => correctContentRating(tx, { moderatorId: moderator.id, mediaId, level: 32, ...act }));
  handle().writer.exec("CREATE TRIGGER stop BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'no'); END");
  await expect(correct()).rejects.toThrow();
  expect([(await itemOf())!.level, await actions()]).toEqual([1, []]);
  handle().writer.exec("DROP TRIGGER stop");
  expect([await correct(), await correct()]).toEqual([{ ok: true }, { ok: true }]);
  expect(await itemOf()).toMatchObject({ level: 32, statedLevel: 1 });
  expect(await entryOf()).toMatchObject({ level: 32, disqualifiedAt: NOON });
  expect(await actions()).toEqual(["correct-level"]);
});

test("a grant sent twice is given and written down once", async () => {
  const [moderator, user] = [await person("moderator"), await person()];
  const give = (amount: number) =>
    write((tx) => grant(tx, { moderator, userId: user.id, amount, requestKey: "form-0001", ...act }));
  expect(await give(50)).toEqual({ ok: true });
  expect(await give(50)).toEqual({ ok: true });
  expect(await give(51)).toEqual({ ok: false, reason: "already-granted" });
  expect(await balanceOf(reader(), wallet(user.id))).toBe(1050);
  expect(await actions()).toEqual(["grant"]);
});

test("nothing is granted to who left while the form was open", async () => {
  const [moderator, userId] = [await person("moderator"), await makePerson({ deletedAt: NOON })];
  const given = await write((tx) => grant(tx, { moderator, userId, amount: 50, requestKey: "form-0001", ...act }));
  expect(given).toEqual({ ok: false, reason: "no-wallet" });
  expect([await balanceOf(reader(), wallet(userId)), await actions()]).toEqual([1000, []]);
});

test("canceling, disqualifying, featuring and removing are logged, and only when they happened", async () => {
  const [moderator, user] = [await person("moderator"), await person()];
  const moderatorId = moderator.id;
  const crucibleId = await openTestCrucible(user.id);
  const entryId = await putEntry(crucibleId, user.id);
  const author = { id: user.id, levels: 3, moderator: false };
  const { commentId } = (await write((tx) =>
    writeComment(tx, { author, subjectKind: "crucible", subjectId: crucibleId, body: "Spam", now: NOON }),
  ))!;
  for (let twice = 0; twice < 2; twice++) {
    expect(await write((tx) => voidVotesOf(tx, { moderator, crucibleId, judgeId: user.id, ...act }))).toMatchObject({
      ok: false,
    });
    await write((tx) => removeComment(tx, { moderatorId, commentId, ...act }));
    await write((tx) => disqualify(tx, { moderator, entryId, ...act }));
    await write((tx) => cancel(tx, { moderator, crucibleId, ...act }));
  }
  await write((tx) => feature(tx, { moderatorId, crucibleId, featured: true, ...act }));
  expect(await write((tx) => feature(tx, { moderatorId, crucibleId: 99, featured: true, ...act }))).toBeNull();
  expect(await actions()).toEqual(["feature", "cancel-crucible", "disqualify-entry", "remove-comment"]);
  expect((await reader().query.crucibles.findFirst({ where: eq(crucibles.id, crucibleId) }))!.featuredAt).toEqual(NOON);
  expect((await readAuditLog({ action: "remove-comment" })).items[0]!.data).toEqual({
    authorId: user.id,
    body: "Spam",
  });
  expect(() => handle().writer.exec("DELETE FROM audit_log")).toThrow(/append-only/);
});

test("moderators decide nothing about a crucible that they have an entry in, and give themselves nothing; admins answer for both", async () => {
  const [user, moderator, admin] = [await person(), await person("moderator"), await person("admin")];
  const crucibleId = await openTestCrucible(user.id);
  const entryId = await putEntry(crucibleId, user.id);
  for (const one of [moderator, admin]) await putEntry(crucibleId, one.id);
  const acts = (who: typeof moderator) => [
    write((tx) => voidVotesOf(tx, { moderator: who, crucibleId, judgeId: user.id, ...act })),
    write((tx) => disqualify(tx, { moderator: who, entryId, ...act })),
    write((tx) => cancel(tx, { moderator: who, crucibleId, ...act })),
    write((tx) => grant(tx, { moderator: who, userId: who.id, amount: 5, requestKey: "form-0002", ...act })),
    write((tx) => changeMembership(tx, { moderator: who, userId: who.id, membership: "supporter", ...act })),
  ];
  const refused = (await Promise.all(acts(moderator))).map((done) => done && !done.ok && done.reason);
  expect(refused).toEqual(["own-interest", "own-interest", "own-interest", "not-yourself", "not-yourself"]);
  expect(await actions()).toEqual([]);
  expect(await balanceOf(reader(), wallet(moderator.id))).toBe(1000);
  const done = (await Promise.all(acts(admin))).map((answer) => (answer!.ok ? "done" : answer!.reason));
  expect(done).toEqual(["no-votes", "done", "done", "done", "done"]);
});

test.each(["1e1", "0x1", "1.0", "-1", "", "１"])("“%s” is no crucible's number", (crucibleId) => {
  const read = VoidForm.safeParse({ judge: "ochre", crucibleId, reason: "Because" });
  expect(read.error?.issues.map(({ message }) => message)).toEqual([crucibleMissing]);
});

test("the search takes words as they are", async () => {
  await makePerson({ username: "per_cent", email: "a@example.org" });
  await makePerson({ username: "perxcent" });
  expect((await searchPeople({ words: "r_c" })).items.map(({ username }) => username)).toEqual(["per_cent"]);
  expect((await searchPeople({ words: "A@EXAMPLE" })).items).toHaveLength(1);
  expect((await searchPeople({ words: "%" })).items).toEqual([]);
  await write((tx) =>
    tx
      .update(users)
      .set({ deletedAt: hoursLater(1) })
      .where(eq(users.username, "per_cent")),
  );
  expect((await searchPeople({ words: "per_cent" })).items).toEqual([]);
});
