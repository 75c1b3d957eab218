import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { storageKey } from "~/domain/media/files";
import { localStorage } from "~/domain/media/local-storage.server";
import { setStorage } from "~/domain/media/storage.server";
import { useDatabase } from "~/tests/database";
import { NOON, makeMedia, makePerson } from "~/tests/factories";
import { buildArchive } from "./archiving.server";
import { deleteAccountAndFiles } from "./deleting-account.server";

const database = useDatabase();

function keep(key: string, name: string, bytes: string) {
  const path = join(database.folder(), storageKey(key, name));
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, bytes);
  return path;
}

async function unzipped(userId: number) {
  const zip = Buffer.from(await new Response(await buildArchive(userId, { now: NOON })).arrayBuffer());
  return Object.fromEntries(listed(zip).map(({ name, at, size }) => [name, stored(zip, at, size)]));
}

/** What the directory at the end of a zip lists (PKWARE APPNOTE 4.3.12); nothing here is compressed. */
function listed(zip: Buffer) {
  const files = [];
  const end = zip.lastIndexOf("PK\x05\x06");
  for (let i = 0, at = zip.readUInt32LE(end + 16); i < zip.readUInt16LE(end + 10); i++) {
    const [size, length, extra] = [zip.readUInt32LE(at + 24), zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30)];
    files.push({ name: zip.toString("utf8", at + 46, at + 46 + length), size, at: zip.readUInt32LE(at + 42) });
    at += 46 + length + extra + zip.readUInt16LE(at + 32);
  }
  return files;
}

function stored(zip: Buffer, at: number, size: number) {
  const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  return zip.toString("utf8", start, start + size);
}

test("the archive holds all data and every original, under names that stay in their folder", async () => {
  setStorage(localStorage(database.folder()));
  const [owner, other] = [await makePerson({ username: "ana" }), await makePerson()];
  const [key, secret] = ["a".repeat(40), "b".repeat(40)];
  const mine = await makeMedia(owner, { key, fileName: "../../etc/my cat.png" });
  await makeMedia(other, { key: secret, fileName: "theirs.png" });
  keep(key, "original", "the bytes");
  keep(secret, "original", "not mine");
  const files = await unzipped(owner);
  expect(Object.keys(files)).toEqual(["data.json", `media/${mine}-_.._etc_my_cat.png`]);
  expect(files[`media/${mine}-_.._etc_my_cat.png`]).toBe("the bytes");
  expect(JSON.parse(files["data.json"]!)).toMatchObject({ person: { username: "ana" }, media: [{ id: mine }] });
});

test("a file that is gone from the store leaves the rest of the archive whole", async () => {
  setStorage(localStorage(database.folder()));
  const owner = await makePerson();
  await makeMedia(owner);
  expect(Object.keys(await unzipped(owner))).toEqual(["data.json"]);
});

test("deleting an account deletes its unused files, and nobody else's", async () => {
  setStorage(localStorage(database.folder()));
  const [owner, other] = [await makePerson(), await makePerson()];
  const [mine, theirs] = ["c".repeat(40), "d".repeat(40)];
  await makeMedia(owner, { key: mine });
  await makeMedia(other, { key: theirs });
  const gone = ["original", "320.webp", "800.webp"].map((name) => keep(mine, name, "x"));
  const stays = keep(theirs, "original", "x");
  expect(await deleteAccountAndFiles({ userId: owner, now: NOON })).toMatchObject({ ok: true });
  for (const path of gone) expect(() => readFileSync(path)).toThrow("ENOENT");
  expect(readFileSync(stays, "utf8")).toBe("x");
});
