import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { reader } from "~/db/client";
import { letters, users } from "~/db/schema/account";
import { write } from "~/db/write";
import { useDatabase } from "~/tests/database";
import { NOON, hoursLater, makePerson } from "~/tests/factories";
import { changePassword } from "./changing-password.server";
import { resetPassword, verifyEmail, writeLetter, writeResetLetter } from "./email-links.server";
import { findSession, purgeSessions, startSession } from "./sessions.server";

useDatabase();

const email = "mara@example.org";
const stale = { ok: false, reason: "stale-link" };

async function letterTo(userId: number, now = NOON) {
  return (await write((tx) => writeLetter(tx, { userId, purpose: "verify-email", now })))!;
}

async function resetLetter() {
  return (await write((tx) => writeResetLetter(tx, { email: "MARA@example.org", now: NOON })))!;
}

function verify(token: string, now: Date) {
  return write((tx) => verifyEmail(tx, { token, now }));
}

function reset(token: string, now: Date) {
  return write((tx) => resetPassword(tx, { token, passwordHash: "hash", now }));
}

test("an email link confirms an address once, within a day", async () => {
  const userId = await makePerson({ email });
  const { token } = await letterTo(userId);
  expect(await verify(token, hoursLater(24))).toEqual(stale);
  expect(await verify(token, hoursLater(23.9))).toEqual({ ok: true, userId });
  expect(await verify(token, hoursLater(23.9))).toEqual(stale);
  expect(await write((tx) => writeLetter(tx, { userId, purpose: "verify-email", now: NOON }))).toBeNull();
});

test("the database stores only the hash of a token", async () => {
  const { token } = await letterTo(await makePerson({ email }));
  expect(JSON.stringify(await reader().select().from(letters))).not.toContain(token);
});

test("a second email invalidates the first", async () => {
  const userId = await makePerson({ email });
  const first = await letterTo(userId);
  const second = await letterTo(userId);
  expect(await verify(first.token, NOON)).toEqual(stale);
  expect(await verify(second.token, NOON)).toEqual({ ok: true, userId });
});

test("a reset link works for an hour, ends every session, and is good for nothing else", async () => {
  const userId = await makePerson({ email });
  const session = await write((tx) => startSession(tx, { userId, userAgent: "", now: NOON, days: 9, replaces: null }));
  const { token } = await resetLetter();
  expect(await verify(token, NOON)).toEqual(stale);
  expect(await reset(token, hoursLater(1))).toEqual(stale);
  expect(await findSession(session, NOON)).not.toBeNull();
  expect(await reset(token, hoursLater(0.9))).toEqual({ ok: true, userId });
  expect(await findSession(session, NOON)).toBeNull();
  expect(await reset(token, hoursLater(0.9))).toEqual(stale);
});

test("changing the password invalidates older email links", async () => {
  const userId = await makePerson({ email });
  const { token } = await resetLetter();
  await write((tx) => changePassword(tx, { userId, passwordHash: "changed" }));
  expect(await reset(token, NOON)).toEqual(stale);
});

test("emails and their addresses are deleted once their links expire", async () => {
  const userId = await makePerson({ email });
  await letterTo(userId);
  await write((tx) => purgeSessions(tx, hoursLater(23)));
  expect(await reader().$count(letters)).toBe(1);
  await write((tx) => purgeSessions(tx, hoursLater(24)));
  expect(await reader().$count(letters)).toBe(0);
});

test("two resets at once: one wins", async () => {
  await makePerson({ email });
  const { token } = await resetLetter();
  const done = await Promise.all(Array.from({ length: 20 }, () => reset(token, NOON)));
  expect(done.filter(({ ok }) => ok)).toHaveLength(1);
});

test("a link for an address that changed, or of someone banned since, is stale", async () => {
  const userId = await makePerson({ email });
  const { token } = await letterTo(userId);
  await write((tx) => tx.update(users).set({ email: "other@example.org" }).where(eq(users.id, userId)));
  expect(await verify(token, NOON)).toEqual(stale);
  await write((tx) => tx.update(users).set({ email, bannedAt: NOON }).where(eq(users.id, userId)));
  expect(await verify(token, NOON)).toEqual(stale);
});

test("no email is sent for an unknown address, a deleted account, or no address", async () => {
  await makePerson({ email: "gone@example.org", deletedAt: NOON });
  for (const one of ["nobody@example.org", "gone@example.org"]) {
    expect(await write((tx) => writeResetLetter(tx, { email: one, now: NOON }))).toBeNull();
  }
  const userId = await makePerson();
  expect(await write((tx) => writeLetter(tx, { userId, purpose: "verify-email", now: NOON }))).toBeNull();
});
