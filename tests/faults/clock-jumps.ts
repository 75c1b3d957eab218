import Database from "better-sqlite3";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { seededRandom } from "~/domain/contest/random";
import { auditDatabase } from "~/jobs/restore-audit";
import { castVotes, makePerson, openTestCrucible, putEntry } from "~/tests/factories";
import { startChild } from "./child-site";
import { ensure } from "./fault";
import type { Fault } from "./fault";
import { inScratch, withDatabase } from "./scratch";

const HOUR = 3_600_000;
const SETTLES_WITHIN = 30_000;
const WATCHED_FOR = 2_200;

/** A site whose clock is thrown about, while one crucible waits for its start and another one for its end. */
export const clockJumps: Fault<{ trials: number }> = {
  name: "clock-jumps",
  bar: "clock jumps, missed ticks, late job: never early, never twice, caught up at boot",
  small: { trials: 1 },
  full: { trials: 20 },
  async run({ trials }, seed) {
    const random = seededRandom(seed);
    for (let trial = 0; trial < trials; trial++) await inScratch((folder) => perform(folder, random));
    return { trials, early: 0, twice: 0, missed: 0 };
  },
};

type States = { starting: string; ending: string };

async function perform(folder: string, random: () => number) {
  await withDatabase(folder, populate);
  const clock = join(folder, "clock-offset");
  const file = join(folder, "crucible.db");
  const settings = { CLOCK_OFFSET_FILE: clock, JOB_SCHEDULE: "* * * * * *" };
  const turn = (hours: number) => writeFileSync(clock, String((hours + random() * 0.4) * HOUR));
  turn(0);
  let site = await startChild({ folder, settings });
  try {
    await stays(file, { starting: "pending", ending: "active" });
    turn(-48);
    await stays(file, { starting: "pending", ending: "active" });
    turn(1.1);
    await becomes(file, { starting: "active", ending: "active" });
    turn(-1);
    await stays(file, { starting: "active", ending: "active" });
    turn(2.1);
    await becomes(file, { starting: "active", ending: "completed" });
    await site.stop();
    turn(30);
    await sleep(WATCHED_FOR);
    ensure(same(statesIn(file), { starting: "active", ending: "completed" }), "something happened while nothing ran");
    site = await startChild({ folder, settings });
    await becomes(file, { starting: "completed", ending: "completed" });
    turn(-1);
    await stays(file, { starting: "completed", ending: "completed" });
  } finally {
    if (site.process.exitCode === null) await site.kill();
  }
  await once(file);
}

async function populate() {
  const people = await Promise.all([1, 2, 3, 4].map(() => makePerson()));
  const now = Date.now();
  const at = (hours: number) => new Date(now + hours * HOUR);
  const fee = { entryFee: 7 };
  const later = { status: "pending", startsAt: at(1), entriesCloseAt: at(8), endsAt: at(9), ...fee } as const;
  await openTestCrucible(people[0]!, later);
  const running = await openTestCrucible(people[0]!, {
    startsAt: at(-6),
    entriesCloseAt: at(1),
    endsAt: at(2),
    ...fee,
  });
  const [a, b, c] = await Promise.all(people.slice(1).map((person) => putEntry(running, person)));
  await castVotes(running, people[0]!, [
    [a!, b!],
    [b!, c!],
    [a!, c!],
  ]);
}

function statesIn(file: string): States {
  const sqlite = new Database(file, { readonly: true, timeout: 5000 });
  const [starting, ending] = sqlite.prepare("SELECT status FROM crucibles ORDER BY id").pluck().all() as [
    string,
    string,
  ];
  sqlite.close();
  return { starting, ending };
}

function same(one: States, other: States) {
  return one.starting === other.starting && one.ending === other.ending;
}

async function stays(file: string, wanted: States) {
  await sleep(WATCHED_FOR);
  const found = statesIn(file);
  ensure(same(found, wanted), `too early: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`);
}

async function becomes(file: string, wanted: States) {
  for (const until = Date.now() + SETTLES_WITHIN; Date.now() < until; await sleep(100))
    if (same(statesIn(file), wanted)) return;
  ensure(false, `missed: still ${JSON.stringify(statesIn(file))}, not ${JSON.stringify(wanted)}`);
}

async function once(file: string) {
  const sqlite = new Database(file, { readonly: true });
  const count = (sql: string) => sqlite.prepare(sql).pluck().get() as number;
  const started = count("SELECT count(*) FROM events WHERE kind = 'crucible-started' AND subject = 'crucible:1'");
  const ended = count(
    "SELECT count(*) FROM (SELECT subject FROM events WHERE kind = 'crucible-ended' GROUP BY subject HAVING count(*) = 1)",
  );
  const prizes = count("SELECT count(*) FROM transfers WHERE kind = 'prize'");
  sqlite.close();
  ensure(
    started === 1 && ended === 2 && prizes === 3,
    `started ${started} times, ${ended} ended once, ${prizes} prizes`,
  );
  const { broken, mismatches } = await auditDatabase(file);
  ensure(broken.length === 0 && mismatches === 0, "unsound");
}
