import type { Fault } from "./fault";
import { diskFull } from "./disk-full";
import { killCycles } from "./kill-cycles";
import { restoreDrill } from "./restoring";
import { storeDown } from "./store-down";
import { wrongBucket } from "./wrong-bucket";

/** In the order of docs/reliability.md. */
export const faults = [killCycles, diskFull, storeDown, wrongBucket, restoreDrill] as Fault[];
