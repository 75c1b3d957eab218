import Database from "better-sqlite3";
import { once } from "node:events";
import { copyFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { setTimeout as sleep } from "node:timers/promises";
import { seededRandom } from "~/domain/contest/random";
import { builtChild, forkChild } from "~/tests/built-child";
import { ensure } from "./fault";
import type { Fault } from "./fault";
import { fingerprint, makeOldSite } from "./ledger/old-site";
import { inScratch } from "./scratch";

type Size = {
  transfers: number;
  /** Kills after every so many statements: 1 for each of them. */
  every: number;
  /** Kills at random moments besides. */
  kills: number;
};

/** The rebuild of the ledger's tables, killed after each of its statements and anywhere in between. */
export const ledgerMigration: Fault<Size> = {
  name: "ledger-migration",
  bar: "kill -9 after each statement of the ledger's rebuild: nothing of it stays, and the next start does all of it",
  small: { transfers: 1_500, every: 9, kills: 1 },
  full: { transfers: 200_000, every: 1, kills: 50 },
  async run({ transfers, every, kills }, seed) {
    const child = await builtChild("tests/faults/ledger/migrating-child.ts");
    return inScratch(async (folder) => {
      const file = join(folder, "site.db");
      await makeOldSite(file, folder, transfers);
      const before = fingerprint(file);
      const whole = await migrateCopy(child, file, join(folder, "whole.db"), before);
      for (const step of steps(whole.statements, every)) await killAt(child, file, step, whole.statements, before);
      const random = seededRandom(seed);
      for (let kill = 0; kill < kills; kill++) await killSometime(child, file, random() * whole.seconds * 1000, before);
      return { ...whole, transfers: before.transfers.length, accounts: before.accounts.length, kills };
    });
  },
};

/** Counted from the end: the last one commits. */
function steps(last: number, every: number) {
  return Array.from({ length: Math.ceil(last / every) }, (_, i) => last - i * every).reverse();
}

type Fingerprint = ReturnType<typeof fingerprint>;
type Report = { applied: number; statements: number; seconds: number; cpuSeconds: number };

/** Once without a kill, to know how many statements there are, and what it costs. */
async function migrateCopy(child: string, file: string, copy: string, before: Fingerprint) {
  copyFileSync(file, copy);
  const { process } = forkChild(child, [copy, 0]);
  const [{ statements, seconds, cpuSeconds }] = (await once(process, "message")) as [Report];
  await once(process, "exit");
  check(copy, before, true);
  const cost = { seconds: round(seconds), cpuSeconds: round(cpuSeconds) };
  return { statements, ...cost, mbBefore: megabytes(file), mbAfter: megabytes(copy) };
}

async function killAt(child: string, file: string, step: number, last: number, before: Fingerprint) {
  // The last statement commits: a copy, so that the next kills find an old site again.
  const site = step === last ? `${file}.copy` : file;
  if (site !== file) copyFileSync(file, site);
  await forkChild(child, [site, step]).ended;
  check(site, before, step === last);
}

async function killSometime(child: string, file: string, ms: number, before: Fingerprint) {
  const site = `${file}.copy`;
  for (const end of ["", "-wal", "-shm"]) rmSync(site + end, { force: true });
  copyFileSync(file, site);
  const one = forkChild(child, [site, 0]);
  await sleep(ms);
  await one.kill();
  check(site, before, isMigrated(site));
  const again = forkChild(child, [site, 0]);
  await again.ended;
  check(site, before, true);
}

/** All old or all new, the rows as they were, and whole. */
function check(file: string, before: Fingerprint, migrated: boolean) {
  ensure(isMigrated(file) === migrated, migrated ? "the migration did not happen" : "a part of the migration stayed");
  ensure(isDeepStrictEqual(fingerprint(file), before), "the ledger is not what it was");
  const sqlite = new Database(file);
  const [integrity, orphans] = [sqlite.pragma("integrity_check", { simple: true }), sqlite.pragma("foreign_key_check")];
  const wrong = migrated ? sqlite.prepare(UNLINKED).pluck().get() : 0;
  sqlite.close();
  ensure(integrity === "ok" && (orphans as unknown[]).length === 0, "the file is torn");
  ensure(
    wrong === 0,
    `${String(wrong)} crucibles have another escrow than their own, or it is open when they are over`,
  );
}

const UNLINKED = `SELECT count(*) FROM crucibles c LEFT JOIN accounts a ON a.id = c.escrow_id
  WHERE a.kind IS NOT 'escrow' OR a.owner_kind IS NOT 'crucible' OR a.owner_id IS NOT c.id
    OR a.closed IS NOT (c.status IN ('completed', 'cancelled'))`;

function isMigrated(file: string) {
  const sqlite = new Database(file, { readonly: true });
  const found = sqlite.prepare("SELECT 1 FROM sqlite_master WHERE name = 'account_kinds'").get();
  sqlite.close();
  return found !== undefined;
}

function megabytes(file: string) {
  return round(statSync(file).size / 1e6);
}

function round(n: number) {
  return Math.round(n * 100) / 100;
}
