import { describe, expect, test } from "vitest";
import { handle, reader } from "~/db/client";
import fc from "~/tests/seed";
import { useDatabase } from "~/tests/database";
import { type JudgeClient, judgeClient, rowsOf } from "~/tests/judge-client";
import { after, createTestCrucible, END, judgeOf } from "~/tests/test-crucible";
import { readEndedContest } from "../settling/contest-reads.server";
import { voteRows } from "../settling/log-rows.server";
import { VOIDED } from "../weights/vote-weight";
import { seededRandom } from "~/domain/contest/random";
import { compareWithReplay } from "../rating/replaying.server";
import { checkCastWeights } from "../log/verifying-votes";

useDatabase();

test("undoing the last vote restores everything, with the vote marked void in the log", async () => {
  const { id, client } = await seated(8);
  await client.vote("left", after(4000));
  const before = snapshot(id);
  const pair = client.on("current")!;
  await client.vote("right", after(8000));
  const { undo } = await seatOf(client, 17_999);
  expect(undo).toEqual({ token: pair.token, until: after(18_000) });
  expect(await client.undo(after(17_999), undo!.token)).toEqual({ ok: true });
  expect(snapshot(id)).toEqual(before);
  expect(rowsOf("SELECT count(*) AS n FROM votes")).toEqual([{ n: 2 }]);
  expect(rowsOf("SELECT vote_id, actor_id, up_to_vote FROM vote_voids")).toEqual([
    { vote_id: 2, actor_id: 7, up_to_vote: 2 },
  ]);
  expect(client.on("current")).toMatchObject({ id: pair.id, shown_at: after(4000).getTime() });
});

test("undoing the very first vote leaves no judge behind", async () => {
  const { id, client } = await seated(8);
  const { token } = client.on("current")!;
  await client.vote("right", after(8000));
  await client.undo(after(9000), token);
  expect(snapshot(id).crucible).toEqual([{ vote_count: 0, judge_count: 0, left_wins: 0 }]);
  expect(await compareWithReplay(reader(), id)).toMatchObject({ votes: 0, votesSaid: 0, differences: [] });
});

describe("undo is rejected", () => {
  test("after ten seconds", async () => {
    const { client } = await seated(8);
    const { token } = client.on("current")!;
    await client.vote("left", after(4000));
    expect((await seatOf(client, 14_000)).undo).toBeNull();
    expect(await client.undo(after(14_000), token)).toEqual({ ok: false, reason: "too-late" });
  });

  test.each(["vote", "skip"])("after the next %s", async (answer) => {
    const { client } = await seated(8);
    const { token } = client.on("current")!;
    await client.vote("left", after(4000));
    await (answer === "vote" ? client.vote("left", after(5000)) : client.skip(after(5000)));
    expect(await client.undo(after(6000), token)).toEqual({ ok: false, reason: "nothing-to-undo" });
  });

  test("twice, of a skip, of another's vote, and of the second answer to a pair", async () => {
    const { id, client } = await seated(8);
    const other = judgeClient(judgeOf(8), id, seededRandom(8));
    await other.sit(after(0));
    const { token } = client.on("current")!;
    await client.vote("left", after(4000));
    expect(await other.undo(after(5000), token)).toMatchObject({ reason: "nothing-to-undo" });
    const twice = await Promise.all([client.undo(after(5000), token), client.undo(after(5000), token)]);
    expect(twice).toEqual([{ ok: true }, { ok: false, reason: "nothing-to-undo" }]);
    const again = client.on("current")!.token;
    expect(await client.vote("right", after(6000), token)).toEqual({ ok: false, reason: "not-your-pair" });
    expect(await client.vote("right", after(6000), again)).toEqual({ ok: true, counted: true });
    expect(rowsOf("SELECT take, side FROM votes")).toEqual([
      { take: 1, side: "left" },
      { take: 2, side: "right" },
    ]);
    expect((await seatOf(client, 6000)).undo).toBeNull();
    expect(await client.undo(after(7000), again)).toEqual({ ok: false, reason: "nothing-to-undo" });
    const skipped = client.on("current")!.token;
    await client.skip(after(7000), skipped);
    expect(await client.undo(after(8000), skipped)).toEqual({ ok: false, reason: "nothing-to-undo" });
  });

  test("once the crucible has ended", async () => {
    const { client } = await seated(8);
    const { token } = client.on("current")!;
    await client.vote("left", new Date(END.getTime() - 1));
    expect(await client.undo(END, token)).toEqual({ ok: false, reason: "ended" });
  });
});

