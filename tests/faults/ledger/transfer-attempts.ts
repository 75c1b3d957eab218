import { pick } from "./deeds";
import type { Account, Dice, Transfer, World } from "./world";

/** A statement that the ledger must refuse, and the words of the guard that is there to refuse it. */
export type Attempt = { sql: (world: World, dice: Dice) => string | null; refusedBy: RegExp };

type Row = { id?: number; key: string | null; kind: string | null; refundOf?: number } & Record<
  "debit" | "credit" | "amount",
  number | string | null
>;

const duplicate = /ledger: duplicate transfer/;
const append = /ledger: transfers are append-only/;
const reverse = /ledger: a refund must reverse its transfer/;
const tooLittle = /ledger: too little in the account/;
const lockstep = /ledger: a balance moves only with its transfer/;
const bothMove = /ledger: both balances must move/;

/** Ways to lie to the table of transfers, from a connection that can say anything. */
export const transferAttempts: Record<string, Attempt> = {
  "change an amount": {
    sql: (w, d) => `UPDATE transfers SET amount = amount + 1 WHERE id = ${some(w, d).id}`,
    refusedBy: append,
  },
  "change a key by UPDATE OR REPLACE": {
    sql: (w, d) => `UPDATE OR REPLACE transfers SET idempotency_key = '${other(w, d).key}' WHERE id = ${some(w, d).id}`,
    refusedBy: append,
  },
  "delete a transfer": { sql: (w, d) => `DELETE FROM transfers WHERE id = ${some(w, d).id}`, refusedBy: append },
  "delete every transfer": { sql: () => "DELETE FROM transfers", refusedBy: append },

  "use a key twice": { sql: (w, d) => insert(fresh(w, d, { key: some(w, d).key })), refusedBy: duplicate },
  "use a number twice": { sql: (w, d) => insert(fresh(w, d, { id: some(w, d).id })), refusedBy: duplicate },
  "replace a transfer by its key": {
    sql: (w, d) => insert(fresh(w, d, { key: some(w, d).key }), "OR REPLACE"),
    refusedBy: duplicate,
  },
  "replace a transfer by its number": {
    sql: (w, d) => insert(fresh(w, d, { id: some(w, d).id }), "OR REPLACE"),
    refusedBy: duplicate,
  },
  "upsert over a transfer": {
    sql: (w, d) =>
      insert(fresh(w, d, { key: some(w, d).key })) + " ON CONFLICT (idempotency_key) DO UPDATE SET amount = amount + 1",
    refusedBy: duplicate,
  },
  "number a transfer backwards": {
    sql: (w, d) => insert(fresh(w, d, { id: -1 - (d.c % 2) })),
    refusedBy: lockstep,
  },

  "refund twice": { sql: (w) => again(w, ""), refusedBy: duplicate },
  "replace a refund": { sql: (w) => again(w, "OR REPLACE"), refusedBy: duplicate },
  "upsert over a refund": {
    sql: (w) => again(w, "") && `${again(w, "")} ON CONFLICT (refund_of) WHERE refund_of IS NOT NULL DO NOTHING`,
    refusedBy: duplicate,
  },
  "refund another amount": {
    sql: (w, d) => reversal(w, d, (t) => ({ amount: t.amount - 1 || 2 })),
    refusedBy: reverse,
  },
  "refund to somebody else": {
    sql: (w, d) =>
      reversal(w, d, (t) => ({ credit: w.accounts.find(({ id }) => id !== t.debit && id !== t.credit)!.id })),
    refusedBy: reverse,
  },
  "refund out of another pocket": {
    sql: (w, d) =>
      reversal(w, d, (t) => ({ debit: w.accounts.find(({ id }) => id !== t.debit && id !== t.credit)!.id })),
    refusedBy: reverse,
  },
  "refund nothing": { sql: (w, d) => insert(fresh(w, d, { kind: "refund", refundOf: 1e9 })), refusedBy: reverse },
  "refund a refund": { sql: (w, d) => reversal(w, d, () => ({}), "refund"), refusedBy: reverse },
  "refund without naming what": {
    sql: (w, d) => insert(fresh(w, d, { kind: "refund" })),
    refusedBy: /transfers_refund/,
  },
  "call a refund a prize": { sql: (w, d) => reversal(w, d, () => ({ kind: "prize" })), refusedBy: /transfers_refund/ },

  overdraw: { sql: (w, d) => overdraft(w, d, ""), refusedBy: tooLittle },
  "overdraw OR IGNORE": { sql: (w, d) => overdraft(w, d, "OR IGNORE"), refusedBy: tooLittle },
  "overdraw OR FAIL": { sql: (w, d) => overdraft(w, d, "OR FAIL"), refusedBy: tooLittle },
  "overdraw by halves": {
    sql: (w, d) => {
      const first = overdraft(w, d, "OR FAIL", 0);
      return first && `${first}, (${values(fresh(w, d, { debit: poor(w, d).id, credit: 1 }))})`;
    },
    refusedBy: tooLittle,
  },

  "move nothing": { sql: (w, d) => insert(fresh(w, d, { amount: 0 })), refusedBy: /transfers_amount/ },
  "move less than nothing": {
    sql: (w, d) => insert(fresh(w, d, { amount: -d.amount })),
    refusedBy: /transfers_amount/,
  },
  "move more than a trillion": {
    sql: (w, d) => insert(fresh(w, d, { debit: 1, amount: 1e12 + 1 })),
    refusedBy: /transfers_amount/,
  },
  "move more than a number holds": {
    sql: (w, d) => insert(fresh(w, d, { debit: 1, amount: "9223372036854775808" })),
    refusedBy: /cannot store REAL/,
  },
  "move half a Buzz": { sql: (w, d) => insert(fresh(w, d, { debit: 1, amount: 1.5 })), refusedBy: /cannot store REAL/ },
  "move a word": { sql: (w, d) => insert(fresh(w, d, { debit: 1, amount: "'lots'" })), refusedBy: /cannot store TEXT/ },
  "move without an amount": { sql: (w, d) => insert(fresh(w, d, { amount: null })), refusedBy: /NOT NULL.*amount/ },
  "move without a key": { sql: (w, d) => insert(fresh(w, d, { key: null })), refusedBy: /NOT NULL.*idempotency_key/ },
  "move without a kind": { sql: (w, d) => insert(fresh(w, d, { kind: null })), refusedBy: /NOT NULL.*kind/ },
  "move out of no account": {
    sql: (w, d) => insert(fresh(w, d, { debit: null })),
    refusedBy: /NOT NULL.*debit_account/,
  },
  "move into no account": {
    sql: (w, d) => insert(fresh(w, d, { credit: null })),
    refusedBy: /NOT NULL.*credit_account/,
  },
  "move out of an unknown account": { sql: (w, d) => insert(fresh(w, d, { debit: 1e6 })), refusedBy: bothMove },
  "move into an unknown account": { sql: (w, d) => insert(fresh(w, d, { credit: 1e6 })), refusedBy: bothMove },
  "pay oneself": { sql: (w, d) => insert(fresh(w, d, { debit: 1, credit: 1 })), refusedBy: /transfers_two_accounts/ },
  "move for an unknown cause": { sql: (w, d) => insert(fresh(w, d, { kind: "theft" })), refusedBy: /transfers_kind/ },
  "give too short a key": { sql: (w, d) => insert(fresh(w, d, { key: "k" })), refusedBy: /transfers_key/ },
  "hold the balances still": {
    sql: (w, d) => `CREATE TEMP TRIGGER still BEFORE UPDATE ON main.accounts BEGIN SELECT RAISE(IGNORE); END;
      ${insert(fresh(w, d))}`,
    refusedBy: bothMove,
  },
  "take more than a transfer gives": { sql: (w, d) => ahead(w, d, "+ NEW.amount + 1", "credit"), refusedBy: lockstep },
  "pay less than a transfer takes": { sql: (w, d) => ahead(w, d, "- NEW.amount + 1", "debit"), refusedBy: lockstep },
};

