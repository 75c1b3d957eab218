import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { id, instant, oneOf } from "./columns";
import { accountKinds, transferKinds } from "./values";

/** Balances are whole Buzz. Only the trigger of an inserted transfer may change one (see the migration). */
export const accounts = sqliteTable(
  "accounts",
  {
    id: id(),
    kind: text({ enum: accountKinds }).notNull(),
    /** The user or the crucible it belongs to; 0 for the mint and the house. */
    ownerId: integer().notNull().default(0),
    balance: integer().notNull().default(0),
    lastTransferId: integer().notNull().default(0),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex("accounts_owner").on(t.kind, t.ownerId),
    // A trigger sees -1 for the number that a new row is yet to get.
    check("accounts_id", sql`${t.id} > 0`),
    oneOf("accounts_kind", t.kind, accountKinds),
    check("accounts_not_overdrawn", sql`${t.kind} = 'mint' OR ${t.balance} >= 0`),
    check("accounts_single", sql`(${t.kind} IN ('mint', 'house')) = (${t.ownerId} = 0)`),
  ],
);

/** Append-only: triggers refuse every UPDATE and DELETE. */
export const transfers = sqliteTable(
  "transfers",
  {
    id: id(),
    idempotencyKey: text().notNull().unique(),
    kind: text({ enum: transferKinds }).notNull(),
    debitAccount: integer()
      .notNull()
      .references(() => accounts.id, { onDelete: "restrict" }),
    creditAccount: integer()
      .notNull()
      .references(() => accounts.id, { onDelete: "restrict" }),
    amount: integer().notNull(),
    /** What it is about: 'crucible:7', 'user:3'. */
    subject: text().notNull(),
    /** The user who caused it; null when a job did. */
    actorId: integer(),
    reason: text().notNull().default(""),
    /** The transfer that this one gives back. */
    refundOf: integer(),
    createdAt: instant().notNull(),
  },
  (t) => [
    index("transfers_debit").on(t.debitAccount, t.id),
    index("transfers_credit").on(t.creditAccount, t.id),
    index("transfers_subject").on(t.subject),
    uniqueIndex("transfers_refund_once")
      .on(t.refundOf)
      .where(sql`${t.refundOf} IS NOT NULL`),
    oneOf("transfers_kind", t.kind, transferKinds),
    check("transfers_amount", sql`${t.amount} BETWEEN 1 AND 1000000000000`),
    check("transfers_two_accounts", sql`${t.debitAccount} <> ${t.creditAccount}`),
    check("transfers_key", sql`length(${t.idempotencyKey}) BETWEEN 3 AND 200`),
    check("transfers_refund", sql`(${t.kind} = 'refund') = (${t.refundOf} IS NOT NULL)`),
  ],
);
