import { pick } from "./booking";
import type { Attempt } from "./inserting";
import type { Account, Dice, LedgerModel } from "./model";

const lockstep = /ledger: a balance moves only with its transfer/;
const identity = /ledger: an account cannot change hands/;
const exists = /ledger: account exists/;
const owner = /ledger: no account of this kind has such an owner/;
const closing = /ledger: only an empty holding account closes, and for good/;
const zero = /ledger: an account opens at zero/;

/** Ways to lie to the table of accounts. */
export const accountAttempts: Record<string, Attempt> = {
  "write a balance": { sql: (w, d) => update(w, d, `balance = balance + ${d.amount}`), refusedBy: lockstep },
  "write a balance OR IGNORE": {
    sql: (w, d) => update(w, d, `balance = balance + ${d.amount}`).replace("UPDATE", "UPDATE OR IGNORE"),
    refusedBy: lockstep,
  },
  "write every balance": { sql: () => "UPDATE accounts SET balance = 0", refusedBy: lockstep },
  "point an account at another transfer": {
    sql: (w, d) => update(w, d, `last_transfer_id = ${d.c % 9} + 20`),
    refusedBy: lockstep,
  },
  "take a transfer twice": {
    sql: (w, d) => applied(w, d, ({ debit, amount }, id) => (debit === id ? -amount : amount)),
    refusedBy: lockstep,
  },
  "take the other side of a transfer": {
    sql: (w, d) => applied(w, d, ({ debit, amount }, id) => (debit === id ? amount : -amount)),
    refusedBy: lockstep,
  },
  "take somebody else's transfer": { sql: (w, d) => crossOrigin(w, d, 1), refusedBy: lockstep },
  "be charged for somebody else's transfer": { sql: (w, d) => crossOrigin(w, d, -1), refusedBy: lockstep },

  "open an account with money in it": { sql: (_, d) => open({ balance: d.amount }), refusedBy: zero },
  "open an account in debt": { sql: (_, d) => open({ balance: -d.amount }), refusedBy: zero },
  "open an account ahead of its time": { sql: (_, d) => open({ last: 1 + (d.a % 50) }), refusedBy: zero },
  "open an account a second time": { sql: (w, d) => open(taken(w, d)), refusedBy: exists },
  "replace an account by its owner": {
    sql: (w, d) => open(taken(w, d)).replace("INSERT", "REPLACE"),
    refusedBy: exists,
  },
  "replace an account by its number": {
    sql: (w, d) => open({ id: pick(w.accounts, d.a).id }).replace("INSERT", "REPLACE"),
    refusedBy: exists,
  },
  "upsert over an account": {
    sql: (w, d) => `${open(taken(w, d))} ON CONFLICT (kind, owner_kind, owner_id) DO UPDATE SET balance = balance + 1`,
    refusedBy: exists,
  },
  "open an account that is closed": { sql: () => open({ closed: 1 }), refusedBy: zero },
  "open a second mint": { sql: () => open({ kind: "'mint'", ownerKind: "''" }), refusedBy: /accounts_single/ },
  "open a second debt": { sql: () => open({ kind: "'debt'", owner: 3 }), refusedBy: exists },
  "open a crucible's wallet": { sql: () => open({ ownerKind: "'crucible'" }), refusedBy: owner },
  "open a person's escrow": { sql: () => open({ kind: "'escrow'" }), refusedBy: owner },
  "open a blue wallet of nobody": {
    sql: () => open({ kind: "'blue'", ownerKind: "''", owner: 0 }),
    refusedBy: owner,
  },
  "open nobody's wallet": { sql: () => open({ owner: 0 }), refusedBy: /accounts_single/ },
  "open a bank": { sql: () => open({ kind: "'bank'" }), refusedBy: owner },
  "open an account numbered below one": { sql: (_, d) => open({ id: -(d.a % 3) }), refusedBy: /accounts_id/ },
  "open an account of no kind": { sql: () => open({ kind: "NULL" }), refusedBy: /NOT NULL.*kind/ },
  "open an account of no kind of owner": { sql: () => open({ ownerKind: "NULL" }), refusedBy: /NOT NULL.*owner_kind/ },
  "open an account neither open nor closed": { sql: () => open({ closed: "NULL" }), refusedBy: /NOT NULL.*closed/ },
  "open an account of no owner": { sql: () => open({ owner: "NULL" }), refusedBy: /NOT NULL.*owner_id/ },
  "open an account of an owner by name": { sql: () => open({ owner: "'seven'" }), refusedBy: /cannot store TEXT/ },
  "open an account without a balance": { sql: () => open({ balance: "NULL" }), refusedBy: /NOT NULL.*balance/ },
  "open an account without a past": { sql: () => open({ last: "NULL" }), refusedBy: /NOT NULL.*last_transfer_id/ },

  "delete an account": {
    sql: (w, d) => `DELETE FROM accounts WHERE id = ${pick(w.accounts, d.a).id}`,
    refusedBy: /ledger: accounts are permanent/,
  },
  "give an account away": { sql: (w, d) => update(w, d, "owner_id = 900"), refusedBy: identity },
  "make an account a mint": {
    sql: (w, d) => `UPDATE accounts SET kind = 'mint', owner_id = 0 WHERE id = ${pick(w.accounts.slice(1), d.a).id}`,
    refusedBy: identity,
  },
  "make an account another kind": {
    sql: (w, d) => update(w, d, "kind = CASE kind WHEN 'user' THEN 'escrow' ELSE 'user' END"),
    refusedBy: identity,
  },
  "give an account to another kind of owner": {
    sql: (w, d) => update(w, d, "owner_kind = CASE owner_kind WHEN 'user' THEN 'crucible' ELSE 'user' END"),
    refusedBy: identity,
  },
  "close an account with Buzz in it": { sql: (w, d) => close(w, d, ({ balance }) => balance > 0), refusedBy: closing },
  "close a wallet": { sql: (w, d) => close(w, d, ({ kind }) => UNHELD.has(kind)), refusedBy: closing },
  "reopen an account": {
    sql: (w, d) => close(w, d, ({ closed }) => closed === 1)!.replace("closed = 1", "closed = 0"),
    refusedBy: closing,
  },
  "close an account beyond closed": {
    sql: (w, d) =>
      close(w, d, (one) => one.closed === 0 && one.balance === 0 && !UNHELD.has(one.kind))?.replace("= 1", "= 2") ??
      null,
    refusedBy: /accounts_closed/,
  },
  "backdate an account": { sql: (w, d) => update(w, d, "created_at = created_at - 1"), refusedBy: identity },
  "renumber an account": { sql: (w, d) => update(w, d, "id = id + 900"), refusedBy: identity },
  "renumber an account as rowid": { sql: (w, d) => update(w, d, "rowid = rowid + 900"), refusedBy: identity },
};