/** Moves one side before the ledger does, by `change`, and then holds it still while the ledger would. */
function ahead(world: World, dice: Dice, change: string, side: "debit" | "credit") {
  return `CREATE TEMP TRIGGER ahead AFTER INSERT ON main.transfers BEGIN
      UPDATE accounts SET balance = balance ${change}, last_transfer_id = NEW.id WHERE id = NEW.${side}_account; END;
    CREATE TEMP TRIGGER still BEFORE UPDATE ON main.accounts WHEN NEW.last_transfer_id = OLD.last_transfer_id
      BEGIN SELECT RAISE(IGNORE); END;
    ${insert(fresh(world, dice))}`;
}

/** A transfer that would be good, but for what `change` says: from the mint or someone who can, to someone else. */
function fresh(world: World, { a, b, amount }: Dice, change: Partial<Row> = {}): Row {
  const payers = world.accounts.filter(({ kind, balance }) => kind === "mint" || balance >= amount);
  const debit = change.debit === undefined ? pick(payers, a).id : change.debit;
  const credit = pick(
    world.accounts.filter(({ id }) => id !== debit),
    b,
  ).id;
  return { key: "attempt:1", kind: "adjustment", credit, amount, ...change, debit };
}

function insert(row: Row, or = "") {
  const id = row.id === undefined ? "" : "id, ";
  return `INSERT ${or} INTO transfers (${id}idempotency_key, kind, debit_account, credit_account, amount, refund_of,
    subject, created_at) VALUES (${row.id === undefined ? "" : `${row.id}, `}${values(row)})`;
}

