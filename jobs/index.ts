import { purgeSessions } from "./account";
import { fillHorizon, judgeChallenges, startChallenges } from "./challenge";
import { purgeDrafts, settleCrucibles, startCrucibles } from "./crucible";
import { nightlyBackup, optimizeDatabase } from "./database";
import { sweepMedia } from "./media";
import { drainEvents } from "./notification";
import { copyTombstones } from "./profile";
import { purgeTokens } from "./token";
import { checkLedger, repayDebts } from "./wallet";

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
  startChallenges,
  judgeChallenges,
  fillHorizon,
  drainEvents,
  repayDebts,
  purgeSessions,
  purgeDrafts,
  purgeTokens,
  checkLedger,
  nightlyBackup,
  copyTombstones,
  optimizeDatabase,
  sweepMedia,
];
