import { write } from "~/db/write";
import { discard, discardOriginals } from "~/domain/media/discarding.server";
import type { OrphanedFiles } from "~/domain/subject/archive";
import { deleteAccount, readTombstones, replayTombstones } from "./anonymizing.server";
import type { Tombstone } from "./anonymizing.server";

/** `deleteAccount`, and once that is committed, the files that nothing shows any more. */
export async function deleteAccountAndFiles({ userId, now }: { userId: number; now: Date }) {
  const done = await write((tx) => deleteAccount(tx, { userId, now }));
  if (done?.ok) await clear(done);
  return done;
}

/** `replayTombstones`, and the files. Nothing is written when nobody is back. */
export async function replayDeletions(tombstones: Tombstone[]) {
  const gone = new Set((await readTombstones()).map(({ userId }) => userId));
  const back = tombstones.filter(({ userId }) => !gone.has(userId));
  if (back.length > 0) await clear(await write((tx) => replayTombstones(tx, back)));
}

async function clear({ gone, shown }: OrphanedFiles) {
  for (const key of gone) await discard(key);
  await discardOriginals(shown);
}