function values({ key, kind, debit, credit, amount, refundOf }: Row) {
  return `${text(key)}, ${text(kind)}, ${debit}, ${credit}, ${amount}, ${refundOf ?? null}, 'user:1', 0`;
}

function text(value: string | null) {
  return value === null ? "NULL" : `'${value}'`;
}

/** A refund of a transfer that could be refunded now, but for what `change` says. */
function reversal(world: World, { a }: Dice, change: (of: Transfer) => Partial<Row>, kind = "") {
  const able = world.transfers.filter((one) => {
    const payer = account(world, one.credit);
    const done = world.transfers.some(({ refundOf }) => refundOf === one.id);
    return (
      !done && (kind === "refund") === (one.kind === "refund") && (payer.kind === "mint" || payer.balance >= one.amount)
    );
  });
  if (able.length === 0) return null;
  const of = pick(able, a);
  const { debit, credit, amount, id } = of;
  return insert({
    key: "attempt:2",
    kind: "refund",
    debit: credit,
    credit: debit,
    amount,
    refundOf: id,
    ...change(of),
  });
}

/** The first refund once more, under another key, out of a pocket that could pay it again. */
function again(world: World, or: string) {
  const able = world.transfers.find(
    ({ refundOf, debit, amount }) => refundOf && account(world, debit).balance >= amount,
  );
  return able ? insert({ ...able, id: undefined, key: "attempt:3", refundOf: able.refundOf! }, or) : null;
}

/** Null for an account so rich that the limit of a transfer would refuse it first. */
function overdraft(world: World, dice: Dice, or: string, beyond = dice.amount) {
  const { id, balance } = poor(world, dice);
  const credit = pick(
    world.accounts.filter((account) => account.id !== id),
    dice.b,
  ).id;
  const amount = beyond === 0 && balance === 0 ? 1 : balance + beyond;
  return amount > 1e12 ? null : insert({ key: "attempt:4", kind: "prize", debit: id, credit, amount }, or);
}

function poor(world: World, { a }: Dice): Account {
  return pick(
    world.accounts.filter(({ kind }) => kind !== "mint"),
    a,
  );
}

function account(world: World, id: number) {
  return world.accounts.find((one) => one.id === id)!;
}

function some(world: World, { a }: Dice) {
  return pick(world.transfers, a);
}

function other(world: World, { a }: Dice) {
  return pick(world.transfers, a + 1);
}
