import { copyFile, mkdir, readFile, readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import sharp from "sharp";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { reader } from "~/db/client";
import { media } from "~/db/schema/media";
import { useDatabase } from "~/tests/database";
import { png } from "~/tests/fixtures/containers";
import { film } from "~/tests/fixtures/films";
import { NOON, makePerson } from "~/tests/factories";
import { viewOf } from "./library.server";
import { guest } from "./content-ratings";
import { localStorage } from "./local-storage.server";
import { readGeneration } from "~/domain/metadata/file-metadata.server";
import { remuxInWorker } from "./remuxing-in-worker.server";
import { limits } from "./limits";
import { openFile } from "./serving.server";
import { StoreDown, setStorage } from "./storage.server";
import { upload } from "./uploading.server";

const { folder } = useDatabase();
const generous = { ...limits };
const secret = {
  title: "Secret",
  comment: `{"prompt":{"1":{"class_type":"UNETLoader","inputs":{"unet_name":"wan.safetensors"}}}}`,
};

beforeEach(async () => {
  setStorage(localStorage(folder()));
  await mkdir(join(folder(), "arriving"));
});

afterEach(() => {
  Object.assign(limits, generous);
  vi.unstubAllEnvs();
});

async function send(path: string, { ownerId = 1, frame = null as string | null } = {}) {
  const arrival = join(folder(), "arriving", "0");
  await copyFile(path, arrival);
  const { size } = await stat(arrival);
  return upload({
    ownerId,
    arrival: { path: arrival, name: "clip", bytes: size, tooLarge: false, frame },
    level: 1,
    alt: "",
    now: NOON,
  });
}

function processedVideo(kind: "mp4" | "webm", more = {}) {
  return film(join(folder(), `film.${kind}`), { kind, ...more });
}

async function photo(hue = 0) {
  const path = join(folder(), `photo-${hue}.png`);
  await sharp({ create: { width: 40, height: 30, channels: 3, background: { r: hue, g: 9, b: 9 } } })
    .png()
    .toFile(path);
  return path;
}

/** Every file that lies in storage or on its way there. */
async function kept() {
  const found = await readdir(folder(), { recursive: true, withFileTypes: true });
  return found
    .filter((one) => one.isFile() && /media|arriving\/making/.test(one.parentPath))
    .map(({ name }) => name)
    .sort();
}

test.each(["mp4", "webm"] as const)(
  "an %s is published whole, playable and without a word of what it said",
  async (kind) => {
    const taken = await send(
      await processedVideo(kind, { tags: secret, name: "Holiday", rotation: kind === "mp4" ? 90 : 0 }),
    );
    const row = (await reader().query.media.findFirst())!;
    expect(taken).toEqual({ ok: true, mediaId: row.id, duplicate: false });
    // A WebM does not say how long its last frame stands.
    const [width, height, seconds] = kind === "mp4" ? [32, 64, 2] : [64, 32, 1.5];
    expect(viewOf(row)).toMatchObject({ kind: "video", width, height, video: { type: `video/${kind}`, seconds } });
    const served = await openFile({ ...guest, id: row.ownerId }, { key: row.key, name: `video.${kind}` });
    const bytes = await buffer(served!.body);
    expect(served).toMatchObject({ type: `video/${kind}`, size: bytes.length });
    for (const word of ["Secret", "UNETLoader", "Holiday"]) expect(bytes.includes(word)).toBe(false);
    if (kind === "mp4") expect(bytes.indexOf("moov")).toBeLessThan(bytes.indexOf("mdat"));
    expect((await readGeneration(bytes)).raw).toEqual([]);
    expect((await readGeneration(await readFile(join(folder(), `film.${kind}`)))).generator).toBe("ComfyUI");
    const published = join(folder(), "published");
    await writeFile(published, bytes);
    expect(await remuxInWorker({ from: published, to: join(folder(), "again"), kind, maxSeconds: 60 })).toMatchObject({
      ok: true,
      clip: { width, height },
    });
  },
);

test("without ffmpeg a video shows the frame that came with it, or none", async () => {
  vi.stubEnv("PATH", "");
  expect(await send(await processedVideo("webm"), { frame: await photo() })).toMatchObject({ ok: true });
  expect(await send(await processedVideo("mp4"), { frame: await processedVideo("mp4") })).toMatchObject({ ok: true });
  const rows = await reader().query.media.findMany();
  expect(rows.map(({ hasPoster }) => hasPoster)).toEqual([true, false]);
  expect(viewOf(rows[0]!).pictures).toHaveLength(3);
  expect(viewOf(rows[1]!)).toMatchObject({ pictures: null, thumbhash: null });
  expect(await kept()).toEqual([
    "1600.webp",
    "320.webp",
    "800.webp",
    "original",
    "original",
    "video.mp4",
    "video.webm",
  ]);
});

test("a video that is too long, or is none, is refused and leaves nothing", async () => {
  expect(await send(await processedVideo("webm", { frames: 62, perSecond: 1 }))).toEqual({
    ok: false,
    reason: "too-long",
  });
  expect(await send(await processedVideo("webm", { frames: 60, perSecond: 1 }))).toMatchObject({ ok: true });
  const before = await kept();
  const path = join(folder(), "nothing.mp4");
  await writeFile(path, "\0\0\0\x10ftypisom\0\0\0\0");
  expect(await send(path)).toEqual({ ok: false, reason: "no-video" });
  await writeFile(path, (await readFile(await processedVideo("mp4"))).subarray(0, 300));
  expect(await send(path)).toEqual({ ok: false, reason: "no-video" });
  expect(await kept()).toEqual(before);
});

test("a file on which mediabunny never comes back costs its time limit and nothing else", async () => {
  const from = join(folder(), "endless.webm");
  await writeFile(
    from,
    Buffer.from(
      "1a45dfa3010000000000000e428201000000000000047765626d1853806701000000000001b61549a96601000000000000",
      "hex",
    ),
  );
  let ticks = 0;
  const ticking = setInterval(() => (ticks += 1), 10);
  const reading = remuxInWorker({ from, to: join(folder(), "out"), kind: "webm", maxSeconds: 60 }, 1500);
  expect(await reading).toEqual({ ok: false, reason: "no-video" });
  clearInterval(ticking);
  expect(ticks).toBeGreaterThan(0);
});

test("the same file twice is the same item for its owner, and another's for another", async () => {
  const [one, other] = [await makePerson(), await makePerson()];
  const path = await processedVideo("webm");
  const first = await send(path, { ownerId: one });
  expect(await send(path, { ownerId: one })).toEqual({ ...first, duplicate: true });
  expect(await send(path, { ownerId: other })).toMatchObject({ ok: true, duplicate: false });
  expect(await reader().$count(media)).toBe(2);
});

test("a picture too large to open is refused by its head, and leaves nothing", async () => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(6_400, 0);
  header.writeUInt32BE(6_400, 4);
  header.set([8, 6, 0, 0, 1], 8); // four bytes a pixel, in several passes
  const path = join(folder(), "heavy.png");
  await writeFile(path, png([], [], { header: ["IHDR", header], data: ["IDAT", Buffer.from("0123456789")] }));
  expect(await send(path)).toEqual({ ok: false, reason: "too-heavy" });
  expect(await kept()).toEqual([]);
});

