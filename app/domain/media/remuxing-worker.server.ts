import { parentPort, workerData } from "node:worker_threads";
import { remux } from "./remuxing.server";
import type { Remuxed, Remuxing } from "./remuxing.server";

// Runs as a thread of its own: bundled beside the server as remuxing-worker.js. mediabunny throws on what it cannot read.
const remuxed = await remux(workerData as Remuxing).catch((): Remuxed => ({ ok: false, reason: "no-video" }));
parentPort!.postMessage(remuxed);
