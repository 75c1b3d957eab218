import { write } from "~/db/write";
import { seededRandom } from "~/domain/contest/random";
import { readSeat } from "~/domain/crucible/judging/seat-reading.server";
import { takeSeat } from "~/domain/crucible/judging/seating.server";
import { hoursLater, makePerson, openTestCrucible, putEntry } from "~/tests/factories";
import { judgeOf } from "./actions";
import { ensure } from "./fault";
import type { Fault } from "./fault";
import { endedCrucible, paidOnce } from "./finalizing-races";
import { onTrack, value } from "./race";
import type { Track } from "./race";

const FEE = 7;
// Settling looks before it writes; without a head start it never wins.
const HEAD_START_MS = 8;

/** Two that exclude each other, at the same moment, in two processes. */
export const opposingRaces: Fault<{ races: number }> = {
  name: "opposing-races",
  bar: "cancel vs finalize, withdraw vs first vote: one outcome",
  small: { races: 12 },
  full: { races: 1000 },
  run: ({ races }, seed) =>
    onTrack(async (track) => {
      const random = seededRandom(seed);
      const people = await Promise.all([1, 2, 3, 4].map(() => makePerson({ buzz: 1_000_000 })));
      const tally = { cancelled: 0, finalized: 0, withdrawn: 0, voted: 0 };
      for (let done = 0; done < races; done++) {
        tally[await cancelOrFinalize(track, people, HEAD_START_MS * random())] += 1;
        tally[await withdrawOrVote(track, people)] += 1;
      }
      return { races: 2 * races, ...tally };
    }),
};

async function cancelOrFinalize({ race }: Track, people: number[], after: number) {
  const crucibleId = await endedCrucible(people);
  const [canceled] = await race([
    { deed: "cancel", details: { crucibleId, moderatorId: people[0]! }, after },
    { deed: "settle" },
  ]);
  if (!canceled) {
    paidOnce(crucibleId);
    return "finalized" as const;
  }
  const refunded = value(
    "SELECT coalesce(sum(amount), 0) FROM transfers WHERE subject = ? AND kind = 'refund'",
    `crucible:${crucibleId}`,
  );
  const prizes = value("SELECT count(*) FROM transfers WHERE subject = ? AND kind = 'prize'", `crucible:${crucibleId}`);
  ensure(refunded === 3 * FEE && prizes === 0, `cancelled: ${refunded} refunded, ${prizes} prizes paid`);
  return "cancelled" as const;
}

async function withdrawOrVote({ race }: Track, [creator, entrant, other, judge]: number[]) {
  const crucibleId = await openTestCrucible(creator!, { entryFee: FEE });
  const entryId = await putEntry(crucibleId, entrant!);
  await putEntry(crucibleId, other!);
  const visit = { judge: judgeOf(judge!), crucibleId, now: hoursLater(1) };
  await write((tx) => takeSeat(tx, { ...visit, random: Math.random }));
  const seat = await readSeat(visit);
  ensure(seat?.ok && seat.current, "there is no pair to judge");
  const token = seat.current.token;
  const vote = { crucibleId, judgeId: judge!, token, choice: "left" as const };
  const [withdrawn, voted] = await race([
    { deed: "withdraw", details: { entrantId: entrant!, entryId } },
    { deed: "vote", details: vote },
  ]);
  ensure(withdrawn !== voted, withdrawn ? "a judged entry was withdrawn" : "neither did it");
  const held = value("SELECT balance FROM accounts WHERE kind = 'escrow' AND owner_id = ?", crucibleId);
  ensure(held === (withdrawn ? FEE : 2 * FEE), `there are ${held} in the pool`);
  return withdrawn ? ("withdrawn" as const) : ("voted" as const);
}
