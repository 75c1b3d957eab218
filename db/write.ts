import type Database from "better-sqlite3";
import { handle } from "./client";
import type { Tx } from "./client";
import { processSingleton } from "./singleton";

export type { Tx };

type Verb<T> = (tx: Tx) => Promise<T>;
type Waiting = { verb: Verb<unknown>; resolve: (value: never) => void; reject: (error: unknown) => void };

const BATCH = 64;
const ROWS_AT_ONCE = 500;
const writeQueue = processSingleton("write-door", () => ({
  waiting: [] as Waiting[],
  draining: false,
  /** Throws when this process may not write; the job lease sets it. */
  guard: () => {},
}));

/**
 * The only way to change the database. Runs `verb` in BEGIN IMMEDIATE, alone, and answers after the commit has
 * reached the disk. A throw undoes this verb and no other. Inside: database work only. Never called inside a verb.
 */
export function write<T>(verb: Verb<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    writeQueue.waiting.push({ verb, resolve, reject });
    if (!writeQueue.draining) void drain();
  });
}

/**
 * Does `work` with all rows, some hundred at a time, inside a verb. In between pages are read, as they were before the verb,
 * while other verbs wait: the transaction stays open, and is still done as a whole or not at all.
 */
export async function inBatches<T>(rows: readonly T[], work: (part: T[]) => unknown) {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    await work(rows.slice(at, at + ROWS_AT_ONCE));
    await yieldToEventLoop();
  }
}

/** Makes `check` run inside every transaction, before the first verb; when it throws, nothing is written. */
export function guardWrites(check: () => void) {
  writeQueue.guard = check;
}

/** Resolves when everything that waits now has been answered. */
export async function writesDone() {
  while (writeQueue.draining) await yieldToEventLoop();
}

// Verbs that queue while one commits share the next commit: one fsync for all of them, a savepoint for each. The commit
// holds the thread up, so what came in meanwhile is heard first: without that, each request would commit by itself.
async function drain() {
  writeQueue.draining = true;
  while (writeQueue.waiting.length > 0) {
    await yieldToEventLoop();
    const batch = writeQueue.waiting.splice(0, BATCH);
    for (const answer of await commit(batch)) answer();
  }
  writeQueue.draining = false;
}

async function commit(batch: Waiting[]): Promise<(() => void)[]> {
  let sqlite: Database.Database | undefined;
  try {
    sqlite = handle().writer;
    run(sqlite, "BEGIN IMMEDIATE");
    writeQueue.guard();
    const answers = [];
    for (const one of batch) answers.push(await attempt(sqlite, one));
    run(sqlite, "COMMIT");
    return answers;
  } catch (error) {
    if (sqlite?.inTransaction) run(sqlite, "ROLLBACK");
    return batch.map((one) => () => one.reject(error));
  }
}

async function attempt(sqlite: Database.Database, { verb, resolve, reject }: Waiting) {
  run(sqlite, "SAVEPOINT verb");
  try {
    const value = await verb(handle().tx);
    run(sqlite, "RELEASE verb");
    return () => resolve(value as never);
  } catch (error) {
    // A full disk or a broken page may have ended the whole transaction; then the batch fails as one.
    if (!sqlite.inTransaction) throw error;
    run(sqlite, "ROLLBACK TO verb");
    run(sqlite, "RELEASE verb");
    return () => reject(error);
  }
}

const statements = new WeakMap<Database.Database, Map<string, Database.Statement>>();

function run(sqlite: Database.Database, sql: string) {
  let known = statements.get(sqlite);
  if (!known) statements.set(sqlite, (known = new Map()));
  let statement = known.get(sql);
  if (!statement) known.set(sql, (statement = sqlite.prepare(sql)));
  statement.run();
}

function yieldToEventLoop() {
  return new Promise<void>((resolve) => setImmediate(resolve));
}
