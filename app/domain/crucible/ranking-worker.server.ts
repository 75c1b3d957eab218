import { once } from "node:events";
import { parentPort, workerData } from "node:worker_threads";
import { connectReadOnly } from "~/db/client";
import { publicLog } from "./log/public-log.server";
import { rankCrucible } from "./settling/ranking.server";
import type { WorkerTask } from "./settling/ranking-in-worker.server";
import { verifyLog } from "./log/verifying";

// Runs as a thread of its own: bundled beside the server as ranking-worker.js.
const PIECE = 1 << 18;
const port = parentPort!;
const { file, crucibleId, task } = workerData as WorkerTask;
const { db, close } = connectReadOnly(file);
const tasks = { rank, check, log: tell };
await tasks[task]();
close();

async function rank() {
  port.postMessage(await rankCrucible(db, crucibleId));
}

async function check() {
  const { lines, head } = await readLog();
  port.postMessage(verifyLog(lines, head));
}

/** Each piece waits until somebody asks for it; null says that there is no more. */
async function tell() {
  await once(port, "message");
  let text = "";
  for (const line of (await readLog()).lines) {
    text += `${line}\n`;
    if (text.length < PIECE) continue;
    port.postMessage(new TextEncoder().encode(text));
    text = "";
    await once(port, "message");
  }
  port.postMessage(new TextEncoder().encode(text));
  await once(port, "message");
  port.postMessage(null);
}

async function readLog() {
  const log = await publicLog(db, crucibleId);
  if (!log) throw new Error(`Crucible ${crucibleId} has no log.`);
  return log;
}
