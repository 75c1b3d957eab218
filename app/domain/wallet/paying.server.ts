import { and, eq, sql } from "drizzle-orm";
import type { Db, Tx } from "~/db/client";
import { prepared } from "~/db/prepared";
import { transferFlows } from "~/db/schema/wallet";
import { balanceOf, accountOf, blueWallet, wallet } from "./accounts.server";
import type { Holder } from "./accounts.server";
import { findTransfer, transfer } from "./transferring.server";
import type { Payment } from "./transferring.server";

type Price = Pick<Payment, "kind" | "to" | "amount"> & { userId: number };

/**
 * The wallet that pays a person's price: blue where this kind takes blue and there is enough for all of it, else their
 * own, whether or not it has enough. For the page too, whose button names it.
 */
export async function payingWallet(db: Db, { userId, kind, to, amount }: Price): Promise<Holder> {
  const blue = blueWallet(userId);
  const takesBlue = await queries(db).flow.get({ kind, toKind: to.kind });
  return takesBlue && (await balanceOf(db, blue)) >= amount ? blue : wallet(userId);
}

type Payable = Omit<Payment, "from"> & { userId: number };

/** Pays a price from one of a person's wallets, blue first, never from both. Refuses as `transfer` does. */
export async function pay(tx: Tx, { userId, ...payment }: Payable) {
  const from = (await firstPayer(tx, userId, payment.key)) ?? (await payingWallet(tx, { userId, ...payment }));
  return transfer(tx, { ...payment, from });
}

/** A replay goes by the wallet that paid then, whatever is in which by now. */
async function firstPayer(tx: Tx, userId: number, key: string) {
  const first = await findTransfer(tx, key);
  if (!first) return null;
  const own = await accountOf(tx, wallet(userId));
  return first.debitAccount === own.id ? wallet(userId) : blueWallet(userId);
}

const queries = prepared((db) => ({
  flow: db
    .select({ kind: transferFlows.kind })
    .from(transferFlows)
    .where(
      and(
        eq(transferFlows.kind, sql.placeholder("kind")),
        eq(transferFlows.fromKind, "blue"),
        eq(transferFlows.toKind, sql.placeholder("toKind")),
      ),
    )
    .prepare(),
}));
