import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { reader } from "~/db/client";
import { transfers } from "~/db/schema/wallet";
import { write } from "~/db/write";
import { useDatabase } from "~/tests/database";
import { balanceOf, escrow, mint, openAccount, wallet } from "./accounts.server";
import type { Holder } from "./accounts.server";
import { refund, refundAll } from "./refunding.server";
import { transfer } from "./transferring.server";

useDatabase();
const now = new Date("2026-01-02T03:04:05Z");
let fee = 0;

beforeEach(async () => {
  for (const holder of [wallet(1), wallet(2), escrow("crucible:7")])
    await write((tx) => openAccount(tx, { holder, now }));
  await pay("grant:1", mint, wallet(1), 100);
  fee = await pay("entry-fee:9", wallet(1), escrow("crucible:7"), 60);
});

async function pay(key: string, from: Holder, to: Holder, amount: number) {
  const kind = from.kind === "mint" ? "grant" : from.kind === "escrow" ? "prize" : "entry-fee";
  const paid = await write((tx) =>
    transfer(tx, { key, kind, from, to, amount, subject: "crucible:7", actorId: 1, now }),
  );
  if (!paid.ok) throw new Error(paid.reason);
  return paid.transferId;
}

function giveBack(transferId: number) {
  return write((tx) => refund(tx, { transferId, actorId: 5, reason: "withdrawn", now }));
}

async function balances() {
  return Promise.all([mint, wallet(1), wallet(2), escrow("crucible:7")].map((holder) => balanceOf(reader(), holder)));
}

test("a refund gives back the recorded amount to the account that paid", async () => {
  const { transferId } = await giveBack(fee);
  expect(await balances()).toEqual([-100, 100, 0, 0]);
  const row = await reader().query.transfers.findFirst({ where: eq(transfers.id, transferId) });
  expect(row).toMatchObject({ kind: "refund", amount: 60, refundOf: fee, idempotencyKey: `refund:${fee}` });
  expect(row).toMatchObject({ subject: "crucible:7", actorId: 5, reason: "withdrawn", createdAt: now });
});

test("a payment is given back once, however often and however many ask", async () => {
  await pay("entry-fee:10", wallet(1), escrow("crucible:7"), 40); // so that the escrow could pay twice
  const answers = await Promise.all(Array.from({ length: 20 }, () => giveBack(fee)));
  expect(new Set(answers.map((answer) => answer.transferId)).size).toBe(1);
  expect(await giveBack(fee)).toEqual(answers[0]);
  expect(await balances()).toEqual([-100, 60, 0, 40]);
});

test("two payments of one person are given back each on its own", async () => {
  const second = await pay("entry-fee:10", wallet(1), escrow("crucible:7"), 15);
  await giveBack(second);
  expect(await balances()).toEqual([-100, 40, 0, 60]);
  await giveBack(fee);
  expect(await balances()).toEqual([-100, 100, 0, 0]);
});

test("a refund is not refunded", async () => {
  const { transferId } = await giveBack(fee);
  await expect(giveBack(transferId)).rejects.toThrow("ledger: this kind is not refunded");
  expect(await balances()).toEqual([-100, 100, 0, 0]);
});

test("what was paid on cannot be given back", async () => {
  await pay("prize:11", escrow("crucible:7"), wallet(2), 1);
  await expect(giveBack(fee)).rejects.toThrow("ledger: too little in the account");
  expect(await balances()).toEqual([-100, 40, 1, 59]);
});

test("a transfer that never was is not given back", async () => {
  await expect(giveBack(999)).rejects.toThrow("There is no transfer 999 to refund.");
});

test("a grant goes back to the mint", async () => {
  const grant = await pay("grant:2", mint, wallet(2), 30);
  await giveBack(grant);
  expect(await balances()).toEqual([-100, 40, 0, 60]);
});

test("many go back in one statement, each once, also those that had gone back already", async () => {
  const other = await pay("entry-fee:10", wallet(1), escrow("crucible:7"), 15);
  const first = await giveBack(fee);
  const all = () =>
    write((tx) => refundAll(tx, { transferIds: [fee, other, 999], actorId: null, reason: "cancelled", now }));
  await all();
  await all();
  expect(await balances()).toEqual([-100, 100, 0, 0]);
  const refunds = await reader().query.transfers.findMany({ where: eq(transfers.kind, "refund") });
  expect(refunds.map(({ id, idempotencyKey, refundOf }) => ({ id, idempotencyKey, refundOf }))).toEqual([
    { id: first.transferId, idempotencyKey: `refund:${fee}`, refundOf: fee },
    { id: expect.any(Number), idempotencyKey: `refund:${other}`, refundOf: other },
  ]);
});
