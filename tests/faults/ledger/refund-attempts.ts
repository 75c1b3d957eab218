import { accountNumbered, pick } from "./booking";
import { fresh, insert, returnable } from "./inserting";
import type { Attempt, Row } from "./inserting";
import type { Dice, Transfer, LedgerModel } from "./model";

const duplicate = /ledger: duplicate transfer/;
const reverse = /ledger: a refund must reverse its transfer/;
const unrefunded = /ledger: this kind is not refunded/;

/** Ways to get back more than was paid, or what somebody else paid. */
export const refundAttempts: Record<string, Attempt> = {
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
  "refund to somebody else": { sql: (w, d) => reversal(w, d, (t) => ({ credit: third(w, t) })), refusedBy: reverse },
  "refund out of another pocket": {
    sql: (w, d) => reversal(w, d, (t) => ({ debit: third(w, t) })),
    refusedBy: reverse,
  },
  "refund nothing": { sql: (w, d) => insert(fresh(w, d, { kind: "refund", refundOf: 1e9 })), refusedBy: reverse },
  "refund a refund": {
    sql: (w, d) =>
      reversal(
        w,
        d,
        () => ({}),
        ({ kind }) => kind === "refund",
      ),
    refusedBy: unrefunded,
  },
  "refund what is not refunded": {
    sql: (w, d) =>
      reversal(
        w,
        d,
        () => ({}),
        ({ kind }) => !w.rules.refundable.has(kind),
      ),
    refusedBy: unrefunded,
  },
  "refund without naming what": {
    sql: (w, d) => insert(fresh(w, d, { kind: "refund" })),
    refusedBy: /transfers_refund/,
  },
  "call a refund a prize": {
    sql: (w, d) => reversal(w, d, () => ({ kind: "prize" })),
    refusedBy: /transfers_refund|ledger: this kind does not go this way/,
  },
  "call a refund an adjustment": {
    sql: (w, d) =>
      reversal(
        w,
        d,
        () => ({ kind: "adjustment" }),
        ({ kind }) => kind === "grant",
      ),
    refusedBy: /transfers_refund/,
  },
};

/** A refund of a transfer that could be refunded now, but for what `change` says. */
function reversal(
  world: LedgerModel,
  { a }: Dice,
  change: (of: Transfer) => Partial<Row>,
  which = ({ kind }: Transfer) => world.rules.refundable.has(kind),
) {
  const able = returnable(world).filter(which);
  if (able.length === 0) return null;
  const of = pick(able, a);
  const back = { debit: of.credit, credit: of.debit, amount: of.amount, refundOf: of.id };
  return insert({ key: "attempt:2", kind: "refund", ...back, ...change(of) });
}

/** The first refund once more, under another key, out of a pocket that could pay it again. */
function again(world: LedgerModel, or: string) {
  const able = world.transfers.find(
    ({ refundOf, debit, amount }) => refundOf && accountNumbered(world, debit).balance >= amount,
  );
  return able ? insert({ ...able, id: undefined, key: "attempt:3", refundOf: able.refundOf! }, or) : null;
}

function third(world: LedgerModel, { debit, credit }: Transfer) {
  return world.accounts.find(({ id }) => id !== debit && id !== credit)!.id;
}
