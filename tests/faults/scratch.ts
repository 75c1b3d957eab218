import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closeDatabase, handle, openDatabase } from "~/db/client";
import { migrateDatabase } from "~/db/migrate";

/** A folder that is gone afterwards, however it ends. */
export async function inScratch<T>(use: (folder: string) => Promise<T>) {
  const folder = await mkdtemp(join(tmpdir(), "crucible-fault-"));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A fresh site's database in `folder`, open in this process while `use` runs. */
export async function withDatabase<T>(folder: string, use: () => Promise<T>) {
  const file = join(folder, "crucible.db");
  await migrateDatabase({ file });
  openDatabase(file);
  try {
    return await use();
  } finally {
    closeDatabase();
  }
}

/** What must hold in any database of ours: whole pages, parents for every child, Buzz that adds up to nothing. */
export function defects() {
  const { writer } = handle();
  const integrity = writer.pragma("integrity_check", { simple: true });
  const orphans = writer.pragma("foreign_key_check") as unknown[];
  const sum = writer.prepare("SELECT coalesce(sum(balance), 0) FROM accounts").pluck().get();
  const overHolding = writer
    .prepare(
      `SELECT count(*) FROM accounts a JOIN crucibles c ON c.escrow_id = a.id
       WHERE a.balance <> 0 AND c.status IN ('completed', 'cancelled')`,
    )
    .pluck()
    .get();
  const found = { integrity, orphans: orphans.length, sum, overHolding };
  return integrity === "ok" && orphans.length === 0 && sum === 0 && overHolding === 0 ? null : found;
}
