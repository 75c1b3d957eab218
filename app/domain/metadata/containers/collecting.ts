import type { RawEntry } from "../generation";
import { MAX_ENTRIES, MAX_TEXT, MAX_TOTAL } from "./limits";

export type Collector = {
  entries: RawEntry[];
  room: () => number;
  add: (entry: RawEntry) => void;
};

/** Gathers the texts of one file up to the limits; what is too much is left out, never an error. */
export function collector(): Collector {
  const entries: RawEntry[] = [];
  let left = MAX_TOTAL;
  const room = () => (entries.length < MAX_ENTRIES ? Math.min(left, MAX_TEXT) : 0);
  const add = (entry: RawEntry) => {
    if (entry.text === "" || entry.text.length > room()) return;
    left -= entry.text.length;
    entries.push(entry);
  };
  return { entries, room, add };
}
