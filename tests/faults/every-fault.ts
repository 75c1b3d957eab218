import type { Fault } from "./fault";
import { wrongBucket } from "./wrong-bucket";

/** In the order of docs/reliability.md. */
export const faults = [wrongBucket] as Fault[];
