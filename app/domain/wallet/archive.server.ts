import { and, eq, or, sql } from "drizzle-orm";
import { reader } from "~/db/client";
import { accounts, transfers } from "~/db/schema/wallet";
import type { Archive } from "~/domain/subject/archive";

/** The balance and every transfer. The ledger keeps them. */
export const archive: Archive = {
  async exportOf(userId) {
    const own = and(eq(accounts.kind, "user"), eq(accounts.ownerId, userId));
    const account = await reader().query.accounts.findFirst({ columns: { id: true, balance: true }, where: own });
    return account
      ? { balance: account.balance, transfers: await transfersOf(account.id) }
      : { balance: 0, transfers: [] };
  },
};

function transfersOf(accountId: number) {
  const { id, kind, debitAccount, creditAccount, amount, subject, reason, createdAt } = transfers;
  const signed = sql<number>`CASE ${debitAccount} WHEN ${accountId} THEN -${amount} ELSE ${amount} END`;
  return reader()
    .select({ id, kind, amount: signed, subject, reason, createdAt })
    .from(transfers)
    .where(or(eq(debitAccount, accountId), eq(creditAccount, accountId)))
    .orderBy(id);
}
