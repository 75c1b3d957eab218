import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { reader } from "~/db/client";
import { users } from "~/db/schema/account";
import { write } from "~/db/write";
import { balanceOf, wallet } from "~/domain/wallet/accounts.server";
import { useDatabase } from "~/tests/database";
import { NOON, makePerson } from "~/tests/factories";
import { findOrCreateByIdentity, linkIdentity } from "./identities.server";
import type { Identity } from "./identities.server";

useDatabase();

const octo: Identity = { provider: "github", providerId: "42", name: "octo", verifiedEmail: "octo@example.org" };

function arrive(identity: Identity) {
  return write((tx) => findOrCreateByIdentity(tx, { identity, grant: 1000, now: NOON }));
}

function find(userId: number) {
  return reader().query.users.findFirst({ where: eq(users.id, userId) });
}

test("a new user gets a wallet, and is recognized the next time", async () => {
  const first = await arrive(octo);
  expect(first.ok).toBe(true);
  if (!first.ok) return;
  expect(await find(first.userId)).toMatchObject({
    username: "octo",
    email: "octo@example.org",
    emailVerifiedAt: NOON,
    passwordHash: null,
  });
  expect(await balanceOf(reader(), wallet(first.userId))).toBe(1000);
  expect(await arrive({ ...octo, name: "renamed", verifiedEmail: "moved@example.org" })).toEqual(first);
});

test("an address verified by both sites belongs to one user", async () => {
  const userId = await makePerson({ email: "OCTO@example.org", emailVerifiedAt: NOON });
  expect(await arrive(octo)).toEqual({ ok: true, userId });
});

test("an unconfirmed address doesn't give access to an account: its owner may be someone else", async () => {
  const userId = await makePerson({ email: "octo@example.org" });
  expect(await arrive(octo)).toEqual({ ok: false, reason: "address-unverified-here" });
  expect(await arrive(octo)).toMatchObject({ ok: false });
  expect(await reader().$count(users)).toBe(1);
  expect(await write((tx) => linkIdentity(tx, { userId, identity: octo, now: NOON }))).toEqual({ ok: true });
  expect(await arrive(octo)).toEqual({ ok: true, userId });
});

test("an address that the other site has not verified is not taken over", async () => {
  await makePerson({ email: "octo@example.org", emailVerifiedAt: NOON });
  const made = await arrive({ ...octo, verifiedEmail: null });
  expect(made.ok && (await find(made.userId))!.email).toBeNull();
});

test("a banned user can't sign in in any way", async () => {
  const banned = { ok: false, reason: "banned", words: "spam" };
  await makePerson({ email: "octo@example.org", emailVerifiedAt: NOON, bannedAt: NOON, banReason: "spam" });
  expect(await arrive(octo)).toEqual(banned);
  const made = await arrive({ ...octo, providerId: "43", verifiedEmail: null });
  if (made.ok)
    await write((tx) => tx.update(users).set({ bannedAt: NOON, banReason: "spam" }).where(eq(users.id, made.userId)));
  expect(await arrive({ ...octo, providerId: "43", verifiedEmail: null })).toEqual(banned);
});

test("usernames are made valid and unique", async () => {
  await makePerson({ username: "Octo" });
  const names = [];
  for (const [i, name] of ["octo", "öctö", "é", "deleted-7", "x".repeat(40), "x".repeat(40)].entries()) {
    const made = await arrive({ provider: "google", providerId: String(i), name, verifiedEmail: null });
    names.push(made.ok && (await find(made.userId))!.username);
  }
  expect(names).toEqual(["octo2", "octo3", "maker", "maker2", "x".repeat(24), "x".repeat(23) + "2"]);
});

test("an identity belongs to one person", async () => {
  const [a, b] = [await makePerson(), await makePerson()];
  expect(await write((tx) => linkIdentity(tx, { userId: a, identity: octo, now: NOON }))).toEqual({ ok: true });
  expect(await write((tx) => linkIdentity(tx, { userId: a, identity: octo, now: NOON }))).toEqual({ ok: true });
  expect(await write((tx) => linkIdentity(tx, { userId: b, identity: octo, now: NOON }))).toEqual({
    ok: false,
    reason: "linked-to-another",
  });
});
