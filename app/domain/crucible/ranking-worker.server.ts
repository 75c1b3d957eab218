import { parentPort, workerData } from "node:worker_threads";
import { connectReadOnly } from "~/db/client";
import { rankCrucible } from "./ranking.server";

// Runs as a thread of its own: bundled beside the server as ranking-worker.js.
const { file, crucibleId } = workerData as { file: string; crucibleId: number };
const { db, close } = connectReadOnly(file);
parentPort!.postMessage(await rankCrucible(db, crucibleId));
close();