test("voting, undoing and voting again leads to the same pairs as voting once", async () => {
  const { client } = await seated(30);
  const { token } = client.on("current")!;
  await client.vote("left", after(4000));
  const coming = [client.on("current")!.id, client.on("next")!.id];
  await client.undo(after(5000), token);
  expect([client.on("next")!.id, client.on("held")!.id]).toEqual(coming);
  await client.vote("left", after(6000));
  expect([client.on("current")!.id, client.on("next")!.id]).toEqual(coming);
  expect(client.on("held")).toBeUndefined();
});

test("a vote that left nothing to judge can be undone", async () => {
  const { client } = await seated(2);
  const { token } = client.on("current")!;
  await client.vote("left", after(4000));
  expect(await seatOf(client, 4000)).toMatchObject({ current: null, offer: "caught-up", undo: { token } });
  expect(await client.undo(after(5000), token)).toEqual({ ok: true });
  expect(await client.vote("right", after(6000))).toEqual({ ok: true, counted: true });
});

test("skips before the answer weigh on the one that takes its place", async () => {
  const { client } = await seated(8);
  await client.skip(after(1000));
  const { token } = client.on("current")!;
  await client.vote("left", after(4000));
  await client.undo(after(5000), token);
  await client.vote("left", after(6000));
  expect(rowsOf("SELECT weight FROM votes")).toEqual([{ weight: 0.5 }, { weight: 0.5 }]);
});

test("a pair that waits while the one before it is answered again was shown when it was first shown", async () => {
  const { client } = await seated(8);
  const { token } = client.on("current")!;
  await client.vote("left", after(4000));
  await client.undo(after(9000), token);
  await client.vote("right", after(9500));
  expect(client.on("current")).toMatchObject({ shown_at: after(4000).getTime() });
});

test("control pairs and hasty votes count against the judge even when undone", async () => {
  const { client } = await seated(20);
  for (let turn = 1; turn <= 8; turn += 1) await client.vote("left", after(turn * 500));
  const { id, token } = client.on("current")!;
  handle().writer.prepare("UPDATE pairs SET expected = left_entry WHERE id = ?").run(id);
  await client.vote("right", after(4500));
  await client.undo(after(4600), token);
  await client.vote("left", after(4700));
  expect(rowsOf("SELECT weight, reasons FROM votes WHERE id = 10")).toEqual([{ weight: 0, reasons: '["speed"]' }]);
  expect(rowsOf("SELECT controls, controls_wrong FROM seats")).toEqual([{ controls: 2, controls_wrong: 1 }]);
});

