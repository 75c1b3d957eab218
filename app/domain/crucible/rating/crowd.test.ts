import { expect, test } from "vitest";
import { reader } from "~/db/client";
import { useDatabase } from "~/tests/database";
import { type JudgeClient, judgeClient, rowsOf } from "~/tests/judge-client";
import { after, createTestCrucible, judgeOf } from "~/tests/test-crucible";
import { pickIndex, type Random, seededRandom } from "~/domain/contest/random";
import { compareWithReplay } from "./replaying.server";

useDatabase();

const JUDGES = 50;
/** `CROWD_VOTES=2000 npx vitest run app/domain/crucible/rating/crowd.test.ts` is the full crowd. */
const VOTES = Number(process.env.CROWD_VOTES ?? 40);

test(`${JUDGES} judges × ${VOTES} votes at once, each sent twice: all count once, and a replay gives the same bits`, async () => {
  const { id } = createTestCrucible({ entries: 120 });
  const random = seededRandom(3);
  const clients = Array.from({ length: JUDGES }, (_, i) => judgeClient(judgeOf(i + 1), id, random));
  await Promise.all(clients.map((client) => judge(client, random)));

  expect(rowsOf("SELECT judge_id, count(*) AS votes FROM votes GROUP BY judge_id HAVING votes <> ?", VOTES)).toEqual(
    [],
  );
  expect(rowsOf("SELECT count(*) AS n, count(DISTINCT pair_id) AS pairs FROM votes")).toEqual([
    { n: JUDGES * VOTES, pairs: JUDGES * VOTES },
  ]);
  expect(await compareWithReplay(reader(), id)).toEqual({
    votes: JUDGES * VOTES,
    votesSaid: JUDGES * VOTES,
    entries: 120,
    differences: [],
  });
  expect(rowsOf("SELECT sum(votes) AS votes FROM duels")).toEqual([{ votes: JUDGES * VOTES }]);
  expect(rowsOf("SELECT sum(votes) AS votes FROM seats")).toEqual([{ votes: JUDGES * VOTES }]);
});

async function judge(client: JudgeClient, random: Random) {
  await client.sit(after(0));
  for (let turn = 1; turn <= VOTES; turn += 1) {
    const { token } = client.on("current")!;
    const at = after(turn * 3000 + pickIndex(random, 1000));
    const choice = random() < 0.5 ? "left" : "right";
    await Promise.all([client.vote(choice, at, token), client.vote(choice, at, token)]);
  }
}
