import { and, eq, sql } from "drizzle-orm";
import type { Db, Tx } from "~/db/client";
import { prepared } from "~/db/prepared";
import { accounts } from "~/db/schema/wallet";
import type { accountKinds } from "~/db/schema/values";

/** Whose account: a user's by user id, a crucible's escrow by crucible id. The mint and the house have owner 0. */
export type Holder = { kind: (typeof accountKinds)[number]; ownerId: number };

export const mint: Holder = { kind: "mint", ownerId: 0 };
export const house: Holder = { kind: "house", ownerId: 0 };

/** A person's own account. */
export function wallet(userId: number): Holder {
  return { kind: "user", ownerId: userId };
}

/** Where a crucible's pool lies until it is paid out or given back. */
export function escrow(crucibleId: number): Holder {
  return { kind: "escrow", ownerId: crucibleId };
}

/** Opens an account with nothing in it. Throws when the holder has one already. */
export async function openAccount(tx: Tx, { holder, now }: { holder: Holder; now: Date }) {
  await tx.insert(accounts).values({ ...holder, createdAt: now });
}

/** Whole Buzz in a holder's account. For a crucible's escrow this is the prize pool as it stands. */
export async function balanceOf(db: Db, holder: Holder) {
  return (await accountOf(db, holder)).balance;
}

/** Throws when there is no such account: everyone who can hold Buzz has one. */
export async function accountOf(db: Db, { kind, ownerId }: Holder) {
  const account = await statements(db).account.get({ kind, ownerId });
  if (!account) throw new Error(`No ${kind} account for ${ownerId}.`);
  return account;
}

const statements = prepared((db) => ({
  account: db
    .select({ id: accounts.id, balance: accounts.balance })
    .from(accounts)
    .where(and(eq(accounts.kind, sql.placeholder("kind")), eq(accounts.ownerId, sql.placeholder("ownerId"))))
    .prepare(),
}));
