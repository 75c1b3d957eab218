import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { reader } from "~/db/client";
import { transfers } from "~/db/schema/wallet";
import { write } from "~/db/write";
import { useDatabase } from "~/tests/database";
import { balanceOf, escrow, house, mint, openAccount, wallet } from "./accounts.server";
import { transfer } from "./transferring.server";
import type { Payment } from "./transferring.server";

useDatabase();
const now = new Date("2026-01-02T03:04:05Z");

beforeEach(async () => {
  for (const holder of [wallet(1), wallet(2), escrow("crucible:7")])
    await write((tx) => openAccount(tx, { holder, now }));
  await pay({ key: "grant:1", kind: "grant", from: mint, to: wallet(1), amount: 100 });
});

function pay(change: Partial<Payment> = {}) {
  const fee = { key: "entry-fee:9", kind: "entry-fee", from: wallet(1), to: escrow("crucible:7"), amount: 60 } as const;
  return write((tx) => transfer(tx, { ...fee, subject: "crucible:7", actorId: 1, now, ...change }));
}

async function balances() {
  const holders = [mint, house, wallet(1), wallet(2), escrow("crucible:7")];
  return Promise.all(holders.map((holder) => balanceOf(reader(), holder)));
}

test("a payment moves its amount from one account to the other and is written down whole", async () => {
  const paid = await pay({ reason: "two of them" });
  expect(await balances()).toEqual([-100, 0, 40, 0, 60]);
  const row = await reader().query.transfers.findFirst({ where: eq(transfers.idempotencyKey, "entry-fee:9") });
  expect(row).toMatchObject({
    kind: "entry-fee",
    amount: 60,
    subject: "crucible:7",
    actorId: 1,
    reason: "two of them",
  });
  expect(row).toMatchObject({ refundOf: null, createdAt: now });
  expect(paid).toEqual({ ok: true, transferId: row!.id });
});

test("the same payment again changes nothing and answers with the first, though the payer has too little now", async () => {
  const first = await pay();
  expect(await pay({ now: new Date("2026-05-05"), subject: "crucible:8" })).toEqual(first);
  expect(await balances()).toEqual([-100, 0, 40, 0, 60]);
});

test("twenty of the same payment at once count once", async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => pay()));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(await balances()).toEqual([-100, 0, 40, 0, 60]);
});

test.each([
  ["amount", { amount: 59 }],
  ["kind", { kind: "prize" }],
  ["payer", { from: mint }],
  ["receiver", { to: wallet(2) }],
] as const)("a key that has paid is not good for another %s", async (_, change) => {
  await pay();
  await expect(pay(change)).rejects.toThrow("The idempotency key entry-fee:9 was already used for something else.");
  expect(await balances()).toEqual([-100, 0, 40, 0, 60]);
});

test("who has too little is refused, told what there is, and nothing moves", async () => {
  expect(await pay({ amount: 101 })).toEqual({ ok: false, reason: "too-little-buzz", balance: 100 });
  expect(await balances()).toEqual([-100, 0, 100, 0, 0]);
});

test("the last Buzz can be spent, once", async () => {
  const answers = await Promise.all([1, 2, 3].map((n) => pay({ key: `entry-fee:${n}`, amount: 100 })));
  expect(answers.map((answer) => answer.ok)).toEqual([true, false, false]);
  expect(await balances()).toEqual([-100, 0, 0, 0, 100]);
});

test("an escrow and the house pay no more than they have either", async () => {
  for (const from of [escrow("crucible:7"), house]) {
    const answer = await pay({ key: `prize:${from.kind}`, kind: "prize", from, to: wallet(1), amount: 1 });
    expect(answer).toEqual({ ok: false, reason: "too-little-buzz", balance: 0 });
  }
});

test.each([0, -1, 1.5, NaN, Infinity, 2 ** 53, "5" as unknown as number])(
  "%s is not an amount of Buzz",
  async (amount) => {
    await expect(pay({ amount, from: mint })).rejects.toThrow("Not an amount of Buzz");
  },
);

test("a trillion is the most that one payment moves, and the database says so", async () => {
  const grant = { kind: "grant", from: mint, to: wallet(2) } as const;
  await expect(pay({ ...grant, amount: 1e12 + 1 })).rejects.toThrow(/transfers_amount/);
  expect(await pay({ ...grant, amount: 1e12 })).toMatchObject({ ok: true });
});

test("paying oneself, or an account that does not exist, is a bug", async () => {
  await expect(pay({ to: wallet(1) })).rejects.toThrow("ledger: this kind does not go this way");
  await expect(pay({ to: wallet(3) })).rejects.toThrow("No user account for 3.");
  await expect(pay({ from: escrow("crucible:8") })).rejects.toThrow("No escrow account for 8.");
});

test("a payment leaves nothing behind when the rest of its verb fails", async () => {
  const verb = write(async (tx) => {
    const fee = {
      key: "entry-fee:1",
      kind: "entry-fee",
      from: wallet(1),
      to: escrow("crucible:7"),
      amount: 5,
    } as const;
    await transfer(tx, { ...fee, subject: "crucible:7", actorId: null, now });
    throw new Error("later");
  });
  await expect(verb).rejects.toThrow("later");
  expect(await balances()).toEqual([-100, 0, 100, 0, 0]);
  expect(await pay({ key: "entry-fee:1" })).toMatchObject({ ok: true });
});

test("an account is opened once, empty", async () => {
  await expect(write((tx) => openAccount(tx, { holder: wallet(1), now }))).rejects.toThrow("ledger: account exists");
  await expect(write((tx) => openAccount(tx, { holder: { ...mint, ownerId: 2 }, now }))).rejects.toThrow(
    /accounts_single/,
  );
});
