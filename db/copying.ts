import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { handle } from "./client";

/** Writes a whole, compact copy of the open database to `to`, off the event loop. Throws when the copy is not sound. */
export async function copyDatabase(to: string) {
  const worker = startThread(import.meta.url, { from: handle().file, to });
  const [verdict] = (await once(worker, "message")) as [string];
  if (verdict !== "ok") throw new Error(`The copy of the database is not sound: ${verdict}`);
}

// Built, the thread's script lies beside the server's. From sources it is TypeScript, which tsx reads.
function startThread(here: string, workerData: { from: string; to: string }) {
  if (!here.endsWith(".ts")) return new Worker(new URL("./copying-thread.js", here), { workerData });
  const source = JSON.stringify(new URL("./copying-thread.ts", here).href);
  return new Worker(`import("tsx/esm/api").then(({ tsImport }) => tsImport(${source}, ${source}))`, { eval: true, workerData });
}
