import { readFileSync, readdirSync, renameSync } from "node:fs";
import { dirname } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { handle, reader } from "~/db/client";
import { write } from "~/db/write";
import { escrow, balanceOf } from "~/domain/wallet/accounts.server";
import { useDatabase } from "~/tests/database";
import { judgeClient } from "~/tests/judge-client";
import type { JudgeClient } from "~/tests/judge-client";
import { judgeOf } from "~/tests/test-crucible";
import { hoursLater, makePerson, openTestCrucible, putEntry } from "~/tests/factories";
import { disqualifyEntry } from "../entering/disqualifying.server";
import { crucibles } from "~/db/schema/crucible";
import { partisans } from "~/db/schema/settling";
import { latestPartisans } from "../partisans.server";
import { logFile } from "./log-file.server";
import { publicLog } from "./public-log.server";
import { streamLog, verifyInWorker } from "./log-thread.server";
import { seededRandom } from "~/domain/contest/random";
import { settleEndedCrucibles } from "../settling/settling.server";
import { verifyLog } from "./verifying";
import { voidJudge } from "../judging/voiding.server";
import { withdrawEntry } from "../entering/withdrawing.server";

useDatabase();

const START = hoursLater(1).getTime();

/** Judges who prefer the entry that came first, most of the time; each votes so often, some pass or take back. */
async function judged(crucible: number, judges: number, votes: number) {
  const random = seededRandom(5);
  const clients = await Promise.all(
    Array.from({ length: judges }, async () => judgeClient(judgeOf(await makePerson({ buzz: 0 })), crucible, random)),
  );
  for (const client of clients) await client.sit(new Date(START));
  for (let round = 0; round < votes; round += 1) {
    for (const [i, client] of clients.entries())
      await answer(client, new Date(START + round * 20_000 + i * 100 + 5000), random() < 0.85, random());
  }
  return clients;
}

async function answer(client: JudgeClient, at: Date, honest: boolean, whim: number) {
  const pair = client.on("current");
  if (!pair) return;
  if (whim < 0.05) return void (await client.skip(at));
  const older = pair.left_entry < pair.right_entry ? "left" : "right";
  const other = older === "left" ? "right" : "left";
  await client.vote(honest ? older : other, at);
  if (whim > 0.95) await client.undo(new Date(at.getTime() + 1000), pair.token);
}

async function contest(entries: number, columns = {}) {
  const creator = await makePerson({ buzz: 0 });
  const crucible = await openTestCrucible(creator, { entryFee: 101, ...columns });
  const people = await Promise.all(Array.from({ length: entries }, () => makePerson()));
  const ids: number[] = [];
  for (const [i, person] of people.entries())
    ids.push(await putEntry(crucible, person, i === 2 ? { kind: "video" } : {}));
  return { crucible, people, ids };
}

async function logOf(crucible: number) {
  const log = (await publicLog(reader(), crucible))!;
  return { head: log.head, lines: [...log.lines] };
}

test("the log of a real contest, with all that can happen in one, counts up to what was paid", async () => {
  const { crucible, people, ids } = await contest(12);
  await write((tx) => withdrawEntry(tx, { entrantId: people[11]!, entryId: ids[11]!, now: new Date(START) }));
  await judged(crucible, 9, 20);
  await write((tx) => disqualifyEntry(tx, { moderatorId: 1, entryId: ids[0]!, reason: "stolen", now: hoursLater(3) }));
  const liar = handle().reader.prepare("SELECT judge_id FROM seats LIMIT 1").pluck().get() as number;
  await write((tx) =>
    voidJudge(tx, { crucibleId: crucible, judgeId: liar, moderatorId: 1, reason: "bought", now: hoursLater(3) }),
  );
  expect(await publicLog(reader(), crucible)).toBeNull();
  await settleEndedCrucibles({ now: hoursLater(8) });

  const { head, lines } = await logOf(crucible);
  expect(verifyLog(lines, head)).toMatchObject({ ok: true, entries: 11, places: 10, paid: 1110 });
  const text = lines.join("\n");
  expect(text).toContain('"type":"void"');
  expect(text).not.toMatch(/judgeId|username|entrant/);
  expect(await balanceOf(reader(), escrow(`crucible:${crucible}`))).toBe(0);
  expect(verifyLog(lines.with(20, lines[21]!).with(21, lines[20]!)).ok).toBe(false);
});

test("with many votes it is ranked in its own thread, with the same result", async () => {
  const { crucible } = await contest(30, { entryFee: 10 });
  await judged(crucible, 22, 26);
  const votes = handle().reader.prepare("SELECT vote_count FROM crucibles WHERE id = ?").pluck().get(crucible);
  expect(votes).toBeGreaterThan(500);
  await settleEndedCrucibles({ now: hoursLater(8) });
  const { head, lines } = await logOf(crucible);
  expect(verifyLog(lines, head)).toMatchObject({ ok: true, places: 30, paid: 300 });
});

