import { sql } from "drizzle-orm";
import type Database from "better-sqlite3";
import { handle } from "~/db/client";
import type { Tx } from "~/db/client";
import { write } from "~/db/write";
import { blueWallet, escrow, holding, mint, openAccount, wallet } from "~/domain/wallet/accounts.server";
import type { Holder } from "~/domain/wallet/accounts.server";
import { clawBack } from "~/domain/wallet/recovering.server";
import { refund } from "~/domain/wallet/refunding.server";
import { transfer } from "~/domain/wallet/transferring.server";
import { readBooks, readRules } from "./books";
import type { Account, Rules, Transfer } from "./books";

export type { Account, Transfer } from "./books";

/** What the ledger must hold, kept in plain JavaScript beside the database that holds it. */
export type LedgerModel = {
  sqlite: Database.Database;
  tx: Tx;
  accounts: Account[];
  transfers: Transfer[];
  rules: Rules;
};

/** Numbers that a deed draws its parties and amounts from. */
export type Dice = { a: number; b: number; c: number; amount: number };

/** The database did, or allowed, what the ledger must not. */
export class Broken extends Error {
  constructor(
    readonly deed: string,
    readonly how: string,
  ) {
    super(`${deed}: ${how}`);
  }
}

export const now = new Date("2026-01-02T03:04:05Z");

/** A little of everything: people with money, one with none, a crucible being entered, one that gave a fee back. */
export async function seedLedger() {
  await write(async (tx) => {
    for (const id of [1, 2, 3]) await openAccount(tx, { holder: wallet(id), now });
    for (const id of [7, 8]) await openAccount(tx, { holder: escrow(`crucible:${id}`), now });
    await move(tx, "grant:1", "grant", mint, wallet(1), 500);
    await move(tx, "grant:2", "grant", mint, wallet(2), 50);
    await move(tx, "entry-fee:1", "entry-fee", wallet(1), escrow("crucible:7"), 40);
    const fee = await move(tx, "entry-fee:2", "entry-fee", wallet(2), escrow("crucible:7"), 40);
    await refund(tx, { transferId: fee, actorId: 2, reason: "", now });
  });
}

/** And what the other rooms have: blue Buzz, a match that was ruled on, a closed escrow, somebody who owes and has Buzz. */
export async function furnishAll() {
  await seedLedger();
  await write(async (tx) => {
    for (const id of [11, 12] as const) {
      await openAccount(tx, { holder: holding("stake", `participant:${id}`), now });
      await openAccount(tx, { holder: holding("winnings", `participant:${id}`), now });
    }
    const [stake, winnings] = [holding("stake", "participant:11"), holding("winnings", "participant:11")];
    await move(tx, "took-part:1:1", "took-part", mint, blueWallet(1), 30);
    await move(tx, "stake:11", "stake", wallet(1), stake, 20);
    await move(tx, "ruling:1:1:1", "ruling", stake, winnings, 15);
    await move(tx, "prize:7:1", "prize", escrow("crucible:7"), wallet(2), 3);
    const over = await openAccount(tx, { holder: escrow("crucible:9"), now });
    await tx.run(sql`UPDATE accounts SET closed = 1 WHERE id = ${over}`);
    await clawBack(tx, { ...deed, key: "clawback:1", userId: 3, amount: 25 });
    await tx.run(sql`
      INSERT INTO transfers (idempotency_key, kind, debit_account, credit_account, amount, subject, created_at)
      VALUES ('bulk:1', 'grant', 1, 5, 40, 'user:3', 0)`);
  });
}

export const deed = { subject: "crucible:7", actorId: 1, now } as const;

type Kind = Parameters<typeof transfer>[1]["kind"];

async function move(tx: Tx, key: string, kind: Kind, from: Holder, to: Holder, amount: number) {
  const moved = await transfer(tx, { ...deed, key, kind, from, to, amount });
  if (!moved.ok) throw new Error(`${key}: ${moved.reason}`);
  return moved.transferId;
}

/** The world as the database has it. */
export function readLedger(): LedgerModel {
  const { writer, tx } = handle();
  return { sqlite: writer, tx, ...readBooks(writer), rules: readRules(writer) };
}

/**
 * Σ = 0, every balance is what its transfers add up to and within what its kind may be, and every row is what the model
 * says: whatever was tried has changed nothing.
 */
export function checkBooks(world: LedgerModel, deedName: string) {
  const books = readBooks(world.sqlite);
  const counted = new Map<number, number>();
  for (const { debit, credit, amount } of books.transfers) {
    counted.set(debit, (counted.get(debit) ?? 0) - amount);
    counted.set(credit, (counted.get(credit) ?? 0) + amount);
  }
  const sum = books.accounts.reduce((total, { balance }) => total + balance, 0);
  if (sum !== 0) throw new Broken(deedName, `all balances add up to ${sum}`);
  for (const { id, kind, balance, closed } of books.accounts) {
    if (balance !== (counted.get(id) ?? 0)) throw new Broken(deedName, "a balance is not what its transfers add up to");
    if (balance < 0 && kind !== "mint" && kind !== "debt") throw new Broken(deedName, `a ${kind} is at ${balance}`);
    if (balance > 0 && (kind === "debt" || closed)) throw new Broken(deedName, `a ${kind} is at ${balance}`);
  }
  if (!same(books.accounts, world.accounts)) throw new Broken(deedName, "the accounts are not what they were");
  if (!same(books.transfers, world.transfers)) throw new Broken(deedName, "the transfers are not what they were");
}

function same(rows: unknown, expected: unknown) {
  return JSON.stringify(rows) === JSON.stringify(expected);
}
