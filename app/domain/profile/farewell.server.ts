import { write } from "~/db/write";
import { storageKeys } from "~/domain/media/files";
import { storage } from "~/domain/media/storage.server";
import { deleteAccount, readTombstones, replayTombstones } from "./leaving.server";
import type { Tombstone } from "./leaving.server";

/** `deleteAccount`, and once that is committed, the files that nothing shows any more. */
export async function sayFarewell({ userId, now }: { userId: number; now: Date }) {
  const done = await write((tx) => deleteAccount(tx, { userId, now }));
  if (done?.ok) await storage().delete(done.keys.flatMap(storageKeys));
  return done;
}

/** Deletes again those whom a restore brought back, with their files. */
export async function buryAgain(tombstones: Tombstone[]) {
  const gone = new Set((await readTombstones()).map(({ userId }) => userId));
  const back = tombstones.filter(({ userId }) => !gone.has(userId));
  if (back.length === 0) return;
  const keys = await write((tx) => replayTombstones(tx, back));
  await storage().delete(keys.flatMap(storageKeys));
}
