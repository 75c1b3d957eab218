import { beforeEach, test } from "vitest";
import fc, { SEED } from "~/tests/seed";
import { useDatabase } from "~/tests/database";
import { attempts, game } from "~/tests/faults/ledger/playing";
import { furnishAll } from "~/tests/faults/ledger/model";

useDatabase();
beforeEach(furnishAll);

const runs = Number(process.env.LEDGER_RUNS ?? 2000);

// LEDGER_RUNS=100000 for the long one.
const timeout = 600_000 + runs * 300;
test(`the ledger is as its model through ${runs} games of payments and tampering`, { timeout }, async () => {
  console.info(`ledger model: ${runs} runs, seed ${SEED}, ${Object.keys(attempts).length} ways to tamper`);
  await fc.assert(game(), { numRuns: runs });
});
