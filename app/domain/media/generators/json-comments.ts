import type { RawEntry } from "../generation";
import { commentsOf } from "./findings";
import { objectsIn, type Json } from "./loose-json";

/** Every comment that is a JSON object. */
export function jsonComments(entries: readonly RawEntry[]): Json[] {
  return objectsIn(commentsOf(entries));
}
