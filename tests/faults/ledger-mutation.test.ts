import Database from "better-sqlite3";
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, inject, test } from "vitest";
import { closeDatabase, handle, openDatabase } from "~/db/client";
import fc from "~/tests/seed";
import { useDatabase } from "~/tests/database";
import { conditions } from "./ledger/conditions";
import { findGuards } from "./ledger/guards";
import type { Guard } from "./ledger/guards";
import { attempts, game, refusalOf } from "./ledger/playing";
import { Broken, furnishAll, readLedger } from "./ledger/model";

const RUNS = 150;
const SEED = 20_260_102;

/**
 * Declarations that a trigger says again, because it must also hold on a connection without foreign keys, and against
 * OR IGNORE and OR FAIL. They stay as the plain statement of the rule, for `foreign_key_check` and for readers.
 */
const doubles = [
  {
    name: "FOREIGN KEY accounts.kind",
    by: "accounts_new: no account of this kind has such an owner",
    attempt: "open a bank",
  },
  {
    name: "FOREIGN KEY transfers.kind",
    by: "transfers_new: this kind does not go this way",
    attempt: "move for an unknown cause",
  },
  {
    name: "FOREIGN KEY transfers.debit_account",
    by: "transfers_apply: both balances must move",
    attempt: "move out of an unknown account",
  },
  {
    name: "FOREIGN KEY transfers.credit_account",
    by: "transfers_apply: both balances must move",
    attempt: "move into an unknown account",
  },
];

const { folder } = useDatabase();
afterEach(closeDatabase);

test("without any one of its guards the ledger fails its model test", async () => {
  const guards = [...guardsOfSchema(), ...conditions];
  const table: string[] = [];
  const survivors: string[] = [];
  for (const guard of guards) {
    const broken = await playWithout([guard]);
    if (!broken) survivors.push(guard.name);
    table.push(row(guard.name, broken));
  }
  console.info(["guard removed → killed by", ...table].join("\n"));
  expect(survivors.sort()).toEqual(doubles.map(({ name }) => name).sort());
});

test.each(doubles)(
  "$name holds where its double is gone, and nothing does without both",
  async ({ name, by, attempt }) => {
    expect(await tryWithout([by], attempt)).toMatch(/constraint failed/i);
    expect(await tryWithout([name, by], attempt)).toBeUndefined();
  },
);

test("with all of its guards it passes the same games", async () => {
  expect(await playWithout([])).toBeNull();
});

function guardsOfSchema() {
  const sqlite = new Database(inject("template"), { readonly: true });
  const guards = findGuards(sqlite);
  sqlite.close();
  return guards;
}

async function playWithout(guards: Guard[]) {
  openWithout(guards);
  try {
    return await findBreak();
  } finally {
    closeDatabase();
  }
}

/** What a plain statement is told on the program's own connection when these guards are gone. */
async function tryWithout(names: string[], attempt: string) {
  openWithout(guardsOfSchema().filter(({ name }) => names.includes(name)));
  await furnishAll();
  const world = readLedger();
  return refusalOf(world, attempts[attempt]!.sql(world, { a: 1, b: 0, c: 0, amount: 5 })!);
}

function openWithout(guards: Guard[]) {
  closeDatabase();
  const file = join(folder(), "mutant.db");
  copyFileSync(inject("template"), file);
  for (const guard of guards) weaken(file, guard);
  openDatabase(file);
  handle().writer.pragma("synchronous = OFF");
}

function weaken(file: string, guard: Guard) {
  const sqlite = new Database(file);
  guard.remove(sqlite);
  sqlite.close();
}

async function findBreak() {
  try {
    await furnishAll();
  } catch (error) {
    return new Broken("the first payments", (error as Error).message);
  }
  const { errorInstance } = await fc.check(game(), { numRuns: RUNS, seed: SEED, endOnFailure: true });
  if (errorInstance && !(errorInstance instanceof Broken)) throw errorInstance;
  return errorInstance as Broken | null;
}

function row(name: string, broken: Broken | null) {
  return `${name.padEnd(62)} ${broken ? `${broken.deed}: ${broken.how}` : "nothing: another guard says the same"}`;
}
