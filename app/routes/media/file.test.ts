import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { storageKey } from "~/domain/media/files";
import { localStorage } from "~/domain/media/local-storage.server";
import { StoreDown, setStorage } from "~/domain/media/storage.server";
import { useDatabase } from "~/tests/database";
import { useSettings } from "~/tests/settings";
import { makeMedia } from "~/tests/factories";
import { outageOf } from "~/web/response/outage.server";
import { loader } from "./file";

const { folder } = useDatabase();
const configure = useSettings();
const BYTES = "0123456789";

beforeEach(() => {
  configure({ NODE_ENV: "test" });
  setStorage(localStorage(folder()));
});

let made = 0;

/** A video that lies in storage; its key. */
async function video(columns: Parameters<typeof makeMedia>[1] = {}) {
  const key = String((made += 1)).padStart(40, "a");
  await makeMedia(1, { kind: "video", type: "video/mp4", key, ...columns });
  const path = join(folder(), storageKey(key, "video.mp4"));
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, BYTES);
  return key;
}

async function get(key: string, { range = "", name = "video.mp4" } = {}) {
  const request = new Request(`http://localhost:3000/m/${key}/${name}`, { headers: range ? { range } : {} });
  const answer = await loader({ request, params: { key, name }, context: {} as never }).catch(
    (thrown: unknown) => thrown as Response,
  );
  const { status, headers } = answer;
  return {
    status,
    text: await answer.text(),
    part: headers.get("content-range"),
    length: headers.get("content-length"),
    headers,
  };
}

test("without a range the whole file comes, and says that parts may be asked for", async () => {
  const { headers, ...answer } = await get(await video());
  expect(answer).toEqual({ status: 200, text: BYTES, part: null, length: "10" });
  expect(Object.fromEntries(headers)).toMatchObject({
    "accept-ranges": "bytes",
    "content-type": "video/mp4",
    "cache-control": "public, max-age=31536000, immutable",
  });
});

test.each([
  ["bytes=0-1", "01", "bytes 0-1/10"],
  ["bytes=0-", BYTES, "bytes 0-9/10"],
  ["bytes=4-6", "456", "bytes 4-6/10"],
  ["bytes=9-9", "9", "bytes 9-9/10"],
  ["bytes=7-500", "789", "bytes 7-9/10"],
])("%s gets just that", async (range, text, part) => {
  expect(await get(await video(), { range })).toMatchObject({ status: 206, text, part, length: String(text.length) });
});

test.each(["bytes=10-", "bytes=10-20", "bytes=99999-"])("%s is behind the end", async (range) => {
  expect(await get(await video(), { range })).toMatchObject({ status: 416, text: "", part: "bytes */10" });
});

test.each(["bytes=5-4", "bytes=-3", "bytes=0-1,4-5", "bytes=a-b", "items=0-1", "bytes=0-1; x", "bytes=9999999999999-"])(
  "%s asks for what nobody does here, and gets the whole",
  async (range) => expect(await get(await video(), { range })).toMatchObject({ status: 200, text: BYTES }),
);

test("what one may not see is not there, in part or whole, and no cache may keep what some may not see", async () => {
  for (const columns of [{ level: 4 }, { level: 32 }, { level: 0 }, { deletedAt: new Date() }]) {
    const key = await video(columns);
    expect((await get(key)).status).toBe(404);
    expect((await get(key, { range: "bytes=0-1" })).status).toBe(404);
  }
});

test.each(["video.webm", "original", "320.webp", "video.mp4.part", "..%2F..%2Fcrucible.db", "../../crucible.db"])(
  "there is no %s of it",
  async (name) => {
    expect((await get(await video(), { name })).status).toBe(404);
  },
);

test("a store that is down is no bug: it is answered with 503", async () => {
  const key = await video();
  const down = new StoreDown("TimeoutError");
  setStorage({ ...localStorage(folder()), read: () => Promise.reject(down) });
  await expect(
    loader({
      request: new Request(`http://localhost:3000/m/${key}/video.mp4`),
      params: { key, name: "video.mp4" },
      context: {} as never,
    }),
  ).rejects.toBe(down);
  expect(outageOf(down)).toBe("store-down");
});
