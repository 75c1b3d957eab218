import { debtAccount, lacks, pick } from "./booking";
import { fresh, insert, isBlocked, values, ways } from "./inserting";
import type { Attempt } from "./inserting";
import type { Account, Dice, LedgerModel } from "./model";

const duplicate = /ledger: duplicate transfer/;
const append = /ledger: transfers are append-only/;
const way = /ledger: this kind does not go this way/;
const closed = /ledger: this account is closed/;
const inDebt = /ledger: not while in debt/;
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

  overdraw: { sql: (w, d) => overdraft(w, d, "")?.sql ?? null, refusedBy: tooLittle },
  "overdraw OR IGNORE": { sql: (w, d) => overdraft(w, d, "OR IGNORE")?.sql ?? null, refusedBy: tooLittle },
  "overdraw OR FAIL": { sql: (w, d) => overdraft(w, d, "OR FAIL")?.sql ?? null, refusedBy: tooLittle },
  "overdraw by halves": {
    sql: (w, d) => {
      const first = overdraft(w, d, "OR FAIL", 0);
      return first && `${first.sql}, (${values({ ...first.row, key: "attempt:5", amount: 1 })})`;
    },
    refusedBy: tooLittle,
  },
  "repay more than is owed": {
    sql: (w) => {
      const debt = debtAccount(w, 3)!;
      const row = { key: "attempt:6", kind: "forgiveness", debit: 1, credit: debt.id, amount: 1 - debt.balance };
      return row.amount > 1e12 ? null : insert(row);
    },
    refusedBy: /ledger: more than is owed/,
  },

  "send a kind another way": { sql: (w, d) => astray(w, d), refusedBy: way },
  "put blue Buzz into an escrow": { sql: (w, d) => blue(w, d, "entry-fee", "escrow"), refusedBy: way },
  "turn blue Buzz into a prize": { sql: (w, d) => blue(w, d, "prize", "user"), refusedBy: way },
  "give blue Buzz back to the mint": { sql: (w, d) => blue(w, d, "clawback", "mint"), refusedBy: way },
  "pay into a closed account": { sql: (w) => closing(w, "entry-fee", 3, shut(w)), refusedBy: closed },
  "pay out of a closed account": { sql: (w) => closing(w, "prize", shut(w), 3), refusedBy: closed },
  "spend while in debt": { sql: (w, d) => indebted(w, d, "spend"), refusedBy: inDebt },
  "claim while in debt": { sql: (w, d) => indebted(w, d, "claim"), refusedBy: inDebt },

  "move nothing": { sql: (w, d) => insert(fresh(w, d, { amount: 0 })), refusedBy: /transfers_amount/ },
  "move less than nothing": {
    sql: (w, d) => insert(fresh(w, d, { amount: -d.amount })),
    refusedBy: /transfers_amount/,
  },
  "move more than a trillion": {
    sql: (w, d) => insert(fresh(w, d, { amount: 1e12 + 1 }, "mint")),
    refusedBy: /transfers_amount/,
  },
  "move more than a number holds": {
    sql: (w, d) => insert(fresh(w, d, { amount: "9223372036854775808" }, "mint")),
    refusedBy: /cannot store REAL/,
  },
  "move half a Buzz": { sql: (w, d) => insert(fresh(w, d, { amount: 1.5 }, "mint")), refusedBy: /cannot store REAL/ },
  "move a word": { sql: (w, d) => insert(fresh(w, d, { amount: "'lots'" }, "mint")), refusedBy: /cannot store TEXT/ },
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
  "pay oneself": { sql: (w) => payOneself(w), refusedBy: /transfers_two_accounts/ },
  "move for an unknown cause": { sql: (w, d) => insert(fresh(w, d, { kind: "theft" })), refusedBy: way },
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
function ahead(world: LedgerModel, dice: Dice, change: string, side: "debit" | "credit") {
  return `CREATE TEMP TRIGGER ahead AFTER INSERT ON main.transfers BEGIN
      UPDATE accounts SET balance = balance ${change}, last_transfer_id = NEW.id WHERE id = NEW.${side}_account; END;
    CREATE TEMP TRIGGER still BEFORE UPDATE ON main.accounts WHEN NEW.last_transfer_id = OLD.last_transfer_id
      BEGIN SELECT RAISE(IGNORE); END;
    ${insert(fresh(world, dice))}`;
}

