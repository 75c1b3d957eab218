import { once } from "node:events";
import type { Worker } from "node:worker_threads";
import { handle, reader } from "~/db/client";
import { startThread } from "~/db/thread";
import { rankCrucible } from "./ranking/ranking.server";
import type { Ranking } from "./ranking/ranking.server";
import type { Difference } from "./log/open-log";
import type { Verified } from "./log/verifying";

/** Up to so many votes and entries a thread costs more than it saves. */
const FEW = 500;

/** What a thread is asked for: a ranking, the check of a log, or the log itself, piece by piece. */
export type Errand = { file: string; crucibleId: number; task: "rank" | "check" | "log" };

/** Ranks a crucible, off the event loop when there is much of it. */
export function rankAside({ id, voteCount, entryCount }: { id: number; voteCount: number; entryCount: number }) {
  return voteCount + entryCount > FEW ? answerOf<Ranking>(threadFor("rank", id)) : rankCrucible(reader(), id);
}

const checks = new Map<number, Promise<Verified | Difference>>();
let last: Promise<unknown> = Promise.resolve();

/** Whether the log of a completed crucible comes out. One is checked at a time; who asks for the same meanwhile gets the same. */
export function checkAside(crucibleId: number) {
  const underWay = checks.get(crucibleId);
  if (underWay) return underWay;
  const check = last.then(() => answerOf<Verified | Difference>(threadFor("check", crucibleId)));
  checks.set(crucibleId, check);
  last = check.catch(() => null).finally(() => checks.delete(crucibleId));
  return check;
}

/** The log of a completed crucible as a stream of text, gzipped when `packed`, made as fast as it is read. */
export function streamLog(crucibleId: number, { packed }: { packed: boolean }) {
  const thread = threadFor("log", crucibleId);
  const text = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      thread.postMessage("more");
      const piece = await answerOf<Uint8Array<ArrayBuffer> | null>(thread);
      if (piece) controller.enqueue(piece);
      else controller.close();
    },
    cancel: () => void thread.terminate(),
  });
  return packed ? text.pipeThrough<Uint8Array>(new CompressionStream("gzip")) : text;
}

/** The next message of a thread; throws what the thread threw, and when it ends without one. */
async function answerOf<T>(thread: Worker) {
  const ended = new AbortController();
  const giveUp = () => ended.abort(new Error("The worker exited without a result."));
  thread.once("exit", giveUp);
  try {
    const [answer] = (await once(thread, "message", { signal: ended.signal })) as [T];
    return answer;
  } finally {
    thread.off("exit", giveUp);
  }
}

function threadFor(task: Errand["task"], crucibleId: number) {
  const workerData: Errand = { file: handle().file, crucibleId, task };
  return startThread({
    here: import.meta.url,
    source: "./ranking-worker.server.ts",
    built: "ranking-worker.js",
    workerData,
  });
}
