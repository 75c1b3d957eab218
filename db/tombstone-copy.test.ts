import { join } from "node:path";
import { expect, test } from "vitest";
import { useDatabase } from "~/tests/database";
import { startObjectStore } from "~/tests/fixtures/object-store";
import { bucketSettings } from "./bucket";
import { readTombstoneCopy, copyTombstones } from "./tombstone-copy";

const { folder } = useDatabase();
const left = (userId: number) => ({ userId, deletedAt: new Date(Date.UTC(2026, 0, userId)) });

test("whoever left once stays known to the bucket, also after a restore that has forgotten them", async () => {
  const store = await startObjectStore(join(folder(), "store"));
  const settings = bucketSettings(store.settings());
  expect(await readTombstoneCopy(settings)).toEqual([]);
  await copyTombstones([left(3), left(5)], settings);
  await copyTombstones([left(7)], settings);
  expect(await readTombstoneCopy(settings)).toEqual([left(3), left(5), left(7)]);
  const anew = { userId: 5, deletedAt: new Date(Date.UTC(2026, 5, 5)) };
  await copyTombstones([left(3), anew], settings);
  expect(await readTombstoneCopy(settings)).toEqual([left(3), left(5), left(7), anew]);
  store.be("failing");
  await expect(readTombstoneCopy(settings)).rejects.toThrow();
  await store.stop();
});

test("without a bucket there is nothing to know", async () => {
  await copyTombstones([left(3)], null);
  expect(await readTombstoneCopy(null)).toEqual([]);
});
