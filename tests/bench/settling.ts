import { mkdtempSync, rmSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { Readable } from "node:stream";
import type { ReadableStream as WebStream } from "node:stream/web";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { closeDatabase, handle, openDatabase } from "~/db/client";
import { migrateDatabase } from "~/db/migrate";
import { streamLog, verifyInWorker } from "~/domain/crucible/log/log-thread.server";
import { settleEndedCrucibles } from "~/domain/crucible/settling/settling.server";
import { END } from "../test-crucible";
import { drawLargeContest } from "./large-contest";

// npm run bench:settling [-- --votes 100000,1000000]: what the end of a large crucible costs, and how long it holds others up.

const sizes = (process.argv[process.argv.indexOf("--votes") + 1 || Infinity] ?? "100000,300000,1000000")
  .split(",")
  .map(Number);
/** Seconds to settle a million votes, or to check their log; milliseconds that the event loop may stand still. */
const LIMIT = { seconds: 30, blockMs: 250 };

/** What a deed took by the clock, of the processor (a busy machine makes the two differ) and of memory, and the longest block of the event loop. */
type Cost = { seconds: number; cpu: number; blockMs: number; mb: number };
/** "idle" is the loop with nothing to do, for comparison: on a busy machine it stands still as well. */
type Cell = { votes: number; deed: "settle" | "log" | "check" | "idle" } & Cost;
const cells: Cell[] = [];
console.log(["votes", "deed", "s", "cpu s", "block ms", "peak MB"].map((word) => word.padStart(9)).join(" "));
for (const votes of sizes) await inFreshDatabase(() => measure(votes));
report();

async function measure(votes: number) {
  const id = drawLargeContest(votes);
  note(
    votes,
    "settle",
    await costOf(async () => ensure((await settleEndedCrucibles({ now: END })) === 1, "It failed.")),
  );
  note(votes, "log", await costOf(async () => void (await drain(Readable.fromWeb(streamLog(id) as WebStream)))));
  note(votes, "check", await costOf(async () => ensure((await verifyInWorker(id)).ok, "It does not come out.")));
  note(votes, "idle", await costOf(() => sleep(10_000)));
}

function note(votes: number, deed: Cell["deed"], cost: Cost) {
  cells.push({ votes, deed, ...cost });
  console.log([votes, deed, ...Object.values(cost)].map((n) => n.toLocaleString("en").padStart(9)).join(" "));
}

function ensure(holds: boolean, words: string) {
  if (!holds) throw new Error(words);
}

async function drain(stream: AsyncIterable<Uint8Array>) {
  let bytes = 0;
  for await (const piece of stream) bytes += piece.byteLength;
  return bytes;
}

async function costOf(work: () => Promise<void>): Promise<Cost> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  let peak = 0;
  const looking = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 50);
  delay.enable();
  const [start, used] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(used);
  const seconds = round((performance.now() - start) / 1000);
  await sleep(60);
  delay.disable();
  clearInterval(looking);
  return {
    seconds,
    cpu: round((user + system) / 1e6),
    blockMs: Math.round(delay.max / 1e6),
    mb: Math.round(peak / 1e6),
  };
}

function round(n: number) {
  return Math.round(n * 10) / 10;
}

async function inFreshDatabase<T>(work: () => Promise<T>) {
  const folder = mkdtempSync(join(tmpdir(), "crucible-bench-"));
  const file = join(folder, "crucible.db");
  await migrateDatabase({ file });
  openDatabase(file);
  handle().writer.pragma("synchronous = OFF");
  handle().writer.pragma("foreign_keys = OFF");
  try {
    return await work();
  } finally {
    closeDatabase();
    rmSync(folder, { recursive: true, force: true });
  }
}

function report() {
  const seconds = shareOf(
    LIMIT.seconds,
    cells.filter(({ deed }) => deed === "settle" || deed === "check").map((cell) => cell.seconds),
  );
  const block = shareOf(
    LIMIT.blockMs,
    cells.filter(({ deed }) => deed !== "idle").map(({ blockMs }) => blockMs),
  );
  const ok = seconds <= 1 && block <= 1;
  console.log(
    `slowest settling or check / limit ${seconds} (${LIMIT.seconds} s), longest block / limit ${block} (${LIMIT.blockMs} ms)`,
  );
  console.log(`RESULT ${JSON.stringify({ bench: "settling", ok, limit: LIMIT, ratios: { seconds, block }, cells })}`);
  process.exitCode = ok ? 0 : 1;
}

function shareOf(limit: number, found: number[]) {
  return Math.round((100 * Math.max(...found)) / limit) / 100;
}
