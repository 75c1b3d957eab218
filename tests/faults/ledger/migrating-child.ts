import Database from "better-sqlite3";
import { migrateDatabase } from "~/db/migrate";

// migrating-child FILE STEP: migrates the file, and is killed after so many statements on it; 0 lets it end. The kill is
// the system's own: nothing of this process runs after it, no rollback and no close.
const [file, step] = [process.argv[2]!, Number(process.argv[3])];
let done = 0;
const exec = Database.prototype.exec;
Database.prototype.exec = function (this: Database.Database, statement: string) {
  const answer = exec.call(this, statement);
  if (this.name === file && ++done === step) process.kill(process.pid, "SIGKILL");
  return answer;
} as typeof exec;

const startedAt = performance.now();
const used = process.cpuUsage();
const { applied } = await migrateDatabase({ file });
const { user, system } = process.cpuUsage(used);
const seconds = (performance.now() - startedAt) / 1000;
process.send?.({ applied, statements: done, seconds, cpuSeconds: (user + system) / 1e6 });
