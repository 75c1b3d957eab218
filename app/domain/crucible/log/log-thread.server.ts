import { answerOf, workerFor } from "../settling/ranking-in-worker.server";
import type { Difference } from "./open-log";
import type { Verified } from "./verifying";

const checks = new Map<number, Promise<Verified | Difference>>();
let last: Promise<unknown> = Promise.resolve();

/** Whether the log of a completed crucible checks out. One is checked at a time; who asks for the same meanwhile gets the same. */
export function verifyInWorker(crucibleId: number) {
  const underWay = checks.get(crucibleId);
  if (underWay) return underWay;
  const check = last.then(() => answerOf<Verified | Difference>(workerFor("check", crucibleId)));
  checks.set(crucibleId, check);
  last = check.catch(() => null).finally(() => checks.delete(crucibleId));
  return check;
}

/** The log of a completed crucible as a stream of text, made as fast as it is read. */
export function streamLog(crucibleId: number) {
  const thread = workerFor("log", crucibleId);
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      thread.postMessage("more");
      const piece = await answerOf<Uint8Array<ArrayBuffer> | null>(thread);
      if (piece) controller.enqueue(piece);
      else controller.close();
    },
    cancel: () => void thread.terminate(),
  });
}
