import { mkdir, readdir, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { reader } from "~/db/client";
import { media } from "~/db/schema/media";
import { write } from "~/db/write";
import { useDatabase } from "~/tests/database";
import { makeMedia, makePerson, openTestCrucible, putEntry } from "~/tests/factories";
import { withFileLock } from "./discarding.server";
import { storageKey } from "./files";
import { localStorage } from "./local-storage.server";
import { setStorage } from "./storage.server";
import { sweepMedia } from "./sweeping.server";

const { folder } = useDatabase();
const now = new Date("2026-05-10T00:00:00Z");
const TWO_DAYS = 2 * 86_400_000;

beforeEach(() => setStorage(localStorage(folder())));

async function store(key: string, age = TWO_DAYS, name = "320.webp") {
  const path = join(folder(), storageKey(key, name));
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, "picture");
  const at = new Date(now.getTime() - age);
  await utimes(path, at, at);
}

async function left() {
  const paths = await readdir(join(folder(), "media"), { recursive: true });
  return paths
    .filter((path) => path.endsWith(".webp"))
    .map((path) => path.split("/")[1]!)
    .sort();
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

test("files of media stay, and of deleted media go, whatever they were entered into", async () => {
  const person = await makePerson();
  const kept = await keyOf(await makeMedia(person));
  const gone = await makeMedia(person);
  const crucible = await openTestCrucible(person);
  await putEntry(crucible, person);
  const [entered] = await reader()
    .select({ id: media.id, key: media.key })
    .from(media)
    .orderBy(media.id)
    .limit(1)
    .offset(2);
  await Promise.all([remove(gone), remove(entered!.id)]);
  for (const key of [kept, await keyOf(gone), entered!.key]) await store(key);
  expect(await sweepMedia({ now })).toBe(2);
  expect(await left()).toEqual([kept]);
});

test("what a crash left half written goes, also of media that stay", async () => {
  const kept = await keyOf(await makeMedia(await makePerson()));
  await store(kept);
  await store(kept, TWO_DAYS, "320.webp.part");
  expect(await sweepMedia({ now })).toBe(1);
  expect(await readdir(join(folder(), dirname(storageKey(kept, "320.webp"))))).toEqual(["320.webp"]);
});

test("what is taken in again while the sweep goes by stays", async () => {
  const person = await makePerson();
  const again = await makeMedia(person);
  const key = await keyOf(again);
  await remove(again);
  await store(key);
  let swept: Promise<number> | undefined;
  await withFileLock(key, async () => {
    swept = sweepMedia({ now }); // finds no row yet, and waits for its turn
    await new Promise((resolve) => setTimeout(resolve, 50));
    await write(async (tx) => void (await tx.update(media).set({ deletedAt: null }).where(eq(media.id, again))));
  });
  expect(await swept).toBe(0);
  expect(await left()).toEqual([key]);
});
