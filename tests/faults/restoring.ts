import { existsSync, rmSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { bucketSettings } from "~/db/bucket";
import { closeDatabase, openDatabase } from "~/db/client";
import { restoreInto } from "~/db/restoring";
import { seededRandom } from "~/domain/contest/random";
import { auditDatabase } from "~/jobs/restore-audit";
import { startObjectStore } from "~/tests/fixtures/object-store";
import type { ObjectStore } from "~/tests/fixtures/object-store";
import { makePerson } from "~/tests/factories";
import { lostAmong, readActions } from "./acknowledged";
import { builtChild } from "~/tests/built-child";
import { freePort, launchGroup } from "./child-site";
import { ensure, percentile } from "./fault";
import type { Fault } from "./fault";
import { inScratch, withDatabase } from "./scratch";

// A deed is two transactions, but for opening one.
const PER_SECOND = 110;

type Size = { trials: number; mostLostSeconds: number };

/**
 * The machine is gone in the middle of work, with its disk; the site begins again from the bucket.
 * Only the full size has an eye on the time it takes.
 */
export const restoreDrill: Fault<Size> = {
  name: "restore-drill",
  bar: "machine and disk lost at 200 tx/s: RPO ≤ 2 s, integrity, ledger and vote replay pass",
  small: { trials: 1, mostLostSeconds: 60 },
  full: { trials: 20, mostLostSeconds: 2 },
  async run({ trials, mostLostSeconds }, seed) {
    const random = seededRandom(seed);
    const [actor, wrapper] = [
      await builtChild("tests/faults/actor.ts"),
      await builtChild("tests/faults/replicated-actor.ts"),
    ];
    const reached = [];
    for (let trial = 0; trial < trials; trial++) {
      reached.push(await inScratch((folder) => lose(folder, [wrapper, actor], random)));
      ensure(reached.at(-1)!.rpo <= mostLostSeconds, `what was acknowledged over ${reached.at(-1)!.rpo} s was lost`);
    }
    const worst = (figures: number[]) => Math.max(...figures);
    return {
      trials,
      transactionsPerSecond: Math.round(
        2 *
          percentile(
            reached.map((one) => one.perSecond),
            0.5,
          ),
      ),
      lostDeeds: {
        median: percentile(
          reached.map((one) => one.lost),
          0.5,
        ),
        worst: worst(reached.map((one) => one.lost)),
      },
      rpoSeconds: {
        median: percentile(
          reached.map((one) => one.rpo),
          0.5,
        ),
        worst: worst(reached.map((one) => one.rpo)),
      },
      restoreSeconds: { worst: worst(reached.map((one) => one.restoreSeconds)) },
    };
  },
};

async function lose(scratch: string, [wrapper, actor]: string[], random: () => number) {
  const store = await startObjectStore(join(scratch, "store"));
  const volume = join(scratch, "volume");
  await mkdir(volume);
  await withDatabase(volume, async () => {
    for (let person = 0; person < 12; person++) await makePerson({ buzz: 1_000_000 });
  });
  try {
    const deeds = await workUntilKilled(scratch, volume, [wrapper!, actor!], store, random);
    rmSync(volume, { recursive: true });
    return await recover(scratch, store, deeds);
  } finally {
    await store.stop();
  }
}

type Actions = ReturnType<typeof readActions>;

async function workUntilKilled(
  scratch: string,
  volume: string,
  [wrapper, actor]: string[],
  store: ObjectStore,
  random: () => number,
) {
  const [acked, copies] = [join(scratch, "acknowledged"), join(scratch, "store", "crucible", "replica")];
  const seed = Math.floor(random() * 2 ** 31);
  const settings = { ...store.settings(), LITESTREAM_PORT: String(await freePort()) };
  const args = [wrapper!, join(volume, "crucible.db"), actor!, acked, `${seed}`, `${PER_SECOND}`, "true"];
  const group = launchGroup(args, settings);
  while (!(existsSync(acked) && existsSync(copies)) && group.process.exitCode === null) await sleep(20);
  await sleep(3000 + random() * 3000);
  ensure(group.process.exitCode === null, `it ended by itself: ${group.said()}`);
  await group.kill();
  return readActions(acked);
}

async function recover(scratch: string, store: ObjectStore, deeds: Actions) {
  const restored = join(scratch, "restored");
  await mkdir(restored);
  const { seconds } = await restoreInto(restored, bucketSettings(store.settings())!);
  const audit = await auditDatabase(join(restored, "crucible.db"));
  ensure(audit.ok, `what was restored is not sound: ${JSON.stringify(audit)}`);
  openDatabase(join(restored, "crucible.db"));
  const lost = lostAmong(deeds);
  closeDatabase();
  const [first, last] = [deeds[0]!, deeds.at(-1)!];
  const rpo = lost.length === 0 ? 0 : (last.at - lost[0]!.at) / 1000;
  return { lost: lost.length, rpo, restoreSeconds: seconds, perSecond: (deeds.length * 1000) / (last.at - first.at) };
}
