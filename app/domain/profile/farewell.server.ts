import { write } from "~/db/write";
import { discard, discardOriginals } from "~/domain/media/discarding.server";
import { deleteAccount, replayTombstones } from "./leaving.server";
import type { Leftovers, Tombstone } from "./leaving.server";

/** `deleteAccount`, and once that is committed, the files that nothing shows any more. */
export async function sayFarewell({ userId, now }: { userId: number; now: Date }) {
  const done = await write((tx) => deleteAccount(tx, { userId, now }));
  if (done?.ok) await clear(done);
  return done;
}

/** `replayTombstones`, and the files. */
export async function repeatFarewells(tombstones: Tombstone[]) {
  await clear(await write((tx) => replayTombstones(tx, tombstones)));
}

async function clear({ gone, shown }: Leftovers) {
  for (const key of gone) await discard(key);
  await discardOriginals(shown);
}
