import type { Tx } from "~/db/client";
import { balanceOf, debtOf, mint, wallet } from "./accounts.server";
import type { Holder } from "./accounts.server";
import { owedBy } from "./owing.server";
import { findTransfer, transfer } from "./transferring.server";
import type { Payment } from "./transferring.server";

type Clawback = Omit<Payment, "kind" | "from" | "to"> & { userId: number };

/**
 * Takes Buzz back that was bought and then returned, once for each key: what is in the wallet, and the rest as a debt.
 * Blue Buzz stays: it can't be bought. Throws on a key that has taken another amount.
 */
export async function clawBack(tx: Tx, { userId, key, amount, ...deed }: Clawback) {
  const parts = [key, `${key}:debt`];
  const [taken, owed] = [await findTransfer(tx, parts[0]!), await findTransfer(tx, parts[1]!)];
  if (taken || owed) return replay(key, amount, { taken: taken?.amount ?? 0, owed: owed?.amount ?? 0 });

  const there = Math.min(amount, await balanceOf(tx, wallet(userId)));
  await take(tx, { ...deed, key: parts[0]!, from: wallet(userId), amount: there });
  await take(tx, { ...deed, key: parts[1]!, from: debtOf(userId), amount: amount - there });
  return { taken: there, owed: amount - there };
}

function replay(key: string, amount: number, first: { taken: number; owed: number }) {
  if (first.taken + first.owed !== amount) throw new Error(`The key ${key} has taken back another amount.`);
  return first;
}

async function take(tx: Tx, part: Omit<Payment, "kind" | "to"> & { from: Holder }) {
  if (part.amount === 0) return;
  const taken = await transfer(tx, { ...part, kind: "clawback", to: mint });
  if (!taken.ok) throw new Error(`${part.key} cannot be taken back: ${taken.reason}.`);
}

type Forgiveness = Omit<Clawback, "amount">;

/** Lets a person off what they owe. Refuses when there is nothing left to forgive; a replay answers as the first time. */
export async function forgiveDebt(tx: Tx, { userId, ...deed }: Forgiveness) {
  const first = await findTransfer(tx, deed.key);
  const amount = first?.amount ?? (await owedBy(tx, userId));
  if (amount === 0) return { ok: false, reason: "no-debt" } as const;
  return transfer(tx, { ...deed, kind: "forgiveness", from: mint, to: debtOf(userId), amount });
}
