import type Database from "better-sqlite3";
import SQLite from "better-sqlite3";
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { handle } from "./client";
import { guardWrites, write } from "./write";

const LASTS = 15_000;
const RENEWED_EVERY = 5_000;
const ASKED_EVERY = 200;

type Row = { holder: string; fence: number; expires_at: number };
type Waiting = { waitMs: number };
type TakeLeaseOptions = Waiting & { onLost: (error: Error) => void };

/** Somebody else writes to this data, or has taken over from us. */
export class NotTheWriter extends Error {
  override name = "NotTheWriter";
}

/** Waits until no other living process writes to the file; for what comes before the database is opened. */
export async function waitForOtherWriters(file: string, { waitMs }: Waiting) {
  if (!existsSync(file)) return;
  const sqlite = new SQLite(file, { timeout: 5000 });
  try {
    await waitForLease(waitMs, () => Promise.resolve(otherHolder(sqlite)));
  } finally {
    sqlite.close();
  }
}

/**
 * Makes this process the one that writes: from now on the write queue checks inside every transaction that nobody took over.
 * Waits for another holder to let go, to expire or to be found dead, and throws when that takes longer than `waitMs`.
 * The machine's own clock decides, not the site's, which tests may move.
 */
export async function takeLease({ waitMs, onLost }: TakeLeaseOptions) {
  const me = `${hostname()}:${process.pid}:${randomUUID()}`;
  let fence = 0;
  await waitForLease(waitMs, () =>
    write(async () => {
      const other = otherHolder(handle().writer);
      if (!other) fence = claim(handle().writer, me);
      return other;
    }),
  );
  guardWrites(() => assertHeld(fence));
  const renewing = setInterval(() => void extend(fence, onLost), RENEWED_EVERY);
  return {
    fence,
    async release() {
      clearInterval(renewing);
      await write(async () => expireAt(handle().writer, fence, 0));
      guardWrites(() => {
        throw new NotTheWriter("This process has stopped writing.");
      });
    },
  };
}

/** Seconds for which this data's writer still holds its lease; below 0 when nobody renewed it in time. */
export function leaseLeft() {
  return ((current(handle().reader)?.expires_at ?? 0) - Date.now()) / 1000;
}

function assertHeld(fence: number) {
  if (current(handle().writer)?.fence !== fence)
    throw new NotTheWriter("Another process has taken over writing to this data.");
}

async function waitForLease(waitMs: number, ask: () => Promise<Row | null>) {
  const until = Date.now() + waitMs;
  for (;;) {
    const other = await ask();
    if (!other) return;
    if (Date.now() >= until) {
      throw new NotTheWriter(
        `Another process is writing to this data: ${other.holder}. Only one process can. Stop it, or give this one its own DATA_DIR.`,
      );
    }
    await sleep(ASKED_EVERY);
  }
}

async function extend(fence: number, onLost: TakeLeaseOptions["onLost"]) {
  try {
    await write(async () => expireAt(handle().writer, fence, Date.now() + LASTS));
  } catch (error) {
    // A full disk passes; a lease that is gone does not come back.
    if (error instanceof NotTheWriter) onLost(error);
  }
}

function otherHolder(sqlite: Database.Database) {
  const row = current(sqlite);
  return row && row.expires_at > Date.now() && !isDead(row.holder) ? row : null;
}

function claim(sqlite: Database.Database, me: string) {
  return sqlite
    .prepare(
      `INSERT INTO leases (name, holder, fence, expires_at) VALUES ('writer', ?, 1, ?)
       ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, fence = fence + 1, expires_at = excluded.expires_at
       RETURNING fence`,
    )
    .pluck()
    .get(me, Date.now() + LASTS) as number;
}

function expireAt(sqlite: Database.Database, fence: number, at: number) {
  sqlite.prepare("UPDATE leases SET expires_at = ? WHERE name = 'writer' AND fence = ?").run(at, fence);
}

const lookups = new WeakMap<Database.Database, Database.Statement>();

function current(sqlite: Database.Database) {
  let lookup = lookups.get(sqlite);
  if (!lookup) {
    if (!sqlite.prepare("SELECT 1 FROM sqlite_master WHERE name = 'leases'").get()) return null;
    lookups.set(
      sqlite,
      (lookup = sqlite.prepare("SELECT holder, fence, expires_at FROM leases WHERE name = 'writer'")),
    );
  }
  return (lookup.get() as Row | undefined) ?? null;
}

// A process that was killed on this machine need not be waited for. One with our own number is an earlier life of ours.
function isDead(holder: string) {
  const [host, pid] = holder.split(":");
  if (host !== hostname()) return false;
  if (Number(pid) === process.pid) return true;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}
