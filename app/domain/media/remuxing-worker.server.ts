import { parentPort, workerData } from "node:worker_threads";
import { remux } from "./remuxing.server";
import type { Remuxing } from "./remuxing.server";

// Runs as a thread of its own: bundled beside the server as remuxing-worker.js.
parentPort!.postMessage(await remux(workerData as Remuxing));
