import { fork } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "~/db/client";
import { migrateDatabase } from "~/db/migrate";
import { localStorage } from "~/domain/media/local-storage.server";
import { setStorage } from "~/domain/media/storage.server";
import { upload } from "~/domain/media/uploading.server";
import { NOON } from "~/tests/factories";
import { photos } from "../photos";

// npm run bench:uploads: pictures per second taken in one after the other and twenty at a time, and the memory that took.
// The bars: twenty at a time is no slower, and stays below 512 MB.

const AT_ONCE = 20;
const MAX_RSS_MB = 512;
const MIN_GAIN = 0.9;
let sent = 0;

if (process.send) await work(process.argv[2]!);
else await measure();

async function measure() {
  const folder = mkdtempSync(join(tmpdir(), "crucible-uploads-"));
  const env = { ...process.env, MALLOC_ARENA_MAX: "2" }; // as app/start.mjs and the container set it
  const child = fork("tests/bench/uploads.ts", [folder], { env, execArgv: ["--import", "tsx"] });
  const [figures] = (await once(child, "message")) as [Record<"one" | "many" | "peakRssMb" | "pictures", number>];
  rmSync(folder, { recursive: true, force: true });
  const { one, many, peakRssMb, ...rest } = figures;
  const gain = many / one;
  console.log(
    `one after the other ${one.toFixed(1)} pictures/s, ${AT_ONCE} at a time ${many.toFixed(1)}/s (${gain.toFixed(2)} ×), peak RSS ${peakRssMb} MB`,
  );
  const reached = gain >= MIN_GAIN && peakRssMb < MAX_RSS_MB;
  console.log(
    `RESULT ${JSON.stringify({ bench: "uploads", ...rest, onePerSecond: one, manyPerSecond: many, gain, peakRssMb, reached })}`,
  );
  process.exit(reached ? 0 : 1);
}

async function work(folder: string) {
  await migrateDatabase({ file: join(folder, "crucible.db") });
  openDatabase(join(folder, "crucible.db"));
  setStorage(localStorage(folder));
  const paths = await photos(2 * AT_ONCE);
  await Promise.all(paths.slice(0, 4).map((path) => send(folder, path, 1))); // warm
  const one = await perSecond(paths.length, async () => {
    for (const path of paths) await send(folder, path, 2);
  });
  const many = await perSecond(paths.length, async () => {
    for (let at = 0; at < paths.length; at += AT_ONCE)
      await Promise.all(paths.slice(at, at + AT_ONCE).map((path) => send(folder, path, 3)));
  });
  process.send!({ pictures: paths.length, one, many, peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024) });
  process.disconnect();
}

async function perSecond(count: number, work: () => Promise<void>) {
  const startedAt = performance.now();
  await work();
  return (count * 1000) / (performance.now() - startedAt);
}

async function send(folder: string, from: string, ownerId: number) {
  const path = join(folder, "arriving", String((sent += 1)), "0");
  mkdirSync(join(path, ".."), { recursive: true });
  copyFileSync(from, path);
  const taken = await upload({
    ownerId,
    arrival: { path, name: "x", bytes: statSync(path).size, tooLarge: false },
    level: 1,
    alt: "",
    now: NOON,
  });
  if (!taken.ok || taken.duplicate) throw new Error(`${from} was not taken: ${JSON.stringify(taken)}`);
}
