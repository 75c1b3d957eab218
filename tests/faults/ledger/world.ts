import type Database from "better-sqlite3";
import { handle } from "~/db/client";
import type { Tx } from "~/db/client";
import type { accountKinds } from "~/db/schema/values";
import { write } from "~/db/write";
import { escrow, mint, openAccount, wallet } from "~/domain/wallet/accounts.server";
import { refund } from "~/domain/wallet/refunding.server";
import { transfer } from "~/domain/wallet/transferring.server";

export type Account = {
  id: number;
  kind: (typeof accountKinds)[number];
  ownerId: number;
  balance: number;
  last: number;
};
export type Transfer = {
  id: number;
  key: string;
  kind: string;
  debit: number;
  credit: number;
  amount: number;
  refundOf: number | null;
};

/** What the ledger must hold, kept in plain JavaScript beside the database that holds it. */
export type World = { sqlite: Database.Database; tx: Tx; accounts: Account[]; transfers: Transfer[] };

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
export async function furnish() {
  await write(async (tx) => {
    for (const id of [1, 2, 3]) await openAccount(tx, { holder: wallet(id), now });
    for (const id of [7, 8]) await openAccount(tx, { holder: escrow(`crucible:${id}`), now });
    await transfer(tx, { ...deed, key: "grant:1", kind: "grant", from: mint, to: wallet(1), amount: 500 });
    await transfer(tx, { ...deed, key: "grant:2", kind: "grant", from: mint, to: wallet(2), amount: 50 });
    await transfer(tx, { ...deed, key: "entry-fee:1", kind: "entry-fee", from: wallet(1), to: escrow("crucible:7"), amount: 40 });
    const second = {
      ...deed,
      key: "entry-fee:2",
      kind: "entry-fee",
      from: wallet(2),
      to: escrow("crucible:7"),
      amount: 40,
    } as const;
    const fee = await transfer(tx, second);
    if (fee.ok) await refund(tx, { transferId: fee.transferId, actorId: 2, reason: "", now });
  });
}

export const deed = { subject: "crucible:7", actorId: 1, now } as const;

/** The world as the database has it. */
export function readWorld(): World {
  const { writer, tx } = handle();
  return { sqlite: writer, tx, ...readBooks(writer) };
}

/**
 * Σ = 0, every balance is what its transfers add up to, nothing but the mint is below zero, and every row is what the
 * model says: whatever was tried has changed nothing.
 */
export function checkBooks(world: World, deedName: string) {
  const books = readBooks(world.sqlite);
  const counted = new Map<number, number>();
  for (const { debit, credit, amount } of books.transfers) {
    counted.set(debit, (counted.get(debit) ?? 0) - amount);
    counted.set(credit, (counted.get(credit) ?? 0) + amount);
  }
  const sum = books.accounts.reduce((total, { balance }) => total + balance, 0);
  if (sum !== 0) throw new Broken(deedName, `all balances add up to ${sum}`);
  for (const { id, kind, balance } of books.accounts) {
    if (balance !== (counted.get(id) ?? 0)) throw new Broken(deedName, "a balance is not what its transfers add up to");
    if (balance < 0 && kind !== "mint") throw new Broken(deedName, `a ${kind} account is at ${balance}`);
  }
  if (!same(books.accounts, world.accounts)) throw new Broken(deedName, "the accounts are not what they were");
  if (!same(books.transfers, world.transfers)) throw new Broken(deedName, "the transfers are not what they were");
}

function same(rows: unknown, expected: unknown) {
  return JSON.stringify(rows) === JSON.stringify(expected);
}

const books = new WeakMap<Database.Database, { accounts: Database.Statement; transfers: Database.Statement }>();

function readBooks(sqlite: Database.Database) {
  let read = books.get(sqlite);
  if (!read) {
    read = {
      accounts: sqlite.prepare(
        "SELECT id, kind, owner_id AS ownerId, balance, last_transfer_id AS last FROM accounts ORDER BY id",
      ),
      transfers: sqlite.prepare(
        `SELECT id, idempotency_key AS key, kind, debit_account AS debit, credit_account AS credit, amount,
          refund_of AS refundOf FROM transfers ORDER BY id`,
      ),
    };
    books.set(sqlite, read);
  }
  return { accounts: read.accounts.all() as Account[], transfers: read.transfers.all() as Transfer[] };
}
