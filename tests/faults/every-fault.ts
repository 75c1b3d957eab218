import { authorization } from "./authorization";
import { diskFull } from "./disk-full";
import type { Fault } from "./fault";
import { finalizingRaces } from "./finalizing-races";
import { forgery } from "./forgery";
import { formFuzz } from "./form-fuzz";
import { killCycles } from "./kill-cycles";
import { lastPlaceRaces } from "./last-place-races";
import { opposingRaces } from "./opposing-races";
import { repeatedVotes } from "./repeated-votes";
import { restoreDrill } from "./restoring";
import { storeDown } from "./store-down";
import { wrongBucket } from "./wrong-bucket";

/** In the order of docs/reliability.md. */
export const faults = [
  killCycles,
  repeatedVotes,
  finalizingRaces,
  lastPlaceRaces,
  opposingRaces,
  diskFull,
  storeDown,
  wrongBucket,
  restoreDrill,
  authorization,
  forgery,
  formFuzz,
] as Fault[];
