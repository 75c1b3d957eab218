import { reader } from "~/db/client";
import { write } from "~/db/write";
import { compareWithReplay } from "~/domain/crucible/rating/replaying.server";
import { pickIndex, seededRandom } from "~/domain/contest/random";
import { readSeat } from "~/domain/crucible/judging/seat-reading.server";
import { takeSeat } from "~/domain/crucible/judging/seating.server";
import { hoursLater, makePerson, openTestCrucible, putEntry } from "~/tests/factories";
import { judgeOf } from "./actions";
import { ensure } from "./fault";
import type { Fault } from "./fault";
import { onTrack, value } from "./race";
import type { Track } from "./race";

const JUDGES = 50;
const COPIES = 5;
const ENTRIES = 40;

/** Fifty judge at once; every vote arrives five times, in two processes. */
export const repeatedVotes: Fault<{ votes: number }> = {
  name: "repeated-votes",
  bar: "votes each sent 5 × by 50 judges at once: exactly once; ratings equal a replay of the vote log",
  small: { votes: 300 },
  full: { votes: 10_000 },
  run: ({ votes }, seed) =>
    onTrack(async (track) => {
      const random = seededRandom(seed);
      const owner = await makePerson();
      const crucibleId = await openTestCrucible(owner);
      for (let entry = 0; entry < ENTRIES; entry++) await putEntry(crucibleId, owner);
      const judges = await Promise.all(Array.from({ length: JUDGES }, () => makePerson()));
      await Promise.all(judges.map((judgeId) => judge(track, { crucibleId, judgeId, times: votes / JUDGES, random })));

      const replay = await compareWithReplay(reader(), crucibleId);
      ensure(
        replay.votes === votes && replay.votesSaid === votes,
        `${votes} votes were cast, ${replay.votes} are in the log`,
      );
      ensure(
        replay.differences.length === 0,
        `ratings differ from a replay: ${JSON.stringify(replay.differences.slice(0, 3))}`,
      );
      ensure(value("SELECT count(*) - count(DISTINCT pair_id) FROM votes") === 0, "a pair was counted twice");
      return { votes, sent: votes * COPIES, counted: replay.votes, differences: 0 };
    }),
};

type Judging = { crucibleId: number; judgeId: number; times: number; random: () => number };

async function judge({ race }: Track, { crucibleId, judgeId, times, random }: Judging) {
  const visit = { judge: judgeOf(judgeId), crucibleId, now: hoursLater(1) };
  await write((tx) => takeSeat(tx, { ...visit, random }));
  for (let vote = 0; vote < times; vote++) {
    const seat = await readSeat(visit);
    ensure(seat?.ok && seat.current, `judge ${judgeId} has no pair after ${vote} votes`);
    const details = {
      crucibleId,
      judgeId,
      token: seat.current.token,
      choice: (["left", "right"] as const)[pickIndex(random, 2)]!,
    };
    const counted = await race(Array.from({ length: COPIES }, () => ({ deed: "vote" as const, details })));
    ensure(
      counted.filter(Boolean).length === 1,
      `a vote sent ${COPIES} times counted ${counted.filter(Boolean).length} times`,
    );
  }
}
