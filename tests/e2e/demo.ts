import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { once } from "node:events";

const WAIT_MS = 300_000;

/**
 * Copies a demo into `folder`: drawn once for each build, by whoever comes first. Returns how far the clock has to be
 * moved, in milliseconds, for it to be the hour at which the demo was drawn.
 */
export async function copyDemo(folder: string, port: () => Promise<number>) {
  const build = createHash("sha256").update(readFileSync("build/server.js")).digest("hex").slice(0, 12);
  const drawn = `build/demo-${build}`;
  if (!existsSync(drawn)) await (claim(`${drawn}.drawing`) ? draw(drawn, await port()) : appears(drawn));
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

async function draw(drawn: string, port: number) {
  const folder = `${drawn}.drawing`;
  const env = { ...process.env, NODE_ENV: "production" as const, STAGE: "trial", DATA_DIR: folder, PORT: String(port), LOG_LEVEL: "error" };
  const drawnAt = Date.now();
  const child = spawn(process.execPath, ["build/server.js"], { env, stdio: "inherit" });
  while (child.exitCode === null && !(await fetch(`http://localhost:${port}/healthz`).catch(() => null))?.ok) await aWhile();
  child.kill("SIGTERM");
  if (child.exitCode === null) await once(child, "exit");
  writeFileSync(`${folder}/drawn-at`, String(drawnAt));
  renameSync(folder, drawn);
}

async function appears(drawn: string) {
  for (let waited = 0; waited < WAIT_MS && !existsSync(drawn); waited += 200) await aWhile();
}

function aWhile() {
  return new Promise((resolve) => setTimeout(resolve, 200));
}