// In one go: ratings are those of the votes that stand, bit for bit; tallies are those of a recount; and whoever reads the
// public log finds the weights that the votes were given.
test("in whatever order judges vote, skip and undo, everything agrees with the log", async () => {
  const acts = fc.array(
    fc.record({ judge: fc.integer({ min: 0, max: 3 }), act: fc.constantFrom("left", "right", "skip", "undo", "undo") }),
    { minLength: 10, maxLength: 60 },
  );
  await fc.assert(
    fc.asyncProperty(acts, fc.integer(), async (script, seed) => {
      const { id } = createTestCrucible({ entries: 7 });
      const random = seededRandom(1000 * seed + id);
      const clients = [1, 2, 3, 4].map((judge) => judgeClient(judgeOf(judge), id, random));
      for (const client of clients) await client.sit(after(0));
      let [at, undone] = [0, 0];
      for (const { judge, act } of script) {
        const client = clients[judge]!;
        at += 700;
        if (act === "skip") await client.skip(after(at));
        else if (act !== "undo") {
          if (random() < 0.4) control(client);
          await client.vote(act as "left", after(at));
        } else {
          const { undo } = await seatOf(client, at);
          if (undo) expect(await client.undo(after(at), undo.token)).toEqual({ ok: true });
          undone += undo ? 1 : 0;
        }
      }
      const { votes, votesSaid, differences } = await compareWithReplay(reader(), id);
      expect([differences, votesSaid]).toEqual([[], votes]);
      expect(rowsOf("SELECT count(*) AS n FROM vote_voids WHERE crucible_id = ?", id)).toEqual([{ n: undone }]);
      expect(rowsOf(TALLIES, id)).toEqual(rowsOf(RECOUNT, id));
      expect(checkCastWeights({ votes: (await logOf(id)).filter((row) => row.type === "vote") })).toBeNull();
    }),
    { numRuns: 50 },
  );
});

test("the log lists an undone vote before the next one, even if the clock was set back in between", async () => {
  const { id, client } = await seated(8);
  const { token } = client.on("current")!;
  await client.vote("left", after(60_000));
  await client.undo(after(61_000), token);
  await client.vote("left", after(5_000));
  expect((await logOf(id)).map(({ type, at }) => [type, at - after(0).getTime()])).toEqual([
    ["vote", 60_000],
    ["void", 61_000],
    ["vote", 5_000],
  ]);
});

const TALLIES = `SELECT coalesce((SELECT sum(votes) FROM duels WHERE crucible_id = c.id), 0) AS duels, left_wins AS lefts,
  judge_count AS judges, (SELECT sum(votes) FROM seats WHERE crucible_id = c.id) AS votes FROM crucibles c WHERE id = ?`;
const RECOUNT = `SELECT count(*) AS duels, coalesce(sum(side = 'left'), 0) AS lefts, count(DISTINCT judge_id) AS judges,
  count(*) AS votes FROM votes v WHERE crucible_id = ? AND NOT EXISTS (SELECT 1 FROM vote_voids WHERE vote_id = v.id)`;

/** Makes a control pair of the one before the judge, as it might have been served. */
function control(client: JudgeClient) {
  const fresh = "id = ? AND NOT EXISTS (SELECT 1 FROM votes WHERE pair_id = pairs.id)";
  handle().writer.prepare(`UPDATE pairs SET expected = left_entry WHERE ${fresh}`).run(client.on("current")?.id);
}

async function logOf(id: number) {
  const ended = await readEndedContest(reader(), id);
  const rows = [
    ...voteRows(
      ended,
      ended.cast.map(() => VOIDED),
    ),
  ].map((row, line) => ({ ...row, line }));
  return rows.filter((row) => row.type === "vote" || row.type === "void");
}

async function seated(entries: number) {
  const { id } = createTestCrucible({ entries });
  const client = judgeClient(judgeOf(7), id, seededRandom(31));
  await client.sit(after(0));
  return { id, client };
}

async function seatOf(client: JudgeClient, at: number) {
  const seat = await client.look(after(at));
  if (!seat?.ok) throw new Error("The seat cannot be read.");
  return seat;
}

/** What a vote changes and taking it back must restore. */
function snapshot(id: number) {
  return {
    entries: rowsOf("SELECT * FROM entries WHERE crucible_id = ?", id),
    crucible: rowsOf("SELECT vote_count, judge_count, left_wins FROM crucibles WHERE id = ?", id),
    duels: rowsOf("SELECT * FROM duels WHERE crucible_id = ? AND votes > 0", id),
    seat: rowsOf(
      "SELECT votes, skips_in_row, controls, controls_wrong, session_votes FROM seats WHERE crucible_id = ?",
      id,
    ),
  };
}
