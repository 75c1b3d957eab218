import { beforeEach, expect, test } from "vitest";
import { reader } from "~/db/client";
import { write } from "~/db/write";
import { useDatabase } from "~/tests/database";
import { balanceOf, mint, openAccount, wallet } from "./accounts.server";
import { grantBuzz, grantSignUp } from "./granting.server";
import { readHistory } from "./history.server";
import { GRANT_MAX, GrantForm } from "./schema";

useDatabase();
const now = new Date("2026-01-02T03:04:05Z");
const reason = "Thank you for the bug reports";
const form = { moderatorId: 9, userId: 1, amount: 2000, reason, requestKey: "form-0001", now };

beforeEach(async () => {
  for (const id of [1, 2]) await write((tx) => openAccount(tx, { holder: wallet(id), now }));
});

function grant(change: Partial<typeof form> = {}) {
  return write((tx) => grantBuzz(tx, { ...form, ...change }));
}

function balance(userId: number) {
  return balanceOf(reader(), wallet(userId));
}

test("a grant makes Buzz, and its receiver reads why", async () => {
  expect(await grant()).toEqual({ ok: true });
  expect([await balance(1), await balanceOf(reader(), mint)]).toEqual([2000, -2000]);
  const { rows } = await readHistory(1, {});
  expect(rows).toMatchObject([{ kind: "grant", signed: 2000, subject: "user:1", reason }]);
});

test("the same form sent ten times at once grants once", async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => grant()));
  expect(answers.every((answer) => answer.ok)).toBe(true);
  expect(await balance(1)).toBe(2000);
});

test("a form that has granted is not good for another amount or person", async () => {
  await grant();
  expect(await grant({ amount: 2001 })).toEqual({ ok: false, reason: "already-granted" });
  expect(await grant({ userId: 2 })).toEqual({ ok: false, reason: "already-granted" });
  expect([await balance(1), await balance(2)]).toEqual([2000, 0]);
});

test("two forms, and two moderators with the same key, grant each on their own", async () => {
  for (const change of [{}, { requestKey: "form-0002" }, { moderatorId: 8 }]) {
    expect(await grant(change)).toEqual({ ok: true });
  }
  expect(await balance(1)).toBe(6000);
});

test("nobody's wallet is refused", async () => {
  expect(await grant({ userId: 404 })).toEqual({ ok: false, reason: "no-wallet" });
});

test("what the form would not let through is a bug", async () => {
  await expect(grant({ amount: GRANT_MAX + 1 })).rejects.toThrow("Not a grant");
  await expect(grant({ reason: "  " })).rejects.toThrow("Not a grant");
  await expect(grant({ amount: -5 })).rejects.toThrow("Not an amount of Buzz");
  expect(await balance(1)).toBe(0);
});

test("the form takes whole amounts in bounds and a reason", () => {
  const good = { amount: "1000000", reason: " thanks ", requestKey: "form-0001" };
  expect(GrantForm.parse(good)).toEqual({ amount: 1_000_000, reason: "thanks", requestKey: "form-0001" });
  for (const amount of ["0", "-1", "1.5", "1000001", "", "ten", "1e9", "1e3", "0x10", "１００", "NaN", "Infinity"]) {
    expect(GrantForm.safeParse({ ...good, amount }).success, amount).toBe(false);
  }
  for (const reason of ["", "  a  ", "x".repeat(201)])
    expect(GrantForm.safeParse({ ...good, reason }).success).toBe(false);
  expect(GrantForm.safeParse({ ...good, requestKey: "../../x" }).success).toBe(false);
});

test("what a person starts with comes once, and may be nothing", async () => {
  for (const userId of [1, 1]) await write((tx) => grantSignUp(tx, { userId, amount: 1000, now }));
  await write((tx) => grantSignUp(tx, { userId: 2, amount: 0, now }));
  expect([await balance(1), await balance(2)]).toEqual([1000, 0]);
});
