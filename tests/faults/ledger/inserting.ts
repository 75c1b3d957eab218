import { accountNumbered, lacks, owes, pick } from "./booking";
import type { Flow } from "./books";
import type { Account, Dice, LedgerModel } from "./model";

/** A statement that the ledger must refuse, and the words of the guard that is there to refuse it. */
export type Attempt = { sql: (world: LedgerModel, dice: Dice) => string | null; refusedBy: RegExp };

export type Row = { id?: number; key: string | null; kind: string | null; refundOf?: number } & Record<
  "debit" | "credit" | "amount",
  number | string | null
>;

type Way = Flow & { debit: Account; credit: Account };

/** Every way that a transfer could go now, whoever has how much. */
export function ways(world: LedgerModel): Way[] {
  const open = new Map<Account["kind"], Account[]>();
  for (const account of world.accounts) {
    if (!account.closed) open.set(account.kind, [...(open.get(account.kind) ?? []), account]);
  }
  return world.rules.flows.flatMap((flow) =>
    (open.get(flow.from) ?? []).flatMap((debit) =>
      (open.get(flow.to) ?? [])
        .filter((credit) => credit.id !== debit.id && !isBlocked(world, flow.kind, debit, credit))
        .map((credit) => ({ ...flow, debit, credit })),
    ),
  );
}

export function isBlocked(world: LedgerModel, kind: string, debit: Account, credit: Account) {
  return world.rules.blockedByDebt.has(kind) && (owes(world, debit) || owes(world, credit));
}

/**
 * A transfer that would be good, but for what `change` says: from whoever can; or from `payer`'s kind to where any amount
 * may go.
 */
export function fresh(
  world: LedgerModel,
  { a, amount }: Dice,
  change: Partial<Row> = {},
  payer?: Account["kind"],
): Row {
  const able = ways(world).filter(
    ({ debit, credit }) =>
      !lacks(debit, amount) &&
      (payer ? debit.kind === payer && credit.kind !== "debt" : credit.kind !== "debt" || credit.balance + amount <= 0),
  );
  const { kind, debit, credit } = pick(able, a);
  return { key: "attempt:1", kind, debit: debit.id, credit: credit.id, amount, ...change };
}

export function insert(row: Row, or = "") {
  const id = row.id === undefined ? "" : "id, ";
  return `INSERT ${or} INTO transfers (${id}idempotency_key, kind, debit_account, credit_account, amount, refund_of,
    subject, created_at) VALUES (${row.id === undefined ? "" : `${row.id}, `}${values(row)})`;
}

export function values({ key, kind, debit, credit, amount, refundOf }: Row) {
  return `${text(key)}, ${text(kind)}, ${debit}, ${credit}, ${amount}, ${refundOf ?? null}, 'user:1', 0`;
}

function text(value: string | null) {
  return value === null ? "NULL" : `'${value}'`;
}

/** Transfers that were not refunded, and whose receiver could give them back, with both of their accounts open. */
export function returnable(world: LedgerModel) {
  return world.transfers.filter((one) => {
    const [debit, credit] = [accountNumbered(world, one.debit), accountNumbered(world, one.credit)];
    const done = world.transfers.some(({ refundOf }) => refundOf === one.id);
    return !done && !debit.closed && !credit.closed && !lacks(credit, one.amount);
  });
}
