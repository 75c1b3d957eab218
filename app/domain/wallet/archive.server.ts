import { and, eq, or, sql } from "drizzle-orm";
import { reader } from "~/db/client";
import { accounts, transfers } from "~/db/schema/wallet";
import type { Archive } from "~/domain/subject/archive";

/** The person's own Buzz, blue Buzz and debt, the latter two where there ever were any, and what moved in each. The ledger keeps them. */
export const archive: Archive = {
  async exportOf(userId) {
    const own = await reader().query.accounts.findMany({
      columns: { id: true, kind: true, balance: true },
      where: and(eq(accounts.ownerKind, "user"), eq(accounts.ownerId, userId)),
    });
    const balances = Object.fromEntries(own.map(({ kind, balance }) => [kind, balance]));
    const moved = [];
    for (const { id, kind } of own) moved.push(...(await transfersOf(id)).map((row) => ({ account: kind, ...row })));
    return { balance: balances.user ?? 0, balances, transfers: moved };
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
