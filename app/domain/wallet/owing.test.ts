import { beforeEach, expect, test } from "vitest";
import { handle, reader } from "~/db/client";
import { write } from "~/db/write";
import { repayDebts as job } from "~/jobs/wallet";
import { useDatabase } from "~/tests/database";
import { balanceOf, debtOf, escrow, house, mint, openAccount, wallet } from "./accounts.server";
import { checkLedger } from "./checking.server";
import { claimDaily } from "./claiming.server";
import { readHistory } from "./history.server";
import { owedBy, repayDebts } from "./owing.server";
import { clawBack, forgiveDebt } from "./recovering.server";
import { refund, refundAll } from "./refunding.server";
import { transfer } from "./transferring.server";
import type { Payment } from "./transferring.server";

useDatabase();
const now = new Date("2026-01-02T03:04:05Z");
const deed = { subject: "user:1", actorId: null, now } as const;

beforeEach(async () => {
  for (const holder of [wallet(1), wallet(2), escrow("crucible:7")]) {
    await write((tx) => openAccount(tx, { holder, now }));
  }
  await give("grant:1", 100);
});

function give(key: string, amount: number, to = wallet(1)) {
  return pay({ key, kind: "grant", from: mint, to, amount });
}

async function pay(payment: Omit<Payment, keyof typeof deed>) {
  return write((tx) => transfer(tx, { ...deed, ...payment }));
}

function takeBack(amount: number, key = "purchase:5:2") {
  return write((tx) => clawBack(tx, { ...deed, key, userId: 1, amount }));
}

async function standing(userId = 1) {
  return { has: await balanceOf(reader(), wallet(userId)), owes: await owedBy(reader(), userId) };
}

const spending = [
  { kind: "setup-fee", from: wallet(1), to: house, amount: 1 },
  { kind: "entry-fee", from: wallet(1), to: escrow("crucible:7"), amount: 1 },
  { kind: "lab-test", from: wallet(1), to: house, amount: 1 },
] as const;

test("what is still there is taken back, and the rest is owed", async () => {
  expect(await takeBack(130)).toEqual({ taken: 100, owed: 30 });
  expect(await standing()).toEqual({ has: 0, owes: 30 });
  expect(await balanceOf(reader(), mint)).toBe(30);
  expect(checkLedger()).toMatchObject({ ok: true, sum: 0 });
});

test("what is taken back once is not taken back again, whatever has come in since", async () => {
  await takeBack(130);
  await give("grant:2", 50);
  expect(await takeBack(130)).toEqual({ taken: 100, owed: 30 });
  expect(await standing()).toEqual({ has: 20, owes: 0 });
  await expect(takeBack(131)).rejects.toThrow("has taken back another amount");
});

test("a person in debt spends nothing, not even what came in past the verbs", async () => {
  await takeBack(130);
  handle().writer.exec(`
    INSERT INTO transfers (idempotency_key, kind, debit_account, credit_account, amount, subject, created_at)
    VALUES ('bulk:1', 'grant', 1, 3, 500, 'user:1', 0)`);
  expect(await standing()).toEqual({ has: 500, owes: 30 });
  for (const payment of spending) {
    expect(await pay({ key: `try:${payment.kind}`, ...payment })).toEqual({ ok: false, reason: "in-debt" });
  }
  expect(await write((tx) => claimDaily(tx, { userId: 1, amount: 100, now }))).toEqual({
    ok: false,
    reason: "in-debt",
  });
  expect(await standing()).toEqual({ has: 500, owes: 30 });
});

test("others still spend, and once the debt is paid off so does the debtor", async () => {
  await takeBack(130);
  await give("grant:2", 60, wallet(2));
  expect(await pay({ key: "entry-fee:1", ...spending[1], from: wallet(2) })).toMatchObject({ ok: true });
  await give("grant:3", 31);
  expect(await standing()).toEqual({ has: 1, owes: 0 });
  expect(await pay({ key: "entry-fee:2", ...spending[1] })).toMatchObject({ ok: true });
});

test("what comes in is written down whole, and the repayment after it", async () => {
  await takeBack(130);
  await give("grant:2", 20);
  await give("grant:3", 20);
  const { rows } = await readHistory(1, {});
  expect(rows.slice(0, 4).map(({ kind, signed, balance }) => [kind, signed, balance])).toEqual([
    ["debt", -10, 10],
    ["grant", 20, 20],
    ["debt", -20, 0],
    ["grant", 20, 20],
  ]);
});

test("a prize and a refund pay the debt first too", async () => {
  const fee = await pay({ key: "entry-fee:1", ...spending[1], amount: 60 });
  await pay({ key: "entry-fee:2", ...spending[1], amount: 40 });
  await takeBack(75);
  await write((tx) => refund(tx, { transferId: fee.ok ? fee.transferId : 0, actorId: 1, reason: "", now }));
  expect(await standing()).toEqual({ has: 0, owes: 15 });
  await pay({ key: "prize:7:2", kind: "prize", from: escrow("crucible:7"), to: wallet(1), amount: 40 });
  expect(await standing()).toEqual({ has: 25, owes: 0 });
});

test("after a bulk refund the job pays the debt, once", async () => {
  const fee = await pay({ key: "entry-fee:1", ...spending[1], amount: 100 });
  await takeBack(30);
  await write((tx) => refundAll(tx, { transferIds: [fee.ok ? fee.transferId : 0], actorId: null, reason: "", now }));
  expect(await standing()).toEqual({ has: 100, owes: 30 });
  await job.run({ now });
  await job.run({ now });
  expect(await standing()).toEqual({ has: 70, owes: 0 });
  expect(await write((tx) => repayDebts(tx, { now }))).toBe(0);
});

test("a debt can be forgiven, once, and one that is not there cannot", async () => {
  const forgive = (key: string) => write((tx) => forgiveDebt(tx, { ...deed, key, userId: 1 }));
  expect(await forgive("forgiven:1:a")).toEqual({ ok: false, reason: "no-debt" });
  await takeBack(130);
  expect(await forgive("forgiven:1:a")).toMatchObject({ ok: true });
  expect(await forgive("forgiven:1:a")).toMatchObject({ ok: true });
  expect(await standing()).toEqual({ has: 0, owes: 0 });
  expect(checkLedger()).toMatchObject({ ok: true, sum: 0 });
});

test("the database keeps a person to one debt, and the debt from becoming a purse", async () => {
  await takeBack(130);
  await expect(write((tx) => openAccount(tx, { holder: debtOf(1), now }))).rejects.toThrow("ledger: account exists");
  await give("grant:2", 500, wallet(2));
  const over = pay({ key: "forgiven:1:b", kind: "forgiveness", from: mint, to: debtOf(1), amount: 31 });
  await expect(over).rejects.toThrow("ledger: more than is owed");
});
