import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { storageKey } from "~/domain/media/files";
import { localStorage } from "~/domain/media/local-storage.server";
import { strangeness } from "~/domain/media/recognizing.server";
import { chooseStorage } from "~/domain/media/storage.server";
import { useDatabase } from "~/tests/database";
import { hoursLater, makeMedia, makePerson } from "~/tests/world";
import { buryAgain } from "./farewell.server";
import { readTombstones } from "./leaving.server";

const { folder } = useDatabase();
const key = "ab".repeat(20);

async function withMedia() {
  const owner = await makePerson();
  await makeMedia(owner, { key });
  const path = join(folder(), storageKey(key, "original"));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, "a picture");
  chooseStorage(localStorage(folder()));
  return { owner, path };
}

test("whom a restore brought back goes again with their files, and only once", async () => {
  const { owner, path } = await withMedia();
  const tombstones = [{ userId: owner, deletedAt: hoursLater(1) }];
  await buryAgain(tombstones);
  await buryAgain(tombstones);
  expect(await readTombstones()).toEqual(tombstones);
  expect(existsSync(path)).toBe(false);
});

test("storage is known by the newest media; one with none of them, or with somebody else's, is strange", async () => {
  chooseStorage(localStorage(folder()));
  expect(await strangeness()).toBeNull();
  await withMedia();
  expect(await strangeness()).toBeNull();
  chooseStorage(localStorage(join(folder(), "elsewhere")));
  expect(await strangeness()).toMatch(/none of the 1 newest/);
});

test("a site without media does not take another's for its own", async () => {
  const path = join(folder(), storageKey(key, "original"));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, "theirs");
  chooseStorage(localStorage(folder()));
  expect(await strangeness()).toMatch(/It holds media, and this site has none/);
});
