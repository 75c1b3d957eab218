import Database from "better-sqlite3";
import { parentPort, workerData } from "node:worker_threads";
import { lowerPriority } from "./worker";

lowerPriority();
const { from, to } = workerData as { from: string; to: string };

const source = new Database(from, { readonly: true, timeout: 5000 });
source.prepare("VACUUM INTO ?").run(to);
source.close();

const copy = new Database(to, { readonly: true });
parentPort!.postMessage(copy.pragma("integrity_check", { simple: true }));
copy.close();
