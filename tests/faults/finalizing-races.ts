import { castVotes, makePerson, openTestCrucible, putEntry } from "~/tests/factories";
import { ensure } from "./fault";
import type { Fault } from "./fault";
import { onTrack, value } from "./race";

const FEE = 7;

/** The job fires twice and a second process does the same work: everybody wants to pay out. */
export const finalizingRaces: Fault<{ races: number }> = {
  name: "finalizing-races",
  bar: "finalize raced twice in one process and by a second one: one payout, escrow 0",
  small: { races: 15 },
  full: { races: 1000 },
  run: ({ races }) =>
    onTrack(async ({ race }) => {
      const people = await Promise.all([1, 2, 3, 4].map(() => makePerson({ buzz: 1_000_000 })));
      for (let done = 0; done < races; done++) {
        const crucibleId = await endedCrucible(people);
        await race([{ deed: "settle" }, { deed: "settle" }, { deed: "settle" }, { deed: "settle" }]);
        paidOnce(crucibleId);
      }
      return { races, paidTwice: 0, leftInEscrow: 0 };
    }),
};

/** Three entries at a fee, judged; its time is up at the ninth hour. */
export async function endedCrucible([creator, ...entrants]: number[]) {
  const crucibleId = await openTestCrucible(creator!, { entryFee: FEE });
  const entries = [];
  for (const entrant of entrants) entries.push(await putEntry(crucibleId, entrant));
  const [a, b, c] = entries as [number, number, number];
  await castVotes(crucibleId, creator!, [
    [a, b],
    [b, c],
    [a, c],
  ]);
  return crucibleId;
}

export function paidOnce(crucibleId: number) {
  const about = `crucible:${crucibleId}`;
  const status = value<string>("SELECT status FROM crucibles WHERE id = ?", crucibleId);
  ensure(status === "completed", `crucible ${crucibleId} is ${status}`);
  const paid = value(
    "SELECT coalesce(sum(amount), 0) FROM transfers WHERE subject = ? AND kind IN ('prize', 'remainder')",
    about,
  );
  ensure(paid === 3 * FEE, `a pool of ${3 * FEE} paid ${paid}`);
  const prizes = value("SELECT count(*) FROM transfers WHERE subject = ? AND kind = 'prize'", about);
  ensure(prizes === 3, `three places got ${prizes} prizes`);
  const ended = value("SELECT count(*) FROM events WHERE subject = ? AND kind = 'crucible-ended'", about);
  ensure(ended === 1, `it ended ${ended} times`);
}
