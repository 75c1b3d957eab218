import { expect, test } from "vitest";
import { write } from "~/db/write";
import { useDatabase } from "~/tests/database";
import { NOON, hoursLater, makePerson } from "~/tests/factories";
import { isOwnPassword, changePassword } from "./changing-password.server";
import { hashPassword } from "./passwords.server";
import { LevelsForm } from "./schema";
import { revokeSession, sessionsOf } from "./session-list.server";
import { findSession, startSession } from "./sessions.server";
import { readSettings, setBrowsingLevels, setTheme } from "./settings.server";

useDatabase();

function signIn(userId: number) {
  return write((tx) => startSession(tx, { userId, userAgent: "test", now: NOON, days: 1, replaces: null }));
}

test("R and above need a confirmation, whose first time is kept", async () => {
  const userId = await makePerson();
  const set = (levels: number, adult: boolean, hours: number) =>
    write((tx) => setBrowsingLevels(tx, { userId, levels, adult, now: hoursLater(hours) }));
  expect(await set(7, false, 0)).toEqual({ ok: false, reason: "not-confirmed" });
  expect(await set(16, false, 0)).toEqual({ ok: false, reason: "not-confirmed" });
  expect(await readSettings(userId)).toMatchObject({ browsingLevels: 3, adultConfirmedAt: null });
  expect(await set(7, true, 1)).toEqual({ ok: true });
  expect(await set(1, false, 2)).toEqual({ ok: true });
  expect(await set(31, true, 3)).toEqual({ ok: true });
  expect(await readSettings(userId)).toMatchObject({ browsingLevels: 31, adultConfirmedAt: hoursLater(1) });
});

test("the content rating form builds a set from the selection and rejects other bits", () => {
  expect(LevelsForm.parse({ levels: ["1", "4"] })).toEqual({ levels: 5, adult: false });
  expect(LevelsForm.safeParse({ levels: ["32"] }).success).toBe(false);
  expect(LevelsForm.safeParse({ levels: ["3"] }).success).toBe(false);
  expect(LevelsForm.safeParse({ levels: [] }).success).toBe(false);
});

test("a deleted person's settings stay as they are", async () => {
  const userId = await makePerson({ deletedAt: NOON });
  await write((tx) => setTheme(tx, { userId, theme: "dark" }));
  expect(await readSettings(userId)).toBeNull();
  expect(await write((tx) => setBrowsingLevels(tx, { userId, levels: 1, adult: false, now: NOON }))).toBeNull();
});

test("a new password ends every session of its owner, the one it was changed in as well, and no other", async () => {
  const userId = await makePerson({ passwordHash: await hashPassword("old password") });
  const stranger = await makePerson();
  const [here, there, theirs] = [await signIn(userId), await signIn(userId), await signIn(stranger)];
  const passwordHash = await hashPassword("new password");
  await write((tx) => changePassword(tx, { userId, passwordHash }));
  for (const ended of [here, there]) expect(await findSession(ended, NOON)).toBeNull();
  expect(await findSession(theirs, NOON)).not.toBeNull();
  expect(await isOwnPassword(userId, "new password")).toBe(true);
  expect(await isOwnPassword(userId, "old password")).toBe(false);
});

test("users can only revoke their own sessions", async () => {
  const [userId, other] = [await makePerson(), await makePerson()];
  const token = await signIn(userId);
  const [session] = await sessionsOf(userId, NOON);
  expect(await write((tx) => revokeSession(tx, { userId: other, sessionId: session!.id }))).toBeNull();
  expect(await findSession(token, NOON)).not.toBeNull();
  expect(await write((tx) => revokeSession(tx, { userId, sessionId: session!.id }))).toEqual({ ok: true });
  expect(await findSession(token, NOON)).toBeNull();
  await signIn(userId);
  expect(await sessionsOf(userId, hoursLater(25))).toEqual([]);
});
