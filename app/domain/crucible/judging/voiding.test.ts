import { expect, test } from "vitest";
import { handle, reader } from "~/db/client";
import { write } from "~/db/write";
import { useDatabase } from "~/tests/database";
import { judgeClient, rowsOf } from "~/tests/judge-client";
import { after, createTestCrucible, judgeOf } from "~/tests/test-crucible";
import { seededRandom } from "~/domain/contest/random";
import { compareWithReplay } from "../rating/replaying.server";
import { voidJudge } from "./voiding.server";

useDatabase();
const random = seededRandom(47);

test("voiding a judge leaves the ratings that the other votes alone would have given, bit for bit", async () => {
  const { id, clients } = await judged(3, 12);
  expect(await voided(id, 2)).toEqual({ ok: true, votes: 12 });
  expect(await compareWithReplay(reader(), id)).toMatchObject({ votes: 24, votesSaid: 24, differences: [] });
  expect(rowsOf("SELECT judge_count FROM crucibles")).toEqual([{ judge_count: 2 }]);
  expect(rowsOf("SELECT sum(votes) AS votes FROM duels")).toEqual([{ votes: 24 }]);
  expect(rowsOf("SELECT count(*) AS n FROM votes")).toEqual([{ n: 36 }]);
  expect(await clients[1]!.look(after(400_000))).toMatchObject({ progress: { votes: 0, rank: null, judges: 2 } });
  expect(rowsOf("SELECT kind, subject, actor_id, data FROM events")).toMatchObject([
    { kind: "votes-voided", subject: `crucible:${id}`, actor_id: 99 },
  ]);
});

test("undoing a vote after an earlier one was voided still gives the ratings of the remaining votes", async () => {
  const { id, clients } = await judged(3, 6);
  const { token } = clients[2]!.on("current")!;
  await clients[2]!.vote("left", after(200_000));
  await voided(id, 1);
  expect(await clients[2]!.undo(after(201_000), token)).toEqual({ ok: true });
  expect(await compareWithReplay(reader(), id)).toMatchObject({ votes: 12, votesSaid: 12, differences: [] });
});

test("a vote voided by a moderator can't be undone as well", async () => {
  const { id, clients } = await judged(1, 3);
  const { token } = clients[0]!.on("current")!;
  await clients[0]!.vote("left", after(150_000));
  await voided(id, 1);
  expect(await clients[0]!.look(after(151_000))).toMatchObject({ undo: null });
  expect(await clients[0]!.undo(after(151_000), token)).toEqual({ ok: false, reason: "nothing-to-undo" });
});

test("a voided judge can go on, and only the new votes count", async () => {
  const { id, clients } = await judged(2, 5);
  await voided(id, 1);
  await clients[0]!.vote("left", after(300_000));
  expect(await compareWithReplay(reader(), id)).toMatchObject({ votes: 6, votesSaid: 6, differences: [] });
  expect(await voided(id, 1)).toEqual({ ok: true, votes: 1 });
  expect(rowsOf("SELECT judge_count FROM crucibles")).toEqual([{ judge_count: 1 }]);
});

test("all votes of all judges voided leave every entry unrated", async () => {
  const { id } = await judged(2, 5);
  await voided(id, 1);
  await voided(id, 2);
  expect(rowsOf("SELECT DISTINCT elo, votes, wins, losses, info FROM entries")).toEqual([
    { elo: 1500, votes: 0, wins: 0, losses: 0, info: 0 },
  ]);
  expect(await compareWithReplay(reader(), id)).toMatchObject({ votes: 0, votesSaid: 0, differences: [] });
});

test("there must be something to void, and it must not be settled", async () => {
  const { id } = await judged(1, 3);
  expect(await voided(404, 1)).toBeNull();
  expect(await voided(id, 5)).toEqual({ ok: false, reason: "no-votes" });
  handle().writer.exec("UPDATE crucibles SET status = 'finalizing'");
  expect(await voided(id, 1)).toEqual({ ok: false, reason: "not-open" });
  expect(rowsOf("SELECT * FROM vote_voids")).toEqual([]);
});

test("a replay finds a rating that somebody changed by a hair, and a count that is off", async () => {
  const { id } = await judged(2, 5);
  handle().writer.exec("UPDATE entries SET elo = elo + 1e-12 * elo WHERE id = 3");
  handle().writer.exec("UPDATE crucibles SET vote_count = vote_count + 1");
  const { differences, votes, votesSaid } = await compareWithReplay(reader(), id);
  expect(differences).toMatchObject([{ entry: 3, column: "elo" }]);
  expect(votesSaid - votes).toBe(1);
});

/** Judges 1, 2, 3 … with so many votes each, in turns. */
async function judged(judges: number, votes: number) {
  const { id } = createTestCrucible({ entries: 9 });
  const clients = Array.from({ length: judges }, (_, i) => judgeClient(judgeOf(i + 1), id, random));
  for (const client of clients) await client.sit(after(0));
  for (let turn = 1; turn <= votes; turn += 1) {
    for (const client of clients) await client.vote(random() < 0.7 ? "left" : "right", after(turn * 4000));
  }
  return { id, clients };
}

function voided(crucibleId: number, judgeId: number) {
  const order = { crucibleId, judgeId, moderatorId: 99, reason: "Voted for friends", now: after(150_000) };
  return write((tx) => voidJudge(tx, order));
}
