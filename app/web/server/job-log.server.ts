import { logger } from "./log.server";
import { metrics } from "./metrics.server";

type JobRun = { name: string; startedAt: Date; finishedAt: Date; lateMs: number; error: string | null };

/** A job came to an end: its line in the log, its place in the metrics. */
export function logJobRun({ name, startedAt, finishedAt, lateMs, error }: JobRun, failure: unknown) {
  const told = { job: name, tookMs: finishedAt.getTime() - startedAt.getTime(), lateMs };
  metrics.jobRuns.inc({ job: name, outcome: error === null ? "done" : "failed" });
  metrics.jobLateness.set({ job: name }, lateMs / 1000);
  if (error === null) logger.debug(told, "a job ran");
  else logger.error({ ...told, err: failure }, "a job failed");
}

export function logSlowQuery(query: { sql: string; tookMs: number }) {
  metrics.slowQueries.inc();
  logger.warn(query, "a slow query");
}
