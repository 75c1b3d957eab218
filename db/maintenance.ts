import { handle } from "./client";
import { write } from "./write";

/**
 * Lets SQLite renew the statistics by which it plans queries, where they have grown old: from samples, because all of a
 * million votes would hold every page up for half a second.
 */
export async function optimizeDatabase() {
  await write(async () => void handle().writer.pragma("optimize = 0x10012"));
}
