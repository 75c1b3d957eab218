import { once } from "node:events";
import type { Worker } from "node:worker_threads";
import { handle, reader } from "~/db/client";
import { startWorker } from "~/db/worker";
import { rankCrucible } from "./ranking.server";
import type { Ranking } from "./ranking.server";

/** Up to so many votes and entries a thread costs more than it saves. */
const FEW = 500;

/** What a thread is asked for: a ranking, the check of a log, or the log itself, piece by piece. */
export type WorkerTask = { file: string; crucibleId: number; task: "rank" | "check" | "log" };

/** Ranks a crucible, off the event loop when there is much of it. */
export function rankInWorker({ id, voteCount, entryCount }: { id: number; voteCount: number; entryCount: number }) {
  return voteCount + entryCount > FEW ? answerOf<Ranking>(workerFor("rank", id)) : rankCrucible(reader(), id);
}

/** The next message of a thread; throws what the thread threw, and when it ends without one. */
export async function answerOf<T>(worker: Worker) {
  const ended = new AbortController();
  const giveUp = () => ended.abort(new Error("The worker exited without a result."));
  worker.once("exit", giveUp);
  try {
    const [answer] = (await once(worker, "message", { signal: ended.signal })) as [T];
    return answer;
  } finally {
    worker.off("exit", giveUp);
  }
}

/** A thread for one task, on a read-only connection of its own. */
export function workerFor(task: WorkerTask["task"], crucibleId: number) {
  const workerData: WorkerTask = { file: handle().file, crucibleId, task };
  return startWorker({
    here: import.meta.url,
    source: "../ranking-worker.server.ts",
    built: "ranking-worker.js",
    workerData,
  });
}
