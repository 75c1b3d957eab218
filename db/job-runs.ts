import { sql } from "drizzle-orm";
import { reader } from "./client";
import { jobRuns } from "./schema/job";
import { write } from "./write";

/** One run of a job that came to an end; times are the machine's. */
export type JobRun = { name: string; startedAt: Date; finishedAt: Date; lateMs: number; error: string | null };

/** When each job last began a run that came to an end. */
export async function latestRuns() {
  const rows = await reader().select({ name: jobRuns.name, startedAt: jobRuns.startedAt }).from(jobRuns);
  return new Map(rows.map((row) => [row.name, row.startedAt]));
}

/** Written when a run is over: one that was killed half way counts as not run, and is caught up. */
export async function recordRun(run: JobRun) {
  const failed = run.error === null ? 0 : 1;
  await write(async (tx) => {
    await tx
      .insert(jobRuns)
      .values({ ...run, runs: 1, failures: failed })
      .onConflictDoUpdate({
        target: jobRuns.name,
        set: { ...run, runs: sql`${jobRuns.runs} + 1`, failures: sql`${jobRuns.failures} + ${failed}` },
      });
  });
}
