import type { Tx } from "~/db/client";
import { wallet } from "~/domain/wallet/accounts.server";
import { pay } from "~/domain/wallet/paying.server";
import { transfer } from "~/domain/wallet/transferring.server";
import type { Payment } from "~/domain/wallet/transferring.server";

type Charge = Omit<Payment, "from" | "actorId" | "reason"> & { userId: number };

/** Charges a person, from blue Buzz where this kind of price takes it, who was found to have enough in this transaction; throws when they haven't. Returns the transfer. */
export async function charge(tx: Tx, { userId, ...payment }: Charge) {
  const paid = await pay(tx, { ...payment, userId, actorId: userId });
  if (!paid.ok) throw new Error(`${payment.key} cannot be paid for.`);
  return paid.transferId;
}

type Prize = { key: string; userId: number; place: number; amount: number };
type Payout = Pick<Payment, "from" | "subject" | "now"> & { prizes: readonly Prize[]; remainder: Remainder };
type Remainder = Pick<Payment, "key" | "to" | "amount">;

/** Pays prizes out of a pool, and what rounding left to whom it belongs. Amounts of 0 are passed over. */
export async function payOut(tx: Tx, { prizes, remainder, ...payout }: Payout) {
  const payment = { ...payout, actorId: null };
  for (const { key, userId, place, amount } of prizes) {
    if (amount === 0) continue;
    await transfer(tx, { ...payment, key, kind: "prize", to: wallet(userId), amount, reason: `Place ${place}` });
  }
  if (remainder.amount > 0) await transfer(tx, { ...payment, ...remainder, kind: "remainder" });
}
