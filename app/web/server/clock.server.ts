import { readFileSync } from "node:fs";
import { env } from "./env.server";

/** The one clock of the site. Rooms get `now` as an argument and never ask. */
export const clock = {
  now() {
    return new Date(Date.now() + offset());
  },
};

// Tests move the clock of a running server through a file.
function offset() {
  const file = env().CLOCK_OFFSET_FILE;
  if (!file) return 0;
  try {
    return Number(readFileSync(file, "utf8")) || 0;
  } catch {
    return 0;
  }
}
