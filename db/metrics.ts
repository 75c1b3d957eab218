import { handle } from "./client";

function metric(help: string, sql: string) {
  return { help, read: () => handle().reader.prepare(sql).pluck().get() as number };
}

function jobMetric(help: string, value: string) {
  const sql = `SELECT name, ${value} AS value FROM job_runs`;
  return { help, label: "job", read: () => handle().reader.prepare(sql).raw().all() as [string, number][] };
}

/** What the operator watches, read again each time. */
export const databaseMetrics = {
  crucible_pool_buzz: metric(
    "Buzz held in running contests",
    "SELECT coalesce(sum(balance), 0) FROM accounts WHERE kind = 'escrow'",
  ),
  crucible_ledger_sum: metric(
    "Sum of all balances. Anything but 0 is an error",
    "SELECT coalesce(sum(balance), 0) FROM accounts",
  ),
  // The vote log only grows.
  crucible_votes_total: metric("Total votes cast", "SELECT coalesce(max(id), 0) FROM votes"),
  crucible_job_last_run_seconds: jobMetric(
    "When the latest run of a job ended, in seconds since 1970",
    "finished_at / 1000.0",
  ),
  crucible_job_last_run_failed: jobMetric("1 when the latest run of a job failed, else 0", "error IS NOT NULL"),
};
