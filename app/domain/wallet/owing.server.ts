import { and, eq, gt, lt, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Db, Tx } from "~/db/client";
import { prepared } from "~/db/prepared";
import { accounts, transferKindRows, transfers } from "~/db/schema/wallet";
import type { transferKinds } from "~/db/schema/values";
import { inBatches } from "~/db/write";
import { accountFor, balanceOf, debtOf, wallet } from "./accounts.server";
import type { Holder } from "./accounts.server";

/** Whole Buzz that a person owes; 0 for nearly everyone. */
export async function owedBy(db: Db, userId: number) {
  return 0 - (await balanceOf(db, debtOf(userId))); // 0, not -0
}

type Deed = { kind: (typeof transferKinds)[number]; from: Holder; to: Holder };

/** Whether a debt of either party forbids this kind of transfer. */
export async function isBlockedByDebt(db: Db, { kind, from, to }: Deed) {
  const people = [from, to].filter(({ ownerKind }) => ownerKind === "user");
  if (people.length === 0) return false;
  const rule = await queries(db).rule.get({ kind });
  if (!rule?.blockedByDebt) return false;
  for (const { ownerId } of people) if ((await owedBy(db, ownerId)) > 0) return true;
  return false;
}

type Repayment = { userId: number; /** Names the occasion: the transfer that came in. */ key: string; now: Date };

/** Moves what a person has into what they owe, as far as it goes; nothing for a person without a debt. */
export async function repay(tx: Tx, { userId, key, now }: Repayment) {
  const owed = await owedBy(tx, userId);
  if (owed <= 0) return;
  const from = await accountFor(tx, wallet(userId), now);
  const to = await accountFor(tx, debtOf(userId), now);
  const amount = Math.min(owed, from.balance);
  if (amount === 0) return;
  await tx.insert(transfers).values({
    idempotencyKey: key,
    kind: "debt",
    debitAccount: from.id,
    creditAccount: to.id,
    amount,
    subject: `user:${userId}`,
    actorId: null,
    reason: "",
    createdAt: now,
  });
}

/** Repays the debts of people with Buzz: what came in by bulk statements, past `transfer`. Returns how many paid. */
export async function repayDebts(tx: Tx, { now }: { now: Date }) {
  const debtors = await queries(tx).debtors.all();
  await inBatches(debtors, async (part) => {
    for (const { userId, last } of part) await repay(tx, { userId, key: `debt:after:${last}:${userId}`, now });
  });
  return debtors.length;
}

const queries = prepared((db) => {
  const own = alias(accounts, "own");
  const debtor = and(eq(accounts.kind, "debt"), lt(accounts.balance, 0));
  const sameOwner = and(
    eq(own.kind, "user"),
    eq(own.ownerKind, accounts.ownerKind),
    eq(own.ownerId, accounts.ownerId),
    gt(own.balance, 0),
  );
  return {
    rule: db
      .select({ blockedByDebt: transferKindRows.blockedByDebt })
      .from(transferKindRows)
      .where(eq(transferKindRows.kind, sql.placeholder("kind")))
      .prepare(),
    debtors: db
      .select({ userId: accounts.ownerId, last: own.lastTransferId })
      .from(accounts)
      .innerJoin(own, sameOwner)
      .where(debtor)
      .orderBy(accounts.id)
      .prepare(),
  };
});
