import { mkdir, readdir, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { reader } from "~/db/client";
import { media } from "~/db/schema/media";
import { write } from "~/db/write";
import { useDatabase } from "~/tests/database";
import { makeMedia, makePerson, openTestCrucible, putEntry } from "~/tests/world";
import { storageKey } from "./files";
import { localStorage } from "./local-storage.server";
import { chooseStorage } from "./storage.server";
import { sweepMedia } from "./sweeping.server";

const { folder } = useDatabase();
const now = new Date("2026-05-10T00:00:00Z");
const TWO_DAYS = 2 * 86_400_000;

beforeEach(() => chooseStorage(localStorage(folder())));

async function store(key: string, age = TWO_DAYS) {
  const path = join(folder(), storageKey(key, "320.webp"));
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, "picture");
  const at = new Date(now.getTime() - age);
  await utimes(path, at, at);
}

async function left() {
  const paths = await readdir(join(folder(), "media"), { recursive: true });
  return paths.filter((path) => path.endsWith(".webp")).map((path) => path.split("/")[1]!).sort();
}

async function keyOf(mediaId: number) {
  const [row] = await reader().select({ key: media.key }).from(media).where(eq(media.id, mediaId));
  return row!.key;
}

function remove(mediaId: number) {
  return write(async (tx) => void (await tx.update(media).set({ deletedAt: now }).where(eq(media.id, mediaId))));
}

test("files of nothing go, but for those that may still be on their way in", async () => {
  await store("aa-old");
  await store("bb-new", 1000);
  expect(await sweepMedia({ now })).toBe(1);
  expect(await left()).toEqual(["bb-new"]);
});

test("files of media stay, of deleted media go, and of deleted media in an entry stay", async () => {
  const person = await makePerson();
  const kept = await keyOf(await makeMedia(person));
  const gone = await makeMedia(person);
  const crucible = await openTestCrucible(person);
  await putEntry(crucible, person);
  const [entered] = await reader().select({ id: media.id, key: media.key }).from(media).orderBy(media.id).limit(1).offset(2);
  await Promise.all([remove(gone), remove(entered!.id)]);
  for (const key of [kept, await keyOf(gone), entered!.key]) await store(key);
  expect(await sweepMedia({ now })).toBe(1);
  expect(await left()).toEqual([kept, entered!.key].sort());
});
