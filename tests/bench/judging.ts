import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closeDatabase, handle, openDatabase, reader } from "~/db/client";
import { migrateDatabase } from "~/db/migrate";
import { choosePair } from "~/domain/crucible/pairing/choosing";
import { candidateCounts, storedCandidates } from "~/domain/crucible/pairing/stored-candidates.server";
import { seededRandom } from "~/domain/contest/random";
import { judgeClient, type JudgeClient } from "../judge-client";
import { after, createTestCrucible, judgeOf } from "../test-crucible";

// npm run bench:judging: what choosing a pair and counting a vote cost as the field and a judge's past grow.
// Durability is off here: an fsync costs the same for every size and would hide what grows.

const random = seededRandom(1);
const SIZES = [10, 100, 1_000, 10_000, 100_000];
const PASTS = [0, 1_000];
const MEASURED = 400;
/** The slowest median over the fastest, from 100 entries on: ten have too few pairs for a past, and lists are shorter. */
const LIMIT = 2.5;

type Cell = { entries: number; past: number; pick: number; vote: number };

const cells: Cell[] = [];
console.log("entries | votes behind | µs per pick | µs per vote");
for (const entries of SIZES) {
  for (const past of PASTS) {
    const cell = await inFreshDatabase(() =>
      measure(entries, Math.min(past, Math.floor((entries * (entries - 1)) / 4))),
    );
    cells.push(cell);
    console.log(
      [cell.entries, cell.past, cell.pick, cell.vote].map((n) => n.toLocaleString("en").padStart(10)).join(" | "),
    );
  }
}
report();

async function measure(entries: number, past: number): Promise<Cell> {
  const { id } = createTestCrucible({ entries, level: (number) => 1 + (number % 2) });
  season(id, entries);
  const picks: number[] = [];
  const votes: number[] = [];
  const pairs = (entries * (entries - 1)) / 2;
  const perJudge = past === 0 ? 1 : Math.min(100, Math.floor(pairs / 4));
  for (let judge = 1; votes.length < MEASURED; judge += 1) {
    const client = judgeClient(judgeOf(judge), id, seededRandom(judge));
    await client.sit(after(0));
    await castMany(client, past);
    for (let turn = 0; turn < perJudge; turn += 1) {
      picks.push(await timed(() => pick(id, judge, entries)));
      const { token } = client.on("current")!;
      votes.push(await timed(() => client.vote("left", after(4000), token)));
    }
  }
  return { entries, past, pick: median(picks), vote: median(votes) };
}

/** Ratings, counts and bounds as after many votes, so that title matches and control pairs come up. */
function season(crucible: number, entries: number) {
  const random = seededRandom(entries);
  const { writer } = handle();
  writer.function("strength", () => 1500 + 300 * (random() + random() - 1));
  writer.exec(`UPDATE entries SET elo = strength(), info = 3, votes = 20 + id % 10, wins = 20 + id % 10, losses = 0`);
  writer.exec(`UPDATE entries SET lcb = elo - 188, ucb = elo + 188`);
  writer.prepare("UPDATE crucibles SET vote_count = ? WHERE id = ?").run(12 * entries, crucible);
}

async function castMany(client: JudgeClient, votes: number) {
  for (let vote = 0; vote < votes; vote += 1) await client.vote(vote % 2 ? "left" : "right", after(4000));
}

async function pick(crucibleId: number, judgeId: number, entries: number) {
  const judge = judgeOf(judgeId);
  const size = await candidateCounts(reader(), crucibleId, judge);
  const field = storedCandidates(reader(), { crucibleId, lastNumber: entries, judge, size, tiredAt: 4, random });
  const situation = { entries, votes: 12 * entries, percents: [50, 30, 20], elapsed: 0.7, open: true, judgeVotes: 100 };
  await choosePair(field, situation, random);
}

async function inFreshDatabase<T>(work: () => Promise<T>) {
  const folder = mkdtempSync(join(tmpdir(), "crucible-bench-"));
  const file = join(folder, "crucible.db");
  await migrateDatabase({ file });
  openDatabase(file);
  handle().writer.pragma("synchronous = OFF");
  try {
    return await work();
  } finally {
    closeDatabase();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Microseconds of processor time, which other work on the machine does not stretch as it does the clock's. */
async function timed(work: () => Promise<unknown>) {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return user + system;
}

function median(times: number[]) {
  return Math.round([...times].sort((a, b) => a - b)[times.length >> 1]!);
}

function report() {
  const ratios = (["pick", "vote"] as const).flatMap((what) =>
    PASTS.map((past) => {
      const times = cells.filter((cell) => cell.entries >= 100 && cell.past === past).map((cell) => cell[what]);
      return { what, past, ratio: Math.round((100 * Math.max(...times)) / Math.min(...times)) / 100 };
    }),
  );
  for (const { what, past, ratio } of ratios)
    console.log(`${what}, ${past} votes behind: slowest / fastest ${ratio} (limit ${LIMIT})`);
  const ok = ratios.every(({ ratio }) => ratio <= LIMIT);
  console.log(`RESULT ${JSON.stringify({ bench: "judging", ok, limit: LIMIT, ratios, cells })}`);
  process.exitCode = ok ? 0 : 1;
}
