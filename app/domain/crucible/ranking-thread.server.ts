import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { handle, reader } from "~/db/client";
import { rankCrucible } from "./ranking.server";
import type { Ranking } from "./ranking.server";

/** Up to so many votes a thread costs more than it saves. */
const FEW_VOTES = 500;

/** Ranks a crucible, off the event loop when it has many votes. */
export function rankAside({ id, voteCount }: { id: number; voteCount: number }) {
  return voteCount > FEW_VOTES ? inThread(id) : rankCrucible(reader(), id);
}

async function inThread(crucibleId: number) {
  const worker = startThread(import.meta.url, { file: handle().file, crucibleId });
  const [ranking] = (await once(worker, "message")) as [Ranking];
  return ranking;
}

// Built, the thread's script lies beside the server's. From sources it is TypeScript, which tsx reads.
function startThread(here: string, workerData: { file: string; crucibleId: number }) {
  if (!new URL(here).pathname.endsWith(".ts")) return new Worker(new URL("./ranking-worker.js", here), { workerData });
  const source = JSON.stringify(new URL("./ranking-worker.server.ts", here).href);
  return new Worker(`import("tsx/esm/api").then(({ tsImport }) => tsImport(${source}, ${source}))`, { eval: true, workerData });
}
