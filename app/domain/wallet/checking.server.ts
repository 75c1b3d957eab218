import { sql } from "drizzle-orm";
import { reader } from "~/db/client";

export type Mismatch = {
  accountId: number;
  /** What the account's row says; null when there is no such account. */
  balance: number | null;
  /** What its transfers add up to. */
  counted: number;
};

export type LedgerReport = { ok: boolean; accounts: number; transfers: number; sum: number; mismatches: Mismatch[] };

/**
 * Adds every transfer up again and compares: each balance equals its transfers (so that all together are 0), and nobody
 * but the mint owes anything. Repairs nothing.
 */
export function checkLedger(): LedgerReport {
  const totals = reader().get<{ accounts: number; transfers: number; sum: number }>(sql`
    SELECT count(*) AS accounts, coalesce(sum(balance), 0) AS sum, (SELECT count(*) FROM transfers) AS transfers
    FROM accounts`);
  const mismatches = findMismatches();
  return { ...totals, mismatches, ok: mismatches.length === 0 };
}

function findMismatches() {
  return reader().all<Mismatch>(sql`
    WITH moved AS (
      SELECT debit_account AS account, -amount AS signed, id FROM transfers
      UNION ALL SELECT credit_account, amount, id FROM transfers
    ), counted AS (
      SELECT account, sum(signed) AS total, max(id) AS last FROM moved GROUP BY account
    )
    SELECT coalesce(a.id, c.account) AS accountId, a.balance, coalesce(c.total, 0) AS counted
    FROM accounts a FULL JOIN counted c ON c.account = a.id
    WHERE a.balance IS NOT coalesce(c.total, 0) OR a.last_transfer_id IS NOT coalesce(c.last, 0)
      OR (a.kind <> 'mint' AND a.balance < 0)
    ORDER BY accountId`);
}
