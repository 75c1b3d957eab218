import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { handle, openDatabase, closeDatabase } from "~/db/client";
import { setJudge } from "~/domain/challenge/judge/port.server";
import { seededRandom } from "~/domain/contest/random";
import { builtChild, forkChild } from "~/tests/built-child";
import { enter, makePainted, openTestChallenge, testJudge } from "~/tests/challenges";
import { hoursLater, makePerson } from "~/tests/factories";
import { openRouterServer } from "~/tests/openrouter";
import { ensure } from "./fault";
import type { Fault } from "./fault";
import { defects, inScratch, withDatabase } from "./scratch";

const PRIZES = 600;
/** Longer than a claim of a process that is gone holds. */
const PAUSE_HOURS = 0.1;
const LONGEST_MS = 400;

/** The process that picks winners is killed, again and again, in whatever step it is. */
export const killJudging: Fault<{ challenges: number; kills: number }> = {
  name: "kill-judging",
  bar: "kill -9 while winners of a challenge are picked: one set of winners, prizes paid once, accounts 0, no answer changed",
  small: { challenges: 1, kills: 8 },
  full: { challenges: 15, kills: 20 },
  run: ({ challenges, kills }, seed) =>
    inScratch(async (folder) => {
      const server = await openRouterServer();
      server.always = "slow";
      server.slowMs = 15;
      setJudge(testJudge(server.url));
      const [child, random] = [await builtChild("tests/faults/judging-child.ts"), seededRandom(seed)];
      try {
        for (let done = 0; done < challenges; done += 1) {
          const place = join(folder, String(done));
          await oneChallenge({ folder: place, child, url: server.url, kills, random });
        }
        return { challenges, killed: challenges * kills, asked: server.asked.length };
      } finally {
        setJudge(null);
        await server.close();
      }
    }),
};

type One = { folder: string; child: string; url: string; kills: number; random: () => number };

async function oneChallenge({ folder, child, url, kills, random }: One) {
  await mkdir(folder, { recursive: true });
  const file = join(folder, "crucible.db");
  await withDatabase(folder, () => ready(folder));
  for (let run = 0; run <= kills; run += 1) {
    const at = hoursLater(25 + run * PAUSE_HOURS).getTime();
    const process = forkChild(child, [file, folder, url, at]);
    if (run < kills) await killSoon(process, random);
    await process.ended;
    openDatabase(file);
    whole(run);
    closeDatabase();
  }
  openDatabase(file);
  finishedOnce();
  closeDatabase();
}

/** Seven people with an entry each: reviews, three rounds or more, a final of six. */
async function ready(folder: string) {
  const id = await openTestChallenge({ creatorId: await makePerson({ buzz: 2000 }) });
  for (let light = 60; light <= 240; light += 30) {
    const person = await makePerson({ buzz: 0 });
    await enter(id, person, [await makePainted(folder, person, light)]);
  }
}

async function killSoon(process: ReturnType<typeof forkChild>, random: () => number) {
  await new Promise((heard) => {
    process.process.once("message", heard);
    process.process.once("exit", heard);
  });
  await new Promise((waited) => setTimeout(waited, random() * LONGEST_MS));
  await process.kill();
}

function whole(run: number) {
  const found = defects();
  ensure(found === null, `after kill ${run}: ${JSON.stringify(found)}`);
}

function finishedOnce() {
  const one = (sql: string) => handle().writer.prepare(sql).pluck().get() as number | string;
  ensure(one("SELECT status FROM challenges") === "completed", `it is ${one("SELECT status FROM challenges")}`);
  ensure(one("SELECT count(*) FROM challenge_winners") === 3, "there are not three winners");
  ensure(
    one("SELECT coalesce(sum(amount), 0) FROM transfers WHERE kind = 'prize'") === PRIZES,
    "the prizes were not paid once",
  );
  ensure(one("SELECT count(*) FROM events WHERE kind = 'challenge-ended'") === 1, "it ended more than once");
  const left = one("SELECT sum(balance) FROM accounts WHERE kind IN ('challenge-prizes', 'challenge-looks')");
  ensure(left === 0, `${left} Buzz are left in its accounts`);
  ensure(one("SELECT count(*) FROM challenge_reviews WHERE state = 'done'") === 7, "not every entry has one review");
  const used = one(
    "SELECT looks_used - 7 - (SELECT count(*) FROM challenge_duels WHERE state = 'done') FROM challenges",
  );
  ensure(used === 0 || used === 1, `${used} looks were counted that nobody kept`);
}