function update(world: LedgerModel, { a }: Dice, change: string) {
  return `UPDATE accounts SET ${change} WHERE id = ${pick(world.accounts, a).id}`;
}

type Cells = Partial<Record<"id" | "kind" | "ownerKind" | "owner" | "balance" | "last" | "closed", number | string>>;

const nobodys: Required<Cells> = {
  id: "NULL",
  kind: "'user'",
  ownerKind: "'user'",
  owner: 901,
  balance: 0,
  last: 0,
  closed: 0,
};

function open(cells: Cells) {
  const { id, kind, ownerKind, owner, balance, last, closed } = { ...nobodys, ...cells };
  return `INSERT INTO accounts (id, kind, owner_kind, owner_id, balance, last_transfer_id, closed, created_at)
    VALUES (${id}, ${kind}, ${ownerKind}, ${owner}, ${balance}, ${last}, ${closed}, 0)`;
}

/** Kinds that hold nobody else's Buzz, and never close. */
const UNHELD = new Set<Account["kind"]>(["mint", "house", "user", "blue", "debt"]);

function close(world: LedgerModel, { a }: Dice, which: (account: Account) => boolean) {
  const able = world.accounts.filter(which);
  return able.length > 0 ? `UPDATE accounts SET closed = 1 WHERE id = ${pick(able, a).id}` : null;
}

function taken(world: LedgerModel, { a }: Dice) {
  const { kind, ownerKind, ownerId } = pick(world.accounts, a);
  return { kind: `'${kind}'`, ownerKind: `'${ownerKind}'`, owner: ownerId };
}

/** Sets an account to what its last transfer would make of it, had it not been counted yet. */
function applied(
  world: LedgerModel,
  { a }: Dice,
  signed: (last: LedgerModel["transfers"][number], id: number) => number,
) {
  const used = world.accounts.filter(({ last }) => last > 0);
  const { id, balance, last } = pick(used, a);
  const next =
    balance +
    signed(
      world.transfers.find((one) => one.id === last)!,
      id,
    );
  return `UPDATE accounts SET balance = ${next}, last_transfer_id = ${last} WHERE id = ${id}`;
}

/** Counts a transfer for an account that has no part in it. */
function crossOrigin(world: LedgerModel, { a }: Dice, sign: 1 | -1) {
  const { id, debit, credit, amount } = pick(world.transfers, a);
  const strangers = world.accounts.filter((one) => one.id !== debit && one.id !== credit && one.last < id);
  const able = strangers.filter(({ balance }) => balance + sign * amount >= 0);
  if (able.length === 0) return null;
  const other = pick(able, a);
  return `UPDATE accounts SET balance = ${other.balance + sign * amount}, last_transfer_id = ${id} WHERE id = ${other.id}`;
}
