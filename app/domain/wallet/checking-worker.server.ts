import { parentPort, workerData } from "node:worker_threads";
import { connectReadOnly } from "~/db/client";
import { lowerPriority } from "~/db/worker";
import { checkLedger } from "./checking.server";

// Runs as a thread of its own: bundled beside the server as checking-worker.js.
lowerPriority();
const { db, close } = connectReadOnly(workerData as string);
parentPort!.postMessage(checkLedger(db));
close();
