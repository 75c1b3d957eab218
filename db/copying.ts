import { once } from "node:events";
import { handle } from "./client";
import { startWorker } from "./worker";

/** Writes a whole, compact copy of the open database to `to`, off the event loop. Throws when the copy is not sound. */
export async function copyDatabase(to: string) {
  const workerData = { from: handle().file, to };
  const worker = startWorker({
    here: import.meta.url,
    source: "./copying-worker.ts",
    built: "copying-worker.js",
    workerData,
  });
  const [integrity] = (await once(worker, "message")) as [string];
  if (integrity !== "ok") throw new Error(`The copied database failed its integrity check: ${integrity}`);
}