test("a thread that fails leaves the crucible to the next run, which settles it", async () => {
  const { crucible } = await contest(3);
  handle().writer.prepare("UPDATE crucibles SET vote_count = 501 WHERE id = ?").run(crucible); // as many as take a thread
  const { file } = handle();
  renameSync(file, `${file}.away`); // open already here, but the thread cannot find it
  await expect(settleEndedCrucibles({ now: hoursLater(8) })).rejects.toThrow("could not be settled");
  expect(await publicLog(reader(), crucible)).toBeNull();
  renameSync(`${file}.away`, file);
  expect(await settleEndedCrucibles({ now: hoursLater(9) })).toBe(1);
  expect(await verifyInWorker(crucible)).toMatchObject({ ok: true, entries: 3, places: 0 });
});

test("the log streams out of a thread as it is, packed or not", async () => {
  const { crucible } = await contest(2);
  await judged(crucible, 3, 1);
  await settleEndedCrucibles({ now: hoursLater(8) });
  const { lines } = await logOf(crucible);
  const plain = await new Response(streamLog(crucible)).text();
  expect(plain).toBe(`${lines.join("\n")}\n`);
  const { logHead } = reader().select().from(crucibles).all()[0]!;
  const paths = await Promise.all(Array.from({ length: 40 }, () => logFile({ id: crucible, logHead })));
  expect(new Set(paths).size).toBe(1);
  expect(gunzipSync(readFileSync(paths[0]!)).toString()).toBe(plain);
  expect(readdirSync(dirname(paths[0]!))).toHaveLength(1);
});

test("eight different logs may wait to be made, and no more", async () => {
  const { crucible } = await contest(2);
  await settleEndedCrucibles({ now: hoursLater(8) });
  const asked = Array.from({ length: 10 }, (_, i) => logFile({ id: crucible, logHead: `head-${i}` }));
  const paths = await Promise.all(asked);
  expect(paths.filter((path) => path === null)).toHaveLength(2);
});

test("a ring's votes for its entry are in the log at no weight, kept for moderators, and verified", async () => {
  const { crucible, ids } = await contest(8, { rules: 2 });
  const random = seededRandom(7);
  const people = await Promise.all(Array.from({ length: 24 }, () => makePerson({ buzz: 0 })));
  const clients = people.map((id) => judgeClient(judgeOf(id), crucible, random));
  for (const client of clients) await client.sit(new Date(START));
  const wanted = ids[3]!;
  for (let round = 0; round < 24; round += 1)
    for (const [i, client] of clients.entries()) {
      const pair = client.on("current");
      if (!pair) continue;
      const [one, other] = [pair.left_entry, pair.right_entry];
      const isOurs = i < 6 && (one === wanted || other === wanted);
      const better = random() < 1 / (1 + Math.exp((ids.indexOf(one) - ids.indexOf(other)) / 6)) ? one : other;
      const side = (isOurs ? wanted : better) === one ? "left" : "right";
      await client.vote(side, new Date(START + round * 20_000 + i * 100 + 5000));
    }
  await settleEndedCrucibles({ now: hoursLater(8) });
  const { head, lines } = await logOf(crucible);
  expect(verifyLog(lines, head)).toMatchObject({ ok: true });
  const found = reader().select().from(partisans).all();
  expect(found.map(({ entryId }) => entryId)).toEqual(found.map(() => wanted));
  expect(people.slice(0, 6)).toEqual(expect.arrayContaining(found.map(({ judgeId }) => judgeId)));
  expect(found.length).toBeGreaterThanOrEqual(4);
  const dropped = lines.map((line) => JSON.parse(line) as Record<string, unknown>).filter(isDropped);
  expect(dropped.length).toBeGreaterThan(20);
  expect(
    dropped.every(({ winner, loser, settledWeight }) => [winner, loser].includes(wanted) && settledWeight === 0),
  ).toBe(true);
  expect((await latestPartisans()).length).toBe(found.length);
});

function isDropped({ settledReasons }: Record<string, unknown>) {
  return Array.isArray(settledReasons) && settledReasons.includes("partisan");
}

test.each([
  ["nobody entered", 0, { places: 0, paid: 0 }],
  ["one entry", 1, { places: 1, paid: 101 }],
  ["no contest", 3, { places: 0, paid: 0 }],
])("%s: there is a log, and it is right", async (_, entries, expected) => {
  const { crucible } = await contest(entries);
  await settleEndedCrucibles({ now: hoursLater(8) });
  const { head, lines } = await logOf(crucible);
  expect(verifyLog(lines, head)).toMatchObject({ ok: true, entries, ...expected });
});
