import { checkLedger } from "./check-ledger";
import { copyTombstones } from "./copy-tombstones";
import { drainEvents } from "./drain-events";
import { nightlyBackup } from "./nightly-backup";
import { optimizeDatabase } from "./optimize-database";
import { purgeDrafts } from "./purge-drafts";
import { purgeSessions } from "./purge-sessions";
import { repayDebts } from "./repay-debts";
import { settleCrucibles } from "./settle-crucibles";
import { startCrucibles } from "./start-crucibles";
import { sweepMedia } from "./sweep-media";

export type Job = {
  name: string;
  /** A cron pattern, in UTC. */
  schedule: string;
  /** One domain call, which finds out itself what is due at `now`. */
  run: (context: { now: Date }) => Promise<unknown>;
};

/** Everything the site does by itself. */
export const timetable: Job[] = [
  startCrucibles,
  settleCrucibles,
  drainEvents,
  repayDebts,
  purgeSessions,
  purgeDrafts,
  checkLedger,
  nightlyBackup,
  copyTombstones,
  optimizeDatabase,
  sweepMedia,
];
