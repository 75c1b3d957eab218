import type Database from "better-sqlite3";
import type { accountKinds, transferKinds } from "~/db/schema/values";

type AccountKind = (typeof accountKinds)[number];
type TransferKind = (typeof transferKinds)[number];

export type Account = {
  id: number;
  kind: AccountKind;
  ownerKind: string;
  ownerId: number;
  balance: number;
  last: number;
  closed: number;
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

export type Flow = { kind: Exclude<TransferKind, "refund">; from: AccountKind; to: AccountKind };
export type Rules = { flows: Flow[]; refundable: Set<string>; blockedByDebt: Set<string> };

const statements = new WeakMap<Database.Database, { accounts: Database.Statement; transfers: Database.Statement }>();

/** Every row of the two tables. */
export function readBooks(sqlite: Database.Database) {
  let read = statements.get(sqlite);
  if (!read) {
    read = {
      accounts: sqlite.prepare(
        `SELECT id, kind, owner_kind AS ownerKind, owner_id AS ownerId, balance, last_transfer_id AS last, closed
          FROM accounts ORDER BY id`,
      ),
      transfers: sqlite.prepare(
        `SELECT id, idempotency_key AS key, kind, debit_account AS debit, credit_account AS credit, amount,
          refund_of AS refundOf FROM transfers ORDER BY id`,
      ),
    };
    statements.set(sqlite, read);
  }
  return { accounts: read.accounts.all() as Account[], transfers: read.transfers.all() as Transfer[] };
}

/** What the rows of kinds say; that they say what decision 018 does has a test of its own. */
export function readRules(sqlite: Database.Database): Rules {
  const kinds = (flag: string) =>
    new Set(sqlite.prepare(`SELECT kind FROM transfer_kinds WHERE ${flag} = 1`).pluck().all() as string[]);
  return {
    flows: sqlite
      .prepare('SELECT kind, from_kind AS "from", to_kind AS "to" FROM transfer_flows ORDER BY 1, 2, 3')
      .all() as Flow[],
    refundable: kinds("refundable"),
    blockedByDebt: kinds("blocked_by_debt"),
  };
}
