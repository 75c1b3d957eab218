import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closeDatabase, openDatabase } from "~/db/client";
import { migrateDatabase } from "~/db/migrate";
import { write } from "~/db/write";
import { cancelCrucible } from "~/domain/crucible/settling/canceling.server";
import { enterCrucible } from "~/domain/crucible/entering/entering.server";
import { liveLeaderboard, ownEntries, shuffledEntries } from "~/domain/crucible/entry-lists.server";
import { settleEndedCrucibles } from "~/domain/crucible/settling/settling.server";
import { activeCrucibles } from "~/domain/crucible/live-standings.server";
import { viewCrucible } from "~/domain/crucible/viewing.server";
import { guest } from "~/domain/media/content-ratings";
import { createTestCrucible } from "../test-crucible";
import { castVotes, hoursLater, makeMedia, makePerson, openTestCrucible } from "../factories";

// npx tsx tests/bench/contest.ts: what a crucible's pages cost as its field grows, and what its end does.

const SIZES = [100, 1_000, 10_000];
/** No page may wait longer for its lists, in milliseconds, whatever the size. */
const LIMIT = 25;
const now = hoursLater(1);
let worst = 0;

console.log(
  ["entries", "page", "shuffled", "board", "mine", "active", "enter 20"].map((word) => word.padStart(9)).join(" "),
);
for (const entries of SIZES) await inFreshDatabase(() => measure(entries));
await inFreshDatabase(cancelLarge);
console.log(`RESULT ${JSON.stringify({ worstMs: worst, limitMs: LIMIT, ratio: round(worst / LIMIT) })}`);
process.exitCode = worst <= LIMIT ? 0 : 1;

async function measure(entries: number) {
  const me = await makePerson();
  const { id: crucibleId } = createTestCrucible({
    entries,
    owner: (number) => (number % Math.ceil(entries / 20) === 0 ? me : 900_000),
    crucible: { creator_id: me },
  });
  const viewer = { ...guest, id: me };
  const costs = [
    await median(() => viewCrucible(crucibleId, viewer)),
    await median(() => shuffledEntries({ crucibleId, viewer, limit: 48 })),
    await median(() => liveLeaderboard({ crucibleId, viewer, limit: 50 })),
    await median(() => ownEntries(crucibleId, me)),
    await median(() => activeCrucibles(me, now)),
  ];
  worst = Math.max(worst, ...costs);
  const mediaIds = await Promise.all(Array.from({ length: 20 }, () => makeMedia(me)));
  const start = performance.now();
  await write((tx) => enterCrucible(tx, { entrantId: me, crucibleId, mediaIds, now }));
  console.log(
    [entries, ...costs, round(performance.now() - start)]
      .map((cost) => cost.toLocaleString("en").padStart(9))
      .join(" "),
  );
}

/** 2,000 entries with a fee, once canceled and once settled. */
async function cancelLarge() {
  const people = await Promise.all(Array.from({ length: 20 }, () => makePerson({ buzz: 10_000 })));
  for (const end of ["cancel", "settle"]) {
    const crucibleId = await openTestCrucible(people[0]!, { entryFee: 10, entriesPerPerson: 100 });
    const entries: number[] = [];
    for (const entrantId of people) {
      const mediaIds = await Promise.all(Array.from({ length: 100 }, () => makeMedia(entrantId)));
      const done = await write((tx) => enterCrucible(tx, { entrantId, crucibleId, mediaIds, now }));
      if (done?.ok) entries.push(...done.entryIds);
    }
    const judge = await makePerson();
    await castVotes(
      crucibleId,
      judge,
      entries.slice(1).map((other, i) => [entries[i]!, other]),
    );
    const start = performance.now();
    if (end === "settle") await settleEndedCrucibles({ now: hoursLater(8) });
    else await write((tx) => cancelCrucible(tx, { moderatorId: people[0]!, crucibleId, reason: "bench", now }));
    console.log(`${end}: ${entries.length} entries, ${round(performance.now() - start)} ms`);
  }
}

async function median(run: () => Promise<unknown>) {
  const times: number[] = [];
  for (let i = 0; i < 21; i += 1) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return round(times.sort((a, b) => a - b)[10]!);
}

function round(n: number) {
  return Math.round(n * 100) / 100;
}

async function inFreshDatabase(run: () => Promise<unknown>) {
  const folder = mkdtempSync(join(tmpdir(), "crucible-bench-"));
  const file = join(folder, "crucible.db");
  await migrateDatabase({ file });
  openDatabase(file);
  await run();
  closeDatabase();
  rmSync(folder, { recursive: true });
}
