import { once } from "node:events";
import { join } from "node:path";
import { handle } from "~/db/client";
import { builtChild, forkChild } from "~/tests/built-child";
import { runAction } from "./actions";
import type { ActionName, Actions, Report } from "./actions";
import { ensure } from "./fault";
import { defects, inScratch, withDatabase } from "./scratch";

/** `after`: milliseconds by which this one starts later. */
type Runner<N extends ActionName = ActionName> = {
  deed: N;
  details?: Parameters<Actions[N]>[0];
  after?: number;
};

export type Track = {
  /** Starts everybody at once, every other one in another process. Who did it, in the same order. */
  race: (runners: Runner[]) => Promise<boolean[]>;
};

/** A fresh database with two processes on it. Afterwards everything must still be in order. */
export function onTrack<T>(use: (track: Track) => Promise<T>) {
  return inScratch((folder) =>
    withDatabase(folder, async () => {
      const rival = forkChild(await builtChild("tests/faults/rival.ts"), [join(folder, "crucible.db")]);
      try {
        await once(rival.process, "message");
        const figures = await use(trackWith(rival.process));
        ensure(defects() === null, `not in order: ${JSON.stringify(defects())}`);
        return figures;
      } finally {
        await rival.kill();
      }
    }),
  );
}

function trackWith(rival: ReturnType<typeof forkChild>["process"]): Track {
  const waiting = new Map<number, (report: Report) => void>();
  let numbers = 0;
  let turn = 0;
  rival.on("message", (report: Report) => waiting.get(report.number)?.(report));
  return {
    async race(runners) {
      turn += 1;
      const orders = runners.map(({ deed, details, after = 0 }) => ({ number: numbers++, deed, details, after }));
      const theirs = orders.filter((_, i) => (i + turn) % 2 === 0);
      const answers = theirs.map(({ number }) => new Promise<Report>((resolve) => waiting.set(number, resolve)));
      rival.send(theirs);
      const ours = orders.filter((order) => !theirs.includes(order)).map(runAction);
      const reports = await Promise.all([...answers, ...ours]);
      for (const { number } of theirs) waiting.delete(number);
      for (const { error } of reports) ensure(!error, `somebody crashed instead of losing: ${error}`);
      return orders.map(({ number }) => reports.find((report) => report.number === number)!.did);
    },
  };
}

/** One value out of the open database. */
export function value<T = number>(sql: string, ...values: unknown[]) {
  return handle()
    .writer.prepare(sql)
    .pluck()
    .get(...values) as T;
}
