import { once } from "node:events";
import { startWorker } from "~/db/worker";
import type { Remuxed, Remuxing } from "./remuxing.server";

const TIME_LIMIT_MS = 20_000;
/** By its time limit, or by its memory limit. */
const ended = new Set<unknown>(["ABORT_ERR", "ERR_WORKER_OUT_OF_MEMORY"]);
const MAX_MEMORY = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 32 };

/**
 * `remux` in a thread that is ended when it takes longer than 20 seconds or more memory than any clip of ours needs:
 * files were made on which mediabunny never comes back. What ends so is no video to us.
 */
export async function remuxInWorker(work: Remuxing, timeLimit = TIME_LIMIT_MS): Promise<Remuxed> {
  const worker = startWorker({
    ...{ here: import.meta.url, source: "./remuxing-worker.server.ts", built: "remuxing-worker.js" },
    workerData: work,
    resourceLimits: MAX_MEMORY,
    ...{ stdout: true, stderr: true }, // mediabunny's complaints about uploads are not news
  });
  try {
    const [remuxed] = (await once(worker, "message", { signal: AbortSignal.timeout(timeLimit) })) as [Remuxed];
    return remuxed;
  } catch (error) {
    if (!ended.has((error as NodeJS.ErrnoException).code)) throw error;
    return { ok: false, reason: "no-video" };
  } finally {
    await worker.terminate();
  }
}
