import { authorization } from "./authorization";
import { clockJumps } from "./clock-jumps";
import { detective } from "./detective";
import { diskFull } from "./disk-full";
import type { Fault } from "./fault";
import { finalizingRaces } from "./finalizing-races";
import { forgery } from "./forgery";
import { formFlood } from "./form-flood";
import { formGrowth } from "./form-growth";
import { formFuzz } from "./form-fuzz";
import { hostileFiles } from "./hostile-files";
import { killCycles } from "./kill-cycles";
import { killJudging } from "./kill-judging";
import { lastPlaceRaces } from "./last-place-races";
import { ledgerMigration } from "./ledger-migration";
import { load } from "./load";
import { mediaStore } from "./media-store";
import { opposingRaces } from "./opposing-races";
import { repeatedRequests } from "./repeated-requests";
import { repeatedVotes } from "./repeated-votes";
import { restoreDrill } from "./restoring";
import { stopping } from "./stopping";
import { storeDown } from "./store-down";
import { wrongBucket } from "./wrong-bucket";

/** In the order of docs/reliability.md. */
export const faults = [
  killCycles,
  ledgerMigration,
  repeatedVotes,
  repeatedRequests,
  finalizingRaces,
  killJudging,
  lastPlaceRaces,
  opposingRaces,
  clockJumps,
  diskFull,
  storeDown,
  wrongBucket,
  mediaStore,
  restoreDrill,
  stopping,
  authorization,
  forgery,
  formFuzz,
  formFlood,
  formGrowth,
  hostileFiles,
  detective,
  load,
] as Fault[];