test("a full library takes no more, and what was made for it is gone", async () => {
  Object.assign(limits, { ownedFiles: 1 });
  await send(await photo());
  const before = await kept();
  expect(await send(await processedVideo("mp4"))).toEqual({ ok: false, reason: "quota-files" });
  Object.assign(limits, { ownedFiles: 9, ownedBytes: 50 });
  expect(await send(await photo(7))).toEqual({ ok: false, reason: "quota-bytes" });
  expect(await kept()).toEqual(before);
});

test("two uploads race for the last place in a library: one is taken, and the other's files are gone", async () => {
  Object.assign(limits, { ownedFiles: 1 });
  const paths = await Promise.all([photo(1), photo(2), photo(3)]);
  const arrivals = await Promise.all(
    paths.map(async (path) => ({ path, name: "x", bytes: (await stat(path)).size, tooLarge: false })),
  );
  const done = await Promise.all(
    arrivals.map((arrival) => upload({ ownerId: 1, arrival, level: 1, alt: "", now: NOON })),
  );
  expect(done.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await kept()).toEqual(["1600.webp", "320.webp", "800.webp", "original"]);
});

test("a store that goes down half way refuses in words, and keeps no half", async () => {
  const local = localStorage(folder());
  let puts = 0;
  setStorage({
    ...local,
    put: async (...file) => ((puts += 1) > 2 ? Promise.reject(new StoreDown()) : local.put(...file)),
  });
  expect(await send(await photo())).toEqual({ ok: false, reason: "store-down" });
  expect(await kept()).toEqual([]);
  expect(await reader().$count(media)).toBe(0);
});

test("what is no picture and no video is refused, whatever it is called", async () => {
  const path = join(folder(), "x.png");
  const files = [
    "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "GIF89a",
    "%PDF-1.4",
    "\xff\xd8\xff\xe0",
    "<?php phpinfo(); ?>",
  ];
  for (const words of files) {
    await writeFile(path, words, "latin1");
    expect([words, await send(path)]).toEqual([words, { ok: false, reason: "not-media" }]);
  }
  for (const brand of ["heic", "avif", "mif1"]) {
    await writeFile(path, `\0\0\0\x14ftyp${brand}\0\0\0\0mif1`);
    expect(await send(path)).toEqual({ ok: false, reason: "other-picture" });
  }
  await writeFile(path, "");
  expect(await send(path)).toEqual({ ok: false, reason: "empty" });
  expect(await kept()).toEqual([]);
});
