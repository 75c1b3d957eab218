import { once } from "node:events";
import { handle, reader } from "~/db/client";
import { startThread } from "~/db/thread";
import { rankCrucible } from "./ranking.server";
import type { Ranking } from "./ranking.server";

/** Up to so many votes a thread costs more than it saves. */
const FEW_VOTES = 500;

/** Ranks a crucible, off the event loop when it has many votes. */
export function rankAside({ id, voteCount }: { id: number; voteCount: number }) {
  return voteCount > FEW_VOTES ? inThread(id) : rankCrucible(reader(), id);
}

async function inThread(crucibleId: number) {
  const workerData = { file: handle().file, crucibleId };
  const worker = startThread({ here: import.meta.url, source: "./ranking-worker.server.ts", built: "ranking-worker.js", workerData });
  const [ranking] = (await once(worker, "message")) as [Ranking];
  return ranking;
}
