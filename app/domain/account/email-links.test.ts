import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { reader } from "~/db/client";
import { emailLinks, users } from "~/db/schema/account";
import { write } from "~/db/write";
import { grantSignUp } from "~/domain/wallet/granting.server";
import { walletSummary } from "~/domain/wallet/history.server";
import { useDatabase } from "~/tests/database";
import { NOON, hoursLater, makePerson } from "~/tests/factories";
import { changePassword } from "./changing-password.server";
import { resetPassword, verifyEmail, createEmailLink, createResetLink } from "./email-links.server";
import { findSession, purgeSessions, startSession } from "./sessions.server";

useDatabase();

const email = "mara@example.org";
const stale = { ok: false, reason: "stale-link" };

async function emailTo(userId: number, now = NOON) {
  return (await write((tx) => createEmailLink(tx, { userId, purpose: "verify-email", now })))!;
}

async function resetLink() {
  return (await write((tx) => createResetLink(tx, { email: "MARA@example.org", now: NOON })))!;
}

function verify(token: string, now: Date) {
  return write((tx) => verifyEmail(tx, { token, grant: 250, now }));
}

function reset(token: string, now: Date) {
  return write((tx) => resetPassword(tx, { token, passwordHash: "hash", grant: 250, now }));
}

test("an email link confirms an address once, within a day", async () => {
  const userId = await makePerson({ email });
  const { token } = await emailTo(userId);
  expect(await verify(token, hoursLater(24))).toEqual(stale);
  expect(await verify(token, hoursLater(23.9))).toEqual({ ok: true, userId });
  expect(await verify(token, hoursLater(23.9))).toEqual(stale);
  expect(await write((tx) => createEmailLink(tx, { userId, purpose: "verify-email", now: NOON }))).toBeNull();
});

test("the database stores only the hash of a token", async () => {
  const { token } = await emailTo(await makePerson({ email }));
  expect(JSON.stringify(await reader().select().from(emailLinks))).not.toContain(token);
});

test("a second email invalidates the first", async () => {
  const userId = await makePerson({ email });
  const first = await emailTo(userId);
  const second = await emailTo(userId);
  expect(await verify(first.token, NOON)).toEqual(stale);
  expect(await verify(second.token, NOON)).toEqual({ ok: true, userId });
});

test("a reset link works for an hour, ends every session, and is good for nothing else", async () => {
  const userId = await makePerson({ email });
  const session = await write((tx) => startSession(tx, { userId, userAgent: "", now: NOON, days: 9, replaces: null }));
  const { token } = await resetLink();
  expect(await verify(token, NOON)).toEqual(stale);
  expect(await reset(token, hoursLater(1))).toEqual(stale);
  expect(await findSession(session, NOON)).not.toBeNull();
  expect(await reset(token, hoursLater(0.9))).toEqual({ ok: true, userId });
  expect(await findSession(session, NOON)).toBeNull();
  expect(await reset(token, hoursLater(0.9))).toEqual(stale);
});

test("changing the password invalidates older email links", async () => {
  const userId = await makePerson({ email });
  const { token } = await resetLink();
  await write((tx) => changePassword(tx, { userId, passwordHash: "changed" }));
  expect(await reset(token, NOON)).toEqual(stale);
});

test("emails and their addresses are deleted once their links expire", async () => {
  const userId = await makePerson({ email });
  await emailTo(userId);
  await write((tx) => purgeSessions(tx, hoursLater(23)));
  expect(await reader().$count(emailLinks)).toBe(1);
  await write((tx) => purgeSessions(tx, hoursLater(24)));
  expect(await reader().$count(emailLinks)).toBe(0);
});

test("two resets at once: one wins", async () => {
  await makePerson({ email });
  const { token } = await resetLink();
  const done = await Promise.all(Array.from({ length: 20 }, () => reset(token, NOON)));
  expect(done.filter(({ ok }) => ok)).toHaveLength(1);
});

test("a link for an address that changed, or of someone banned since, is stale", async () => {
  const userId = await makePerson({ email });
  const { token } = await emailTo(userId);
  await write((tx) => tx.update(users).set({ email: "other@example.org" }).where(eq(users.id, userId)));
  expect(await verify(token, NOON)).toEqual(stale);
  await write((tx) => tx.update(users).set({ email, bannedAt: NOON }).where(eq(users.id, userId)));
  expect(await verify(token, NOON)).toEqual(stale);
});

test("no email is sent for an unknown address, a deleted account, or no address", async () => {
  await makePerson({ email: "gone@example.org", deletedAt: NOON });
  for (const one of ["nobody@example.org", "gone@example.org"]) {
    expect(await write((tx) => createResetLink(tx, { email: one, now: NOON }))).toBeNull();
  }
  const userId = await makePerson();
  expect(await write((tx) => createEmailLink(tx, { userId, purpose: "verify-email", now: NOON }))).toBeNull();
});

test("a confirmed address brings the sign-up grant once; whoever has had it gets no second one", async () => {
  const [userId, early] = [await makePerson({ email, buzz: 0 }), await makePerson({ email: "b@example.org", buzz: 0 })];
  await write((tx) => grantSignUp(tx, { userId: early, amount: 1000, now: NOON }));
  for (const id of [userId, early]) {
    const { token } = await emailTo(id);
    expect((await verify(token, NOON)).ok).toBe(true);
  }
  expect(await walletSummary(userId)).toMatchObject({ balance: 250 });
  expect(await walletSummary(early)).toMatchObject({ balance: 1000 });
  await reset((await resetLink()).token, NOON);
  expect(await walletSummary(userId)).toMatchObject({ balance: 250 });
});

test("while a reset link works, no other is sent", async () => {
  await makePerson({ email });
  await resetLink();
  const again = (now: Date) => write((tx) => createResetLink(tx, { email, now }));
  expect(await again(hoursLater(0.9))).toBeNull();
  expect(await again(hoursLater(1))).not.toBeNull();
});
