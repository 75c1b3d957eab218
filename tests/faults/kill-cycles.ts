import { rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { closeDatabase, openDatabase } from "~/db/client";
import { auditDatabase } from "~/jobs/restore-audit";
import { seededRandom } from "~/domain/contest/random";
import { makePerson } from "~/tests/factories";
import { lostAmong, readActions } from "./acknowledged";
import { builtChild, forkChild } from "~/tests/built-child";
import { ensure } from "./fault";
import type { Fault } from "./fault";
import { inScratch, withDatabase } from "./scratch";

const PEOPLE = 12;
const CYCLES_EACH = 50;
// Six cycles of these come to the end of a crucible, on however slow a machine.
const MIN_ACTIONS = 10;

/** One process enters, judges and settles without a pause; it is killed at a random moment, again and again. */
export const killCycles: Fault<{ cycles: number }> = {
  name: "kill-cycles",
  bar: "kill -9 while voting, entering and finalizing: 0 acknowledged lost, 0 torn, ledger sum 0",
  small: { cycles: 6 },
  full: { cycles: 1000 },
  async run({ cycles }, seed) {
    const random = seededRandom(seed);
    const actor = await builtChild("tests/faults/actor.ts");
    const totals: Record<string, number> = {};
    // A site grows slow to check; begin afresh from time to time.
    for (let done = 0; done < cycles; done += CYCLES_EACH) {
      const deeds = await inScratch((folder) => batter(folder, actor, Math.min(CYCLES_EACH, cycles - done), random));
      for (const { deed } of deeds) totals[deed] = (totals[deed] ?? 0) + 1;
    }
    return { cycles, acknowledged: totals, lost: 0, torn: 0 };
  },
};

async function batter(folder: string, actor: string, cycles: number, random: () => number) {
  const file = join(folder, "crucible.db");
  await withDatabase(folder, async () => {
    for (let person = 0; person < PEOPLE; person++) await makePerson({ buzz: 1_000_000 });
  });
  const acked = join(folder, "acknowledged");
  const all: ReturnType<typeof readActions> = [];
  // On a slow machine it takes more of them until a crucible has gone all the way.
  for (let cycle = 0; cycle < cycles || !all.some(({ deed }) => deed === "settled"); cycle++) {
    const child = forkChild(actor, [file, acked, Math.floor(random() * 2 ** 31), 0, "false"]);
    const enough = MIN_ACTIONS * (1 + random());
    const alive = () => child.process.exitCode === null && child.process.signalCode === null;
    while (readActions(acked).length < enough && alive()) await sleep(5);
    await sleep(random() * 50);
    ensure(alive(), `the process ended by itself with ${child.process.exitCode}`);
    await child.kill();
    const deeds = readActions(acked);
    await check(file, deeds);
    all.push(...deeds);
    rmSync(acked, { force: true });
  }
  return all;
}

async function check(file: string, deeds: ReturnType<typeof readActions>) {
  const audit = await auditDatabase(file);
  ensure(audit.ok, `torn: ${JSON.stringify(audit)}`);
  openDatabase(file);
  const lost = lostAmong(deeds);
  closeDatabase();
  ensure(lost.length === 0, `acknowledged and lost: ${JSON.stringify(lost.slice(0, 5))}`);
}
