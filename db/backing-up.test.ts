import Database from "better-sqlite3";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { useDatabase } from "~/tests/database";
import { startObjectStore } from "~/tests/fixtures/object-store";
import { makePerson } from "~/tests/factories";
import { backUp } from "./backing-up";
import { bucketSettings, openBucket } from "./bucket";
import { restoreInto } from "./restoring";

const { folder } = useDatabase();

function daysLater(days: number) {
  return new Date(Date.UTC(2026, 0, 1 + days));
}

test("without a bucket a sound copy of everything lies in the data folder, and only the last seven stay", async () => {
  const backups = join(folder(), "backups");
  await makePerson();
  await backUp({ now: daysLater(0), settings: null });
  const copy = new Database(join(backups, "2026-01-01.db"), { readonly: true });
  expect(copy.prepare("SELECT count(*) FROM users").pluck().get()).toBe(1);
  copy.close();
  for (let day = 1; day < 9; day++) writeFileSync(join(backups, `2026-01-0${day + 1}.db`), "");
  await backUp({ now: daysLater(9), settings: null });
  expect(readdirSync(backups).sort()).toEqual(
    [4, 5, 6, 7, 8, 9].map((day) => `2026-01-0${day}.db`).concat("2026-01-10.db"),
  );
});

test("with a bucket the copy goes there, and nothing stays on the disk; when the store is down it says so", async () => {
  const store = await startObjectStore(join(folder(), "store"));
  const settings = bucketSettings(store.settings())!;
  mkdirSync(join(folder(), "backups"), { recursive: true });
  await backUp({ now: daysLater(0), settings });
  const bucket = openBucket(settings);
  expect(await bucket.keys("backups/")).toEqual(["backups/2026-01-01.db.gz"]);
  expect(readdirSync(join(folder(), "backups"))).toEqual([]);
  const restored = join(folder(), "restored");
  mkdirSync(restored);
  await restoreInto(restored, settings, { night: "2026-01-01" });
  expect(readFileSync(join(restored, "crucible.db")).subarray(0, 15).toString()).toBe("SQLite format 3");
  await expect(restoreInto(restored, settings, { night: "2026-01-02" })).rejects.toThrow(
    /no backups\/2026-01-02.db.gz in crucible. Available: backups\/2026-01-01.db.gz/,
  );
  store.be("failing");
  await expect(backUp({ now: daysLater(1), settings })).rejects.toThrow();
  store.be("well");
  expect(await bucket.keys("backups/")).toEqual(["backups/2026-01-01.db.gz"]);
  bucket.close();
  await store.stop();
});
