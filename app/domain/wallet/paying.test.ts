import { beforeEach, expect, test } from "vitest";
import { reader } from "~/db/client";
import { write } from "~/db/write";
import { useDatabase } from "~/tests/database";
import { balanceOf, blueWallet, escrow, holding, house, mint, openAccount, wallet } from "./accounts.server";
import { walletSummary, rareBalances } from "./history.server";
import { pay, payingWallet } from "./paying.server";
import { refund } from "./refunding.server";
import { transfer } from "./transferring.server";
import type { Payment } from "./transferring.server";

useDatabase();
const now = new Date("2026-01-02T03:04:05Z");
const deed = { subject: "user:1", actorId: 1, now } as const;

beforeEach(async () => {
  for (const holder of [wallet(1), escrow("crucible:7")]) await write((tx) => openAccount(tx, { holder, now }));
  await move({ key: "grant:1", kind: "grant", from: mint, to: wallet(1), amount: 100 });
});

function move(payment: Omit<Payment, keyof typeof deed>) {
  return write((tx) => transfer(tx, { ...deed, ...payment }));
}

function takePart(amount: number) {
  return move({ key: "took-part:1:1", kind: "took-part", from: mint, to: blueWallet(1), amount });
}

function runTest(key: string, amount: number) {
  return write((tx) => pay(tx, { ...deed, key, kind: "lab-test", to: house, userId: 1, amount }));
}

async function both() {
  return [await balanceOf(reader(), blueWallet(1)), await balanceOf(reader(), wallet(1))];
}

test("blue Buzz is nobody's until the first comes in", async () => {
  expect(await rareBalances(1)).toEqual({ blue: 0, owed: 0 });
  await takePart(20);
  expect(await rareBalances(1)).toEqual({ blue: 20, owed: 0 });
});

test("a price is paid in blue when that is enough, else whole out of one's own", async () => {
  await takePart(20);
  expect(await runTest("lab:1", 15)).toMatchObject({ ok: true });
  expect(await both()).toEqual([5, 100]);
  expect(await runTest("lab:2", 6)).toMatchObject({ ok: true });
  expect(await both()).toEqual([5, 94]);
});

test("two wallets that are enough together are not enough", async () => {
  await takePart(20);
  expect(await runTest("lab:1", 110)).toEqual({ ok: false, reason: "too-little-buzz", balance: 100 });
  expect(await both()).toEqual([20, 100]);
});

test("a replay finds the first payment, though the other wallet would pay now", async () => {
  const first = await runTest("lab:1", 15);
  await takePart(20);
  expect(await runTest("lab:1", 15)).toEqual(first);
  expect(await both()).toEqual([20, 85]);
});

test("an entry fee is never paid in blue, and the page is told so", async () => {
  await takePart(500);
  const fee = { kind: "entry-fee", to: escrow("crucible:7"), amount: 60 } as const;
  expect(await payingWallet(reader(), { userId: 1, ...fee })).toEqual(wallet(1));
  expect(await payingWallet(reader(), { userId: 1, ...fee, kind: "setup-fee", to: house })).toEqual(blueWallet(1));
  expect(await write((tx) => pay(tx, { ...deed, key: "entry-fee:1", userId: 1, ...fee }))).toMatchObject({ ok: true });
  expect(await both()).toEqual([500, 40]);
});

test("what was paid in blue comes back in blue", async () => {
  await takePart(20);
  const paid = await runTest("lab:1", 15);
  await write((tx) => refund(tx, { transferId: paid.ok ? paid.transferId : 0, actorId: 1, reason: "", now }));
  expect(await both()).toEqual([20, 100]);
});

test.each([
  ["an escrow", { kind: "entry-fee", to: escrow("crucible:7") }],
  ["a wallet", { kind: "prize", to: wallet(1) }],
  ["the mint", { kind: "clawback", to: mint }],
] as const)("the database keeps blue Buzz out of %s", async (_, way) => {
  await takePart(20);
  const moved = move({ key: "way:1", from: blueWallet(1), amount: 5, ...way });
  await expect(moved).rejects.toThrow("ledger: this kind does not go this way");
  expect(await both()).toEqual([20, 100]);
});

test("held is what one has put anywhere that still holds Buzz, whatever the kind", async () => {
  const stake = holding("stake", "participant:4");
  const winnings = holding("winnings", "participant:4");
  for (const holder of [stake, winnings]) await write((tx) => openAccount(tx, { holder, now }));
  await move({ key: "entry-fee:1", kind: "entry-fee", from: wallet(1), to: escrow("crucible:7"), amount: 10 });
  await move({ key: "stake:4", kind: "stake", from: wallet(1), to: stake, amount: 25 });
  await move({ key: "setup-fee:1", kind: "setup-fee", from: wallet(1), to: house, amount: 5 });
  expect(await walletSummary(1)).toEqual({ balance: 60, held: 35 });
  await move({ key: "ruling:1:1:1", kind: "ruling", from: stake, to: winnings, amount: 25 });
  expect(await walletSummary(1)).toEqual({ balance: 60, held: 10 });
});
