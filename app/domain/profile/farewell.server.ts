import { write } from "~/db/write";
import { removeFiles } from "~/domain/media/removing-files.server";
import { deleteAccount } from "./leaving.server";

/** `deleteAccount`, and once that is committed, the files that nothing shows any more. */
export async function sayFarewell({ userId, now }: { userId: number; now: Date }) {
  const done = await write((tx) => deleteAccount(tx, { userId, now }));
  if (done?.ok) await removeFiles(done.keys);
  return done;
}
