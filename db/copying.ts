import { once } from "node:events";
import { handle } from "./client";
import { startThread } from "./worker";

/** Writes a whole, compact copy of the open database to `to`, off the event loop. Throws when the copy is not sound. */
export async function copyDatabase(to: string) {
  const workerData = { from: handle().file, to };
  const worker = startThread({
    here: import.meta.url,
    source: "./copying-worker.ts",
    built: "copying-thread.js",
    workerData,
  });
  const [verdict] = (await once(worker, "message")) as [string];
  if (verdict !== "ok") throw new Error(`The copied database failed its integrity check: ${verdict}`);
}
