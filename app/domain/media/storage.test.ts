import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startObjectStore } from "~/tests/fixtures/object-store";
import type { ObjectStore } from "~/tests/fixtures/object-store";
import { localStorage } from "./local-storage.server";
import { mediaBucket } from "./s3-settings.server";
import { s3Storage } from "./s3-storage.server";
import type { S3Settings } from "./s3-storage.server";
import { StoreDown } from "./storage.server";
import type { Storage } from "./storage.server";

let folder = "";
let store: ObjectStore;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "crucible-storage-"));
  store = await startObjectStore(join(folder, "bucket"));
});

afterEach(async () => {
  await store.stop();
  await rm(folder, { recursive: true, force: true });
});

function bucket(more: Partial<S3Settings> = {}) {
  return s3Storage({
    ...mediaBucket({ ...store.settings(), MEDIA_BUCKET: "crucible", MEDIA_PREFIX: "site" })!,
    ...more,
  });
}

let made = 0;

async function file(bytes: string | Buffer) {
  const path = join(folder, `file-${made++}`);
  await writeFile(path, bytes);
  return path;
}

async function bytesOf(storage: Storage, key: string, range?: { start: number; end: number }) {
  const found = await storage.read(key, range);
  return found && { text: (await buffer(found.body)).toString(), size: found.size };
}

async function keys(storage: Storage, prefix = "media/") {
  const found = [];
  for await (const { key, modifiedAt } of storage.list(prefix)) {
    expect(modifiedAt.getTime()).toBeGreaterThan(Date.now() - 60_000);
    found.push(key);
  }
  return found.sort();
}

describe.each([
  ["this machine's disk", () => localStorage(join(folder, "kept"))],
  ["an object store", () => bucket()],
  ["an object store, without a prefix", () => bucket({ prefix: "" })],
])("%s", (_, open) => {
  test("gives back what was put there, and the newest when it was put twice", async () => {
    const storage = open();
    await storage.put("media/ab/abc/320.webp", await file("first"), "image/webp");
    expect(await bytesOf(storage, "media/ab/abc/320.webp")).toEqual({ text: "first", size: 5 });
    await storage.put("media/ab/abc/320.webp", await file("the second"), "image/webp");
    expect(await bytesOf(storage, "media/ab/abc/320.webp")).toEqual({ text: "the second", size: 10 });
  });

  test("has nothing where nothing was put", async () => {
    const storage = open();
    expect(await storage.read("media/ab/abc/320.webp")).toBeNull();
    expect(await storage.read("media/ab/abc/320.webp", { start: 0, end: 5 })).toBeNull();
    await storage.put("media/ab/abc/320.webp", await file("x"), "image/webp");
    expect(await storage.read("media/ab/abc")).toBeNull();
    expect(await keys(storage, "other/")).toEqual([]);
  });

  test.each([
    [{ start: 0, end: 3 }, "0123"],
    [{ start: 4, end: 4 }, "4"],
    [{ start: 7, end: Number.MAX_SAFE_INTEGER }, "789"],
    [{ start: 8, end: 500 }, "89"],
    [{ start: 10, end: 20 }, ""],
  ])("reads a part, %o, and says how large the whole is", async (range, text) => {
    const storage = open();
    await storage.put("media/ab/abc/video.mp4", await file("0123456789"), "video/mp4");
    expect(await bytesOf(storage, "media/ab/abc/video.mp4", range)).toEqual({ text, size: 10 });
  });

  test("keeps what is larger than one part of an upload", async () => {
    const storage = open();
    const large = Buffer.alloc(11 << 20, "crucible");
    await storage.put("media/ab/abc/original", await file(large), "video/mp4");
    const found = await storage.read("media/ab/abc/original");
    expect((await buffer(found!.body)).equals(large)).toBe(true);
  });

  test("lists below a prefix and deletes, also what is not there", async () => {
    const storage = open();
    for (const key of ["media/ab/abc/320.webp", "media/ab/abc/original", "media/cd/cde/original", "else/x"])
      await storage.put(key, await file(key), "x/y");
    expect(await keys(storage)).toEqual(["media/ab/abc/320.webp", "media/ab/abc/original", "media/cd/cde/original"]);
    await storage.delete(["media/ab/abc/original", "media/ab/abc/320.webp", "media/no/no/original"]);
    await storage.delete([]);
    expect(await keys(storage)).toEqual(["media/cd/cde/original"]);
  });

  test("a put that fails leaves nothing behind", async () => {
    const storage = open();
    await expect(storage.put("media/ab/abc/original", join(folder, "no-such-file"), "image/png")).rejects.toThrow();
    expect(await storage.read("media/ab/abc/original")).toBeNull();
    expect(await keys(storage)).toEqual([]);
  });
});

test.each(["failing", "forbidden"] as const)(
  "a store that is %s says so in every verb, and keeps no half",
  async (mood) => {
    const storage = bucket();
    await storage.put("media/ab/abc/original", await file("kept"), "image/png");
    store.be(mood);
    for (const verb of verbs(storage)) await expect(verb()).rejects.toThrow(StoreDown);
    store.be("well");
    expect(await keys(storage)).toEqual(["media/ab/abc/original"]);
    expect(await readdir(join(folder, "bucket", "crucible", "site", "media", "ab"))).toEqual(["abc"]);
  },
);

test("a store that is gone, a bucket that is none and keys that are wrong are down too", async () => {
  await expect(bucket({ bucket: "no-such-bucket" }).put("media/a/b", await file("x"), "x/y")).rejects.toThrow(
    StoreDown,
  );
  await expect(bucket({ bucket: "no-such-bucket" }).read("media/a/b")).rejects.toThrow(StoreDown);
  await expect(bucket({ accessKeyId: "nobody" }).read("media/a/b")).rejects.toThrow(StoreDown);
  await store.stop();
  const storage = bucket();
  for (const verb of verbs(storage)) await expect(verb()).rejects.toThrow(StoreDown);
  store = await startObjectStore(join(folder, "bucket"));
});

function verbs(storage: Storage) {
  return [
    async () => storage.put("media/cd/cde/original", await file("lost"), "image/png"),
    () => storage.read("media/ab/abc/original"),
    () => storage.read("media/ab/abc/original", { start: 0, end: 1 }),
    () => storage.delete(["media/ab/abc/original"]),
    () => keys(storage),
  ];
}

test("without a bucket's name there is none, and a bucket that lacks something names it", () => {
  expect(mediaBucket({ AWS_ENDPOINT_URL_S3: "https://s3.example" })).toBeNull();
  expect(() => mediaBucket({ MEDIA_BUCKET: "pictures", MEDIA_PREFIX: "/x", AWS_ACCESS_KEY_ID: "a" })).toThrow(
    /MEDIA_PREFIX[^]*MEDIA_ENDPOINT[^]*MEDIA_SECRET/,
  );
  const own = { MEDIA_BUCKET: "pictures", MEDIA_ENDPOINT: "https://r2.example", MEDIA_REGION: "" };
  const theirs = { AWS_ENDPOINT_URL_S3: "https://s3.example", AWS_ACCESS_KEY_ID: "a", AWS_SECRET_ACCESS_KEY: "b" };
  expect(mediaBucket({ ...theirs, ...own })).toEqual({
    ...{ bucket: "pictures", prefix: "", endpoint: "https://r2.example", region: "auto" },
    ...{ accessKeyId: "a", secretAccessKey: "b", pathStyle: true },
  });
});
