import { optimizeDatabaseJob } from "./optimize-database";
import { purgeSessions } from "./purge-sessions";

export type Job = {
  name: string;
  /** A cron pattern, in UTC. */
  schedule: string;
  /** One domain call, which finds out itself what is due at `now`. */
  run: (context: { now: Date }) => Promise<unknown>;
};

/** Everything the site does by itself. */
export const timetable: Job[] = [purgeSessions, optimizeDatabaseJob];
