const ASKED_EVERY = 2_000;
// Renewing the lease writes to the log every five seconds: a copy that stands still for longer is behind.
const MOVES_WITHIN = 5_000 + ASKED_EVERY;

/**
 * Follows how far the copies in the bucket are behind: seconds beyond the time within which they must have moved on.
 * Grows when the store, or Litestream, does not answer. (What Litestream says of the log itself cannot be compared with
 * what it says of the copy: after a checkpoint the two are counted from different points.)
 */
export function watchReplica(port: string) {
  let position = "";
  let movedAt = Date.now();
  async function look() {
    const found = await ask(port).catch(() => position);
    if (found === position) return;
    position = found;
    movedAt = Date.now();
  }
  const timer = setInterval(() => void look(), ASKED_EVERY);
  timer.unref();
  return {
    lagSeconds: () => Math.max(0, Date.now() - movedAt - MOVES_WITHIN) / 1000,
    stop: () => clearInterval(timer),
  };
}

async function ask(port: string) {
  const answer = await fetch(`http://127.0.0.1:${port}/metrics`, { signal: AbortSignal.timeout(1000) });
  return copiedUpTo(await answer.text());
}

/** Where in the log the copy in the bucket ends, as Litestream's metrics say it. Throws on words that are not Litestream's. */
export function copiedUpTo(metrics: string) {
  const values = [...metrics.matchAll(/^litestream_replica_wal_(?:index|offset)\{[^}]*\} (\S+)$/gm)].map(
    ([, value]) => value,
  );
  if (values.length !== 2) throw new Error("These are not the metrics of a Litestream with one replica.");
  return values.join("/");
}
