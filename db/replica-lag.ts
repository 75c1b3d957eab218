import { z } from "zod";

const ASKED_EVERY = 2_000;

type Position = { written: string; copied: string };

/**
 * Follows how far the copies in the bucket are behind, by what Litestream says of itself. Seconds since the copy was
 * last known to be complete; grows when the store, or Litestream, does not answer.
 */
export function watchReplica(port: string) {
  let completeAt = Date.now();
  async function look() {
    const position = await ask(port).catch(() => null);
    if (position && position.written === position.copied) completeAt = Date.now();
  }
  const timer = setInterval(() => void look(), ASKED_EVERY);
  timer.unref();
  void look();
  return { lagSeconds: () => Math.max(0, (Date.now() - completeAt - ASKED_EVERY) / 1000), stop: () => clearInterval(timer) };
}

async function ask(port: string): Promise<Position> {
  const answer = await fetch(`http://127.0.0.1:${port}/metrics`, { signal: AbortSignal.timeout(1000) });
  return positionIn(await answer.text());
}

/** Where the log stands here and in the bucket. Throws on words that are not Litestream's. */
export function positionIn(metrics: string): Position {
  const value = (name: string) => z.coerce.number().parse(new RegExp(`^${name}\\{[^}]*\\} (\\S+)$`, "m").exec(metrics)?.[1]);
  return {
    written: `${value("litestream_shadow_wal_index")}/${value("litestream_shadow_wal_size")}`,
    copied: `${value("litestream_replica_wal_index")}/${value("litestream_replica_wal_offset")}`,
  };
}
