import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { startChild } from "~/tests/faults/child-site";

const WAIT_MS = 300_000;

/**
 * Copies a demo into `folder`: drawn once for each build, by whoever comes first. Returns how far the clock has to be
 * moved, in milliseconds, for it to be the hour at which the demo was drawn.
 */
export async function copyDemo(folder: string) {
  const build = createHash("sha256").update(readFileSync("build/server.js")).digest("hex").slice(0, 12);
  const drawn = `build/demo-${build}`;
  if (!existsSync(drawn)) await (claim(`${drawn}.drawing`) ? draw(drawn) : appears(drawn));
  cpSync(drawn, folder, { recursive: true });
  return Number(readFileSync(`${drawn}/drawn-at`, "utf8")) - Date.now();
}

/** Whether nobody draws it yet; one who died at it long ago does not count. */
function claim(lock: string) {
  if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > WAIT_MS) rmSync(lock, { recursive: true });
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}

async function draw(drawn: string) {
  const folder = `${drawn}.drawing`;
  const drawnAt = Date.now();
  const site = await startChild({ folder, settings: { DEMO: "true" } });
  await site.stop();
  writeFileSync(`${folder}/drawn-at`, String(drawnAt));
  renameSync(folder, drawn);
}

async function appears(drawn: string) {
  for (let waited = 0; waited < WAIT_MS && !existsSync(drawn); waited += 200) await sleep(200);
}
