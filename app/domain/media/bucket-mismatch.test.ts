import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { useDatabase } from "~/tests/database";
import { makeMedia, makePerson } from "~/tests/factories";
import { storageKey } from "./files";
import { localStorage } from "./local-storage.server";
import { bucketMismatch } from "./bucket-mismatch.server";
import { setStorage } from "./storage.server";

const { folder } = useDatabase();
const key = "ab".repeat(20);

async function withMedia() {
  await makeMedia(await makePerson(), { key });
  const path = join(folder(), storageKey(key, "original"));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, "an image");
  setStorage(localStorage(folder()));
}

test("storage is known by the newest media; one with none of them, or with somebody else's, is strange", async () => {
  setStorage(localStorage(folder()));
  expect(await bucketMismatch()).toBeNull();
  await withMedia();
  expect(await bucketMismatch()).toBeNull();
  setStorage(localStorage(join(folder(), "elsewhere")));
  expect(await bucketMismatch()).toMatch(/1 newest media/);
});

test("a site without media does not take another's for its own", async () => {
  const path = join(folder(), storageKey(key, "original"));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, "theirs");
  setStorage(localStorage(folder()));
  expect(await bucketMismatch()).toMatch(/It contains media, but this site has none/);
});
