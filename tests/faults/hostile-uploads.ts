import { copyFileSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { openDatabase } from "~/db/client";
import { migrateDatabase } from "~/db/migrate";
import { localStorage } from "~/domain/media/local-storage.server";
import { setStorage } from "~/domain/media/storage.server";
import { upload } from "~/domain/media/uploading.server";
import { NOON } from "~/tests/factories";

// A process that takes in, one after the other, the files named on its command line; then says what became of each.
const [folder, ...paths] = process.argv.slice(2) as [string, ...string[]];
const arriving = join(folder, "arriving");

mkdirSync(arriving, { recursive: true });
await migrateDatabase({ file: join(folder, "crucible.db") });
openDatabase(join(folder, "crucible.db"));
setStorage(localStorage(folder));

const outcomes = [];
for (const [i, path] of paths.entries()) outcomes.push(await send(path, i + 1));
process.send!({ outcomes, peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024) });
process.disconnect();

async function send(path: string, ownerId: number) {
  const before = lying();
  const arrival = join(arriving, "0");
  copyFileSync(path, arrival);
  const startedAt = performance.now();
  const taken = await upload({
    ownerId,
    arrival: { path: arrival, name: basename(path), bytes: statSync(path).size, tooLarge: false },
    level: 1,
    alt: "",
    now: NOON,
  });
  const ms = Math.round(performance.now() - startedAt);
  rmSync(arrival, { force: true });
  return { file: basename(path), outcome: taken.ok ? "taken" : taken.reason, left: lying() - before, ms };
}

/** How many files lie in storage and on their way there. */
function lying() {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return files.filter(({ parentPath }) => /\/(media|arriving)(\/|$)/.test(parentPath)).length;
}
