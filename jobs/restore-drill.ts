import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bucketSettings } from "~/db/bucket";
import { restoreInto } from "~/db/restoring";
import type { RestorePoint } from "~/db/restoring";
import { auditDatabase } from "./restore-audit";

// `npm run restore-drill -- [--night DAY | --at INSTANT] [--keep FOLDER]`: proves that what lies in the bucket can be lived
// from. Touches nothing but a scratch folder, or the one to keep it in.
const settings = bucketSettings() ?? stop("BUCKET_NAME is not set, so there is nothing to restore.");
const { wanted, keep } = asked();
if (keep && existsSync(join(keep, "crucible.db"))) stop(`There is already a database in ${keep}.`);
const folder = keep ?? (await mkdtemp(join(tmpdir(), "restore-drill-")));
try {
  await mkdir(folder, { recursive: true });
  const { seconds, bytes } = await restoreInto(folder, settings, wanted);
  const audit = await auditDatabase(join(folder, "crucible.db"));
  console.log(JSON.stringify({ ...audit, seconds, megabytes: Math.round(bytes / 1e5) / 10 }));
  process.exitCode = audit.ok ? 0 : 1;
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
} finally {
  if (!keep) await rm(folder, { recursive: true, force: true });
}

function asked(): { wanted: RestorePoint; keep?: string } {
  const { night, at, keep } = parseArgs({
    options: { night: { type: "string" }, at: { type: "string" }, keep: { type: "string" } },
  }).values;
  if (night && !/^\d{4}-\d\d-\d\d$/.test(night)) stop("--night takes a date, such as 2026-01-31.");
  if (at && Number.isNaN(Date.parse(at))) stop("--at takes a time, such as 2026-01-31T12:00:00Z.");
  return { wanted: { night, at: at ? new Date(at) : undefined }, keep };
}

function stop(words: string): never {
  console.error(words);
  process.exit(2);
}
