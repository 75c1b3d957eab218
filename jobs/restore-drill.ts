import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bucketSettings } from "~/db/bucket";
import { restoreInto } from "~/db/restoring";
import { auditDatabase } from "./restore-audit";

// `npm run restore-drill`: proves that what lies in the bucket can be lived from. Touches nothing but a scratch folder.
const settings = bucketSettings();
if (!settings) {
  console.error("BUCKET_NAME is not set: there is no copy to restore.");
  process.exit(2);
}
const folder = await mkdtemp(join(tmpdir(), "restore-drill-"));
try {
  const { seconds, bytes } = await restoreInto(folder, settings);
  const audit = await auditDatabase(join(folder, "crucible.db"));
  console.log(JSON.stringify({ ...audit, seconds, megabytes: Math.round(bytes / 1e5) / 10 }));
  process.exitCode = audit.ok ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
