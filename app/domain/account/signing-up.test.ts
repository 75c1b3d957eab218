import { expect, test } from "vitest";
import { write } from "~/db/write";
import { useDatabase } from "~/tests/database";
import { NOON } from "~/tests/factories";
import { mailboxOf } from "./rules";
import { signUp } from "./signing-up.server";

useDatabase();

let joined = 0;

function join(email: string | null) {
  const username = `person-${(joined += 1)}`;
  return write((tx) => signUp(tx, { username, email, passwordHash: null, grant: 0, now: NOON }));
}

test.each([
  ["ada.l@gmail.com", "AdaL+news@googlemail.com"],
  ["ada@example.org", "ADA+2@Example.org"],
  ["a+b@example.org", "a@example.org"],
])("%s and %s are one mailbox, so one person", async (first, second) => {
  expect(mailboxOf(first)).toBe(mailboxOf(second));
  expect((await join(first)).ok).toBe(true);
  expect(await join(second)).toEqual({ ok: false, reason: "email-taken" });
});

test.each([
  ["ada.l@example.org", "adal@example.org"],
  ["ada@gmail.com", "ada@example.org"],
  ["+ada@example.org", "@example.org"],
])("%s and %s are two", async (first, second) => {
  expect(mailboxOf(first)).not.toBe(mailboxOf(second));
  expect((await join(first)).ok && (await join(second)).ok).toBe(true);
});

test("people without an address don't stand in each other's way", async () => {
  expect((await join(null)).ok && (await join(null)).ok).toBe(true);
});
