import { existsSync, readlinkSync } from "node:fs";
import { constants, getPriority, setPriority } from "node:os";
import { basename } from "node:path";
import { Worker } from "node:worker_threads";
import type { WorkerOptions } from "node:worker_threads";

type WorkerStart = WorkerOptions & {
  /** `import.meta.url` of the file that starts it. */
  here: string;
  /** The thread's script when run from sources, relative to that file. */
  source: `${"." | ".."}/${string}.ts`;
  /** What app/bundle.mjs calls it. */
  built: `${string}.js`;
};

/** Starts a thread of our own: the built script, or from sources TypeScript, which tsx reads. */
export function startWorker({ here, source, built, ...options }: WorkerStart) {
  if (!new URL(here).pathname.endsWith(".ts")) return new Worker(builtScript(here, built), options);
  const script = JSON.stringify(new URL(source, here).href);
  return new Worker(`import("tsx/esm/api").then(({ tsImport }) => tsImport(${script}, ${script}))`, {
    ...options,
    eval: true,
  });
}

/** For a thread that nobody waits for: whatever else this process does goes first. Only Linux tells threads apart. */
export function lowerPriority() {
  const self = "/proc/thread-self";
  const low = Math.max(getPriority(), constants.priority.PRIORITY_BELOW_NORMAL);
  if (existsSync(self)) setPriority(Number(basename(readlinkSync(self))), low);
}

// Beside the server; the pages' own bundle lies one folder further in.
function builtScript(here: string, built: string) {
  return [new URL(built, here), new URL(`../${built}`, here)].find((script) => existsSync(script))!;
}