/** More than a payer has, on a way that is otherwise good; null where the limit of a transfer would refuse it first. */
function overdraft(world: LedgerModel, { a, amount: more }: Dice, or: string, beyond = more) {
  const able = ways(world).filter(({ debit, credit }) => lacks(debit, 1e15) && credit.kind !== "debt");
  const { kind, debit, credit } = pick(able, a);
  const amount = debit.balance + beyond || 1;
  const row = { key: "attempt:4", kind, debit: debit.id, credit: credit.id, amount };
  return amount > 1e12 ? null : { row, sql: insert(row, or) };
}

/** Only a kind that goes between two accounts of one kind could go from an account to itself. */
function payOneself(world: LedgerModel) {
  const able = world.accounts.find(({ kind, balance }) => kind === "winnings" && balance > 0);
  return able ? insert({ key: "attempt:7", kind: "ruling", debit: able.id, credit: able.id, amount: 1 }) : null;
}

/** Between two accounts that could, by a kind that may not. */
function astray(world: LedgerModel, { a, b, c, amount }: Dice) {
  const { kind } = pick(world.rules.flows, c);
  const open = world.accounts.filter((account) => !account.closed);
  const debit = pick(
    open.filter((account) => !lacks(account, amount)),
    a,
  );
  const goes = new Set(ways(world).flatMap((way) => (way.kind === kind && way.from === debit.kind ? [way.to] : [])));
  const credits = open.filter((one) => one.id !== debit.id && one.kind !== "debt" && !goes.has(one.kind));
  const able = credits.filter((credit) => !isBlocked(world, kind, debit, credit));
  return able.length > 0 ? insert({ key: "attempt:8", kind, debit: debit.id, credit: pick(able, b).id, amount }) : null;
}

function blue(world: LedgerModel, { b }: Dice, kind: string, to: Account["kind"]) {
  const purse = world.accounts.find((account) => account.kind === "blue" && account.balance > 0);
  const able = world.accounts.filter((account) => account.kind === to && !account.closed);
  return purse ? insert({ key: "attempt:9", kind, debit: purse.id, credit: pick(able, b).id, amount: 1 }) : null;
}

function closing(world: LedgerModel, kind: string, debit: number, credit: number) {
  const payer = world.accounts.find(({ id }) => id === debit)!;
  return payer.closed || payer.balance > 0 ? insert({ key: "attempt:10", kind, debit, credit, amount: 1 }) : null;
}

function shut(world: LedgerModel) {
  return world.accounts.find((account) => account.closed)!.id;
}

/** Somebody who owes, and has Buzz that came in past the verbs. */
function indebted(world: LedgerModel, { c }: Dice, how: "spend" | "claim") {
  const debtors = world.accounts.filter(({ kind, ownerId, balance }) => {
    return kind === "user" && (debtAccount(world, ownerId)?.balance ?? 0) < 0 && (how === "claim" || balance > 0);
  });
  if (debtors.length === 0) return null;
  const [debtor, house] = [pick(debtors, c), world.accounts.find(({ kind }) => kind === "house")!];
  const ends =
    how === "spend"
      ? { kind: "setup-fee", debit: debtor.id, credit: house.id }
      : { kind: "daily", debit: 1, credit: debtor.id };
  return insert({ key: "attempt:11", ...ends, amount: 1 });
}

function some(world: LedgerModel, { a }: Dice) {
  return pick(world.transfers, a);
}

function other(world: LedgerModel, { a }: Dice) {
  return pick(world.transfers, a + 1);
}
