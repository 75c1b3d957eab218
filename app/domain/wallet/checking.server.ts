import { sql } from "drizzle-orm";
import { once } from "node:events";
import { handle, reader } from "~/db/client";
import type { Db } from "~/db/client";
import { startWorker } from "~/db/worker";

type Mismatch = {
  accountId: number;
  /** What the account's row says; null when there is no such account. */
  balance: number | null;
  /** What its transfers add up to. */
  counted: number;
};

export type LedgerReport = { ok: boolean; accounts: number; transfers: number; sum: number; mismatches: Mismatch[] };

/**
 * Adds every transfer up again and compares: each balance equals its transfers (so that all together are 0), no
 * account owes or owns what its kind may not, and a closed one is empty. Repairs nothing.
 */
export function checkLedger(db: Db = reader()): LedgerReport {
  const totals = db.get<{ accounts: number; transfers: number; sum: number }>(sql`
    SELECT count(*) AS accounts, coalesce(sum(balance), 0) AS sum, (SELECT count(*) FROM transfers) AS transfers
    FROM accounts`);
  const mismatches = findMismatches(db);
  return { ...totals, mismatches, ok: mismatches.length === 0 };
}

/** Up to so many transfers a thread costs more than it saves. */
const FEW = 10_000;

/** The same, off the event loop when there is much to add up. */
export async function checkLedgerInWorker() {
  const { last } = reader().get<{ last: number | null }>(sql`SELECT max(id) AS last FROM transfers`);
  if ((last ?? 0) <= FEW) return checkLedger();
  const worker = startWorker({
    here: import.meta.url,
    source: "./checking-worker.server.ts",
    built: "checking-worker.js",
    workerData: handle().file,
  });
  const [report] = (await once(worker, "message")) as [LedgerReport];
  return report;
}

function findMismatches(db: Db) {
  return db.all<Mismatch>(sql`
    WITH moved AS (
      SELECT debit_account AS account, -amount AS signed, id FROM transfers
      UNION ALL SELECT credit_account, amount, id FROM transfers
    ), counted AS (
      SELECT account, sum(signed) AS total, max(id) AS last FROM moved GROUP BY account
    )
    SELECT coalesce(a.id, c.account) AS accountId, a.balance, coalesce(c.total, 0) AS counted
    FROM accounts a FULL JOIN counted c ON c.account = a.id
    WHERE a.balance IS NOT coalesce(c.total, 0) OR a.last_transfer_id IS NOT coalesce(c.last, 0)
      OR (a.closed = 1 AND a.balance <> 0) OR EXISTS (
        SELECT 1 FROM account_kinds k WHERE k.kind = a.kind
          AND ((k.below_zero = 0 AND a.balance < 0) OR (k.above_zero = 0 AND a.balance > 0)))
    ORDER BY accountId`);
}
