import { write } from "~/db/write";
import { storageKeys } from "~/domain/media/files";
import { storage } from "~/domain/media/storage.server";
import { deleteAccount } from "./leaving.server";

/** `deleteAccount`, and once that is committed, the files that nothing shows any more. */
export async function sayFarewell({ userId, now }: { userId: number; now: Date }) {
  const done = await write((tx) => deleteAccount(tx, { userId, now }));
  if (done?.ok) await storage().delete(done.keys.flatMap(storageKeys));
  return done;
}
