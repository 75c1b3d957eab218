import { sql } from "drizzle-orm";
import { check, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { instant } from "./columns";

/** Who may run the jobs and write. `fence` grows with every change of hands. */
export const leases = sqliteTable(
  "leases",
  {
    name: text().primaryKey(),
    holder: text().notNull(),
    fence: integer().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [check("leases_fence", sql`${t.fence} > 0`)],
);

export const jobRuns = sqliteTable("job_runs", {
  name: text().primaryKey(),
  startedAt: instant().notNull(),
  finishedAt: instant(),
  error: text(),
  runs: integer().notNull().default(0),
  failures: integer().notNull().default(0),
  /** How long after its time the latest run began, in milliseconds. */
  lateMs: integer().notNull().default(0),
});
