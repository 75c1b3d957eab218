import { once } from "node:events";
import { fileURLToPath } from "node:url";
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
  const { file, options } = threadSource(import.meta.url);
  const worker = new Worker(file, { ...options, workerData: { file: handle().file, crucibleId } });
  const [ranking] = (await once(worker, "message")) as [Ranking];
  return ranking;
}

// Built, the thread's script lies beside the server's. From sources it is TypeScript, which a thread reads through tsx.
function threadSource(here: string) {
  if (!here.endsWith(".ts")) return { file: fileURLToPath(new URL("ranking-worker.js", here)), options: {} };
  const source = fileURLToPath(new URL("ranking-worker.server.ts", here));
  return { file: source, options: { execArgv: ["--import", "tsx"] } };
}
