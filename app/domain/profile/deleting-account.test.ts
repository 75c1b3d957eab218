import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { reader } from "~/db/client";
import { users } from "~/db/schema/account";
import { entries } from "~/db/schema/entry";
import { media } from "~/db/schema/media";
import { write } from "~/db/write";
import { storageKey } from "~/domain/media/files";
import { localStorage } from "~/domain/media/local-storage.server";
import { setStorage, storage } from "~/domain/media/storage.server";
import { useDatabase } from "~/tests/database";
import { hoursLater, makeMedia, makePerson, openTestCrucible, putEntry } from "~/tests/factories";
import { replayDeletions, deleteAccountAndFiles } from "./deleting-account.server";

const { folder } = useDatabase();

beforeEach(() => setStorage(localStorage(folder())));

test("of who leaves, or left before a restore, the files go, and of a picture that is shown on the original", async () => {
  const a = await makePerson();
  const first = await putEntry(await openTestCrucible(await makePerson()), a);
  await makeMedia(a);
  const rows = await reader().query.media.findMany({ where: eq(media.ownerId, a) });
  const stored = async () => {
    const found = [];
    for await (const { key } of storage().list("media/")) found.push(key);
    return found.sort();
  };
  const store = async () => {
    for (const file of rows.flatMap(({ key }) => [storageKey(key, "320.webp"), storageKey(key, "original")])) {
      const path = join(folder(), "arrived");
      await writeFile(path, file);
      await storage().put(file, path, "image/webp");
    }
  };
  const kept = (await reader().query.entries.findFirst({ where: eq(entries.id, first) }))!.mediaId;
  const left = [storageKey(rows.find(({ id }) => id === kept)!.key, "320.webp")];
  await store();
  await replayDeletions([{ userId: a, deletedAt: hoursLater(1) }]);
  expect(await stored()).toEqual(left);
  await write((tx) => tx.update(users).set({ deletedAt: null }).where(eq(users.id, a)));
  await write((tx) => tx.update(media).set({ deletedAt: null }).where(eq(media.ownerId, a)));
  await store();
  expect(await deleteAccountAndFiles({ userId: a, now: hoursLater(2) })).toMatchObject({ ok: true });
  expect(await stored()).toEqual(left);
});
