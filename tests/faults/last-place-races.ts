import { write } from "~/db/write";
import { mint, wallet } from "~/domain/wallet/accounts.server";
import { transfer } from "~/domain/wallet/transferring.server";
import { NOON, makeMedia, makePerson, openTestCrucible, putEntry } from "~/tests/factories";
import { ensure } from "./fault";
import type { Fault } from "./fault";
import { onTrack, value } from "./race";
import type { Track } from "./race";

const RUNNERS = 20;
const FEE = 7;

/** Twenty want the last slot; one person spends the last Buzz twenty times. */
export const lastPlaceRaces: Fault<{ races: number }> = {
  name: "last-place-races",
  bar: "last free slot and last Buzz, 20 in parallel over two processes: exactly one wins",
  small: { races: 8 },
  full: { races: 1000 },
  run: ({ races }) =>
    onTrack(async (track) => {
      const creator = await makePerson({ buzz: 1_000_000 });
      const crowd = await crowdOf(RUNNERS);
      const poor = await makePerson({ buzz: 0 });
      const theirs = await Promise.all(Array.from({ length: RUNNERS }, () => makeMedia(poor)));
      for (let done = 0; done < races; done++) {
        await lastSlot(track, creator, crowd);
        await lastBuzz(track, creator, poor, theirs);
      }
      return { races: 2 * races, winnersEach: 1 };
    }),
};

function crowdOf(size: number) {
  const one = async () => {
    const entrantId = await makePerson({ buzz: 1_000_000 });
    return { entrantId, mediaId: await makeMedia(entrantId) };
  };
  return Promise.all(Array.from({ length: size }, one));
}

async function lastSlot({ race }: Track, creator: number, crowd: { entrantId: number; mediaId: number }[]) {
  const crucibleId = await openTestCrucible(creator, { entryFee: FEE, entriesCap: 2 });
  await putEntry(crucibleId, creator);
  const won = await race(crowd.map((one) => ({ deed: "enter", details: { crucibleId, ...one } })));
  oneWinner(crucibleId, won, 2);
}

async function lastBuzz({ race }: Track, creator: number, poor: number, media: number[]) {
  const crucibleId = await openTestCrucible(creator, { entryFee: FEE });
  const gift = {
    kind: "grant",
    from: mint,
    to: wallet(poor),
    amount: FEE,
    subject: `user:${poor}`,
    actorId: null,
    now: NOON,
  } as const;
  await write((tx) => transfer(tx, { key: `race:${crucibleId}`, ...gift }));
  const won = await race(
    media.map((mediaId) => ({ deed: "enter", details: { crucibleId, entrantId: poor, mediaId } })),
  );
  oneWinner(crucibleId, won, 1);
  ensure(value("SELECT balance FROM accounts WHERE kind = 'user' AND owner_id = ?", poor) === 0, "there is Buzz left");
}

function oneWinner(crucibleId: number, won: boolean[], entries: number) {
  const winners = won.filter(Boolean).length;
  ensure(winners === 1, `${winners} of ${RUNNERS} won`);
  const held = value("SELECT balance FROM accounts WHERE kind = 'escrow' AND owner_id = ?", crucibleId);
  ensure(held === entries * FEE, `${entries} entries left ${held} in the pool`);
  ensure(
    value("SELECT count(*) FROM entries WHERE crucible_id = ?", crucibleId) === entries,
    "there are more entries than slots",
  );
}
