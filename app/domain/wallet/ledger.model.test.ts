import fc from "fast-check";
import { beforeEach, test } from "vitest";
import { useDatabase } from "~/tests/database";
import { attempts, game } from "~/tests/faults/ledger/playing";
import { furnish } from "~/tests/faults/ledger/world";

useDatabase();
beforeEach(furnish);

const runs = Number(process.env.LEDGER_RUNS ?? 2000);

// LEDGER_RUNS=100000 for the long one; LEDGER_SEED plays one again.
const timeout = 60_000 + runs * 100;
test(`the ledger is as its model through ${runs} games of payments and tampering`, { timeout }, async () => {
  const seed = Number(process.env.LEDGER_SEED ?? Date.now() % 2 ** 31);
  console.info(`ledger model: ${runs} runs, seed ${seed}, ${Object.keys(attempts).length} ways to tamper`);
  await fc.assert(game({ strict: true }), { numRuns: runs, seed });
});
