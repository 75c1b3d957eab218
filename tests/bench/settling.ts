import { mkdtempSync, rmSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { Readable } from "node:stream";
import type { ReadableStream as WebStream } from "node:stream/web";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closeDatabase, handle, openDatabase } from "~/db/client";
import { migrateDatabase } from "~/db/migrate";
import type { BoundedRating } from "~/domain/crucible/ranking/elo";
import { seededRandom } from "~/domain/crucible/random";
import { checkAside, streamLog } from "~/domain/crucible/ranking-thread.server";
import { replayRatings } from "~/domain/crucible/log/replaying";
import { settleEndedCrucibles } from "~/domain/crucible/settling.server";
import { drawField, END, START } from "../field";

// npm run bench:settling [-- --votes 100000,1000000]: what the end of a large crucible costs, and how long it holds others up.

const ENTRIES = 10_000;
const JUDGES = 2_000;
const sizes = (process.argv[process.argv.indexOf("--votes") + 1 || Infinity] ?? "100000,300000,1000000").split(",").map(Number);
/** Seconds to settle a million votes; milliseconds that the event loop may stand still. */
const LIMIT = { seconds: 30, blockMs: 250 };

type Cell = Record<"votes" | "settle" | "block" | "log" | "logMb" | "logBlock" | "check" | "checkBlock", number>;
const cells: Cell[] = [];
console.log(["votes", "settle s", "block ms", "log s", "log MB", "block ms", "check s", "block ms"].map((word) => word.padStart(9)).join(" "));
for (const votes of sizes) {
  const cell = await inFreshDatabase(() => measure(votes));
  cells.push(cell);
  console.log(Object.values(cell).map((n) => n.toLocaleString("en").padStart(9)).join(" "));
}
report();

async function measure(votes: number): Promise<Cell> {
  const id = drawContest(votes);
  const settled = await timed(() => settleEndedCrucibles({ now: END }));
  if (settled.value !== 1) throw new Error("It was not settled.");
  const log = await timed(() => bytesOf(Readable.fromWeb(streamLog(id, { packed: true }) as WebStream)));
  const checked = await timed(() => checkAside(id));
  if (!checked.value.ok) throw new Error(checked.value.difference);
  const [settle, block] = [settled.seconds, settled.block];
  return { votes, settle, block, log: log.seconds, logMb: round(log.value / 1e6), logBlock: log.block, check: checked.seconds, checkBlock: checked.block };
}

/** Neighbours in a hidden order meet more often, as they do under title matches; votes follow the order, most of the time. */
function drawContest(votes: number) {
  const random = seededRandom(votes);
  const { id, entries } = drawField({ entries: ENTRIES, crucible: { vote_count: votes } });
  const { writer } = handle();
  const pair = writer.prepare(`INSERT INTO pairs (token, crucible_id, judge_id, left_entry, right_entry, low_entry, high_entry, state, served_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, 'voted', ?)`);
  const vote = writer.prepare(`INSERT INTO votes (crucible_id, pair_id, judge_id, winner_id, loser_id, side, weight, reasons, skips, duration_ms,
    control, winner_elo, winner_info, loser_elo, loser_info, created_at) VALUES (?, ?, ?, ?, ?, 'left', 1, '[]', 0, ?, 0, 1500, 0, 1500, 0, ?)`);
  const ratings = new Map<number, BoundedRating>();
  const had = new Set<number>();
  writer.exec("DROP INDEX pairs_once; BEGIN");
  for (let nth = 0; nth < votes; ) {
    const a = Math.floor(random() * ENTRIES);
    const b = Math.min(ENTRIES - 1, Math.max(0, a + Math.round((random() - 0.5) * 2000) || 1));
    const other = a === b ? (a + 1) % ENTRIES : b;
    const judge = Math.floor(random() * JUDGES);
    const served = (judge * ENTRIES + Math.min(a, other)) * ENTRIES + Math.max(a, other);
    if (had.size === had.add(served).size) continue; // nobody gets a pair twice
    const first = random() < 1 / (1 + Math.exp((a - other) / 2000));
    const [winner, loser] = first ? [entries[a]!, entries[other]!] : [entries[other]!, entries[a]!];
    const at = START.getTime() + Math.floor((nth / votes) * 2.8e7);
    const made = pair.run(`${nth}`, id, 1_000_000 + judge, winner, loser, Math.min(winner, loser), Math.max(winner, loser), at);
    replayRatings([{ winner, loser, weight: 1 }], ratings);
    vote.run(id, made.lastInsertRowid, 1_000_000 + judge, winner, loser, 3000 + Math.floor(random() * 4000), at);
    nth += 1;
  }
  const rate = writer.prepare("UPDATE entries SET elo = ?, votes = ?, wins = ?, losses = ? WHERE id = ?");
  for (const [entry, { elo, votes, wins, losses }] of ratings) rate.run(elo, votes, wins, losses, entry);
  writer.exec("COMMIT");
  return id;
}

async function bytesOf(stream: AsyncIterable<Uint8Array>) {
  let bytes = 0;
  for await (const piece of stream) bytes += piece.byteLength;
  return bytes;
}

/** Seconds that `work` took, and the longest that the event loop stood still meanwhile, in milliseconds. */
async function timed<T>(work: () => Promise<T>) {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const start = performance.now();
  const value = await work();
  await new Promise((resolve) => setTimeout(resolve, 20));
  delay.disable();
  return { value, seconds: round((performance.now() - start) / 1000), block: Math.round(delay.max / 1e6) };
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
  const seconds = shareOf(LIMIT.seconds, cells.map(({ settle }) => settle));
  const block = shareOf(LIMIT.blockMs, cells.flatMap((cell) => [cell.block, cell.logBlock, cell.checkBlock]));
  const ok = seconds <= 1 && block <= 1;
  console.log(`slowest settling / limit ${seconds} (${LIMIT.seconds} s), longest block / limit ${block} (${LIMIT.blockMs} ms)`);
  console.log(`RESULT ${JSON.stringify({ bench: "settling", ok, limit: LIMIT, ratios: { seconds, block }, cells })}`);
  process.exitCode = ok ? 0 : 1;
}

function shareOf(limit: number, found: number[]) {
  return Math.round((100 * Math.max(...found)) / limit) / 100;
}
