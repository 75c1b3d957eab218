import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { flag, id, instant } from "./columns";
import { accountKinds, transferKinds } from "./values";

/** The kinds of accounts there are. A new one is an INSERT in a migration; triggers refuse to change or delete one. */
export const accountKindRows = sqliteTable(
  "account_kinds",
  {
    kind: text({ enum: accountKinds }).primaryKey(),
    /** Whether it may owe: the mint, and debts. */
    belowZero: flag().notNull(),
    /** Whether it may own; a debt can't. */
    aboveZero: flag().notNull(),
    /** What lies here is still held for those who paid it in. Such an account is closed, empty, when its contest is over. */
    holds: flag().notNull(),
    /** Takes from the mint and pays the house, nothing else: no later flow can lead it into a pool. */
    closedLoop: flag().notNull(),
  },
  (t) => [
    check(
      "account_kinds_flags",
      sql`${t.belowZero} IN (0, 1) AND ${t.aboveZero} IN (0, 1) AND ${t.holds} IN (0, 1) AND ${t.closedLoop} IN (0, 1)`,
    ),
  ],
);

/** Whose an account of a kind may be; '' for the only one of its kind, which is nobody's. */
export const accountOwners = sqliteTable(
  "account_owners",
  {
    kind: text({ enum: accountKinds })
      .notNull()
      .references(() => accountKindRows.kind),
    ownerKind: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.ownerKind] })],
);

/** The kinds of transfers there are, kept as those of accounts are. */
export const transferKindRows = sqliteTable(
  "transfer_kinds",
  {
    kind: text({ enum: transferKinds }).primaryKey(),
    refundable: flag().notNull(),
    /** Refused while either party is a person in debt. */
    blockedByDebt: flag().notNull(),
  },
  (t) => [check("transfer_kinds_flags", sql`${t.refundable} IN (0, 1) AND ${t.blockedByDebt} IN (0, 1)`)],
);

/** From where to where a kind of transfer may go. A refund needs none: it goes back the way of what it refunds. */
export const transferFlows = sqliteTable(
  "transfer_flows",
  {
    kind: text({ enum: transferKinds })
      .notNull()
      .references(() => transferKindRows.kind),
    fromKind: text({ enum: accountKinds })
      .notNull()
      .references(() => accountKindRows.kind),
    toKind: text({ enum: accountKinds })
      .notNull()
      .references(() => accountKindRows.kind),
  },
  (t) => [primaryKey({ columns: [t.kind, t.fromKind, t.toKind] })],
);

/** Balances are whole Buzz. Only the trigger of an inserted transfer may change one (see the migration). */
export const accounts = sqliteTable(
  "accounts",
  {
    id: id(),
    kind: text({ enum: accountKinds })
      .notNull()
      .references(() => accountKindRows.kind),
    /** What it belongs to: a user, a crucible; '' for the mint and the house. */
    ownerKind: text().notNull().default(""),
    /** The number of that user or crucible; 0 for the mint and the house. */
    ownerId: integer().notNull().default(0),
    balance: integer().notNull().default(0),
    lastTransferId: integer().notNull().default(0),
    /** Set when its contest is over: empty then, and nothing moves in or out again. */
    closed: flag().notNull().default(false),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex("accounts_owner").on(t.kind, t.ownerKind, t.ownerId),
    // A trigger sees -1 for the number that a new row is yet to get.
    check("accounts_id", sql`${t.id} > 0`),
    check("accounts_single", sql`(${t.ownerKind} = '') = (${t.ownerId} = 0)`),
    check("accounts_closed", sql`${t.closed} IN (0, 1)`),
  ],
);

/** Append-only: triggers refuse every UPDATE and DELETE. */
export const transfers = sqliteTable(
  "transfers",
  {
    id: id(),
    idempotencyKey: text().notNull().unique(),
    kind: text({ enum: transferKinds })
      .notNull()
      .references(() => transferKindRows.kind),
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
    check("transfers_amount", sql`${t.amount} BETWEEN 1 AND 1000000000000`),
    check("transfers_two_accounts", sql`${t.debitAccount} <> ${t.creditAccount}`),
    check("transfers_key", sql`length(${t.idempotencyKey}) BETWEEN 3 AND 200`),
    check("transfers_refund", sql`(${t.kind} = 'refund') = (${t.refundOf} IS NOT NULL)`),
  ],
);
