import type { RawEntry } from "../generation";
import { commentsOf, textOf } from "./findings";
import { objectsIn, type Json } from "./loose-json";

/** Every comment that is a JSON object; SwarmUI for one has used EXIF's Model for it. */
export function jsonComments(entries: readonly RawEntry[]): Json[] {
  return objectsIn([...commentsOf(entries), textOf(entries, "Model")]);
}
