import { isDeepStrictEqual } from "node:util";
import { Broken } from "./model";
import type { Account, Transfer, LedgerModel } from "./model";

export type Wanted = Omit<Transfer, "id" | "refundOf"> & { refundOf?: number | null };
export type Outcome<T> = { value?: T; threw?: unknown };

export async function tried<T>(verb: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { value: await verb() };
  } catch (error) {
    return { threw: error };
  }
}

export function agree(name: string, found: unknown, wanted: unknown) {
  if (!isDeepStrictEqual(found, wanted)) {
    throw new Broken(name, `the model says ${JSON.stringify(wanted)}, the wallet ${JSON.stringify(found)}`);
  }
}

/** Books a transfer whose number the verb did not tell. */
export function bookNewest(world: LedgerModel, name: string, wanted: Wanted) {
  const newest = world.sqlite.prepare("SELECT id FROM transfers WHERE idempotency_key = ?").pluck().get(wanted.key);
  if (newest === undefined) throw new Broken(name, `there is no ${wanted.key}`);
  book(world, name, newest as number, wanted);
}

export function book(world: LedgerModel, name: string, id: number, wanted: Wanted) {
  agree(name, id > (world.transfers.at(-1)?.id ?? 0), true);
  const { key, kind, debit, credit, amount, refundOf = null } = wanted;
  // In the order in which the database gives the columns: rows are compared as JSON.
  world.transfers.push({ id, key, kind, debit, credit, amount, refundOf });
  for (const account of world.accounts) {
    if (account.id !== debit && account.id !== credit) continue;
    account.balance += account.id === debit ? -amount : amount;
    account.last = id;
  }
}

/** What comes into the wallet of a person in debt goes on into the debt. */
export function bookRepayment(world: LedgerModel, name: string, into: Account, key: string) {
  const debt = into.kind === "user" ? debtAccount(world, into.ownerId) : undefined;
  const amount = Math.min(-(debt?.balance ?? 0), into.balance);
  if (!debt || amount <= 0) return;
  bookNewest(world, name, { key, kind: "debt", debit: into.id, credit: debt.id, amount });
}

export function debtAccount(world: LedgerModel, userId: number) {
  return world.accounts.find(({ kind, ownerId }) => kind === "debt" && ownerId === userId);
}

export function owes(world: LedgerModel, { ownerKind, ownerId }: Account) {
  return ownerKind === "user" && (debtAccount(world, ownerId)?.balance ?? 0) < 0;
}

/** An account that a verb has opened on its way. */
export function addOpened(world: LedgerModel, account: Pick<Account, "kind" | "ownerKind" | "ownerId">) {
  const { id } = world.sqlite.prepare("SELECT max(id) AS id FROM accounts").get() as { id: number };
  const opened = { id, ...account, balance: 0, last: 0, closed: 0 };
  world.accounts.push(opened);
  return opened;
}

export function lacks(account: Account, amount: number) {
  return account.kind !== "mint" && account.kind !== "debt" && account.balance < amount;
}

export function accountNumbered(world: LedgerModel, id: number) {
  return world.accounts.find((account) => account.id === id)!;
}

export function pick<T>(from: readonly T[], dice: number) {
  return from[dice % from.length]!;
}
