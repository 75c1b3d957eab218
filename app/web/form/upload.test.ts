import { readdirSync, readlinkSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { limits, tooManyBytes, tooManyFiles } from "~/domain/media/limits";
import { useDatabase } from "~/tests/database";
import { useSettings } from "~/tests/settings";
import { receiveFiles } from "./receiving.server";
import { withUpload } from "./upload.server";

const { folder } = useDatabase();
const configure = useSettings();
const SITE = "http://localhost:3000";
const HEADERS = {
  "content-type": "multipart/form-data; boundary=frontier",
  origin: SITE,
  "sec-fetch-site": "same-origin",
};
const LIMITS = {
  fileBytes: 1_000_000,
  files: 3,
  fields: new Map([
    ["alt", 2],
    ["level", 1],
  ]),
};

beforeEach(() => configure({ NODE_ENV: "test", DATA_DIR: folder() }));

type Part = { name: string; file?: string; body: string };

function part({ name, file, body }: Part) {
  const disposition = `form-data; name="${name}"${file === undefined ? "" : `; filename="${file}"`}`;
  const type = file === undefined ? "" : "Content-Type: application/octet-stream\r\n";
  return `--frontier\r\nContent-Disposition: ${disposition}\r\n${type}\r\n${body}\r\n`;
}

function form(...parts: Part[]) {
  return `${parts.map(part).join("")}--frontier--\r\n`;
}

/** What arrived and what it held, or the answer that was thrown. */
async function send(body: string | ReadableStream, limits = LIMITS, more: Record<string, string> = {}) {
  const headers = { ...HEADERS, ...more };
  const request = new Request(`${SITE}/library`, { method: "POST", headers, body, duplex: "half" } as RequestInit);
  try {
    return await withUpload(request, limits, async (files, words, excess) => ({
      files: await Promise.all(
        files.map(async ({ name, path, bytes, tooLarge }) => ({
          name,
          bytes,
          tooLarge,
          text: await readFile(path, "utf8"),
        })),
      ),
      words: [...words],
      excess,
      lying: await lying(),
    }));
  } catch (answer) {
    return answer as Response;
  }
}

async function lying() {
  return readdir(join(folder(), "arriving")).catch(() => []);
}

/** The files that this process holds open on their way in. */
function held() {
  const paths = readdirSync("/proc/self/fd").map((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`);
    } catch {
      return "";
    }
  });
  return paths.filter((path) => path.includes(join(folder(), "arriving")));
}

test("files arrive whole, beside each other, and are gone after", async () => {
  const sent = await send(
    form(
      { name: "file", file: "a.png", body: "one" },
      { name: "file", file: "b.png", body: "two" },
      { name: "file", file: "", body: "" },
    ),
  );
  expect(sent).toMatchObject({
    files: [
      { name: "a.png", text: "one" },
      { name: "b.png", text: "two" },
    ],
    excess: null,
  });
  expect(await lying()).toEqual([]);
});

test("a file over the limit is cut off there, and one more file than are taken is said to be", async () => {
  const file = (name: string, body = name) => ({ name: "file", file: name, body });
  expect(await send(form(file("a", "x".repeat(20)), file("b")), { ...LIMITS, fileBytes: 10 })).toMatchObject({
    files: [{ bytes: 10, tooLarge: true }, { tooLarge: false }],
    excess: null,
  });
  expect(await send(form(file("a"), file("b"), file("c"), file("d"), file("e")))).toMatchObject({
    files: [{ name: "a" }, { name: "b" }, { name: "c" }],
    excess: "files",
  });
});

test.each([
  ["C:\\fakepath\\..\\cat.png", "cat.png"],
  ["../../etc/passwd", "passwd"],
  ["invoice\u202Egnp.exe", "invoicegnp.exe"],
  ["a\u0000\u0007b\u200F\u2066.png", "ab.png"],
  [`${"x".repeat(300)}.png`, `${"x".repeat(196)}.png`],
  [`${"😀".repeat(150)}a.png`, `${"😀".repeat(97)}a.png`], // not half of a letter
  ["شکل.png", "شکل.png"],
  ["\u202E", "file"],
])("a file called %j is %j here", async (name, here) => {
  expect(await send(form({ name: "file", file: name, body: "x" }))).toMatchObject({ files: [{ name: here }] });
});

test.each([
  ["a file", form({ name: "file", file: "a.png", body: "x".repeat(200_000) }).slice(0, 150_000)],
  ["a file without a name", form({ name: "file", file: "", body: "x".repeat(200_000) }).slice(0, 150_000)],
  [
    "a file after the last that is taken",
    form(...["a", "b", "c", "d"].map((file) => ({ name: "file", file, body: "x".repeat(20_000) }))).slice(0, 70_000),
  ],
  ["a head", part({ name: "file", file: "a.png", body: "x" }).slice(0, 30)],
])("a form that ends in the middle of %s is refused and leaves nothing", async (_, body) => {
  expect(await send(body)).toMatchObject({ status: 400 });
  expect(await lying()).toEqual([]);
  await vi.waitFor(() => expect(held()).toEqual([]));
});

test("a connection that breaks in the middle of a file leaves nothing, not even open", async () => {
  const start = new TextEncoder().encode(
    part({ name: "file", file: "a.png", body: "x".repeat(100_000) }).slice(0, -10),
  );
  for (let i = 0; i < 5; i++) {
    let pulled = 0;
    const body = new ReadableStream({
      pull(controller) {
        pulled += 1;
        if (pulled === 1) controller.enqueue(start);
        else controller.error(new Error("gone"));
      },
    });
    expect(await send(body)).toMatchObject({ status: 400 });
  }
  expect(await lying()).toEqual([]);
  await vi.waitFor(() => expect(held()).toEqual([]));
});

test("of two hundred files at once the first twenty are taken, and the rest is said to be left", async () => {
  const many = Array.from({ length: 200 }, (_, i) => ({ name: "file", file: `${i}.png`, body: "x" }));
  const request = new Request(`${SITE}/library`, {
    method: "POST",
    headers: HEADERS,
    body: form({ name: "level", body: "1" }, ...many),
  });
  const done = await receiveFiles(request, async () => ({ ok: true }));
  expect(done).toMatchObject({ ok: true, left: tooManyFiles });
  expect(done.ok && done.results.map(({ name }) => name)).toEqual(many.slice(0, 20).map(({ file }) => file));
});

describe("a form that brings more than is taken at once", () => {
  const { requestBytes } = limits;
  beforeEach(() => Object.assign(limits, { requestBytes: 100_000 }));
  afterEach(() => Object.assign(limits, { requestBytes }));

  const heavy = form(
    { name: "level", body: "2" },
    ...["a", "b", "c"].map((file) => ({ name: "file", file, body: "x".repeat(60_000) })),
  );

  test("is read no further than that, keeps no file of it, and its words up to there", async () => {
    const chunks = [...Array(Math.ceil(heavy.length / 8_000)).keys()].map((i) =>
      new TextEncoder().encode(heavy.slice(i * 8_000, (i + 1) * 8_000)),
    );
    const body = new ReadableStream({
      pull: (controller) => (chunks.length > 0 ? controller.enqueue(chunks.shift()) : controller.close()),
    });
    expect(await send(body)).toMatchObject({ files: [], words: [["level", "2"]], excess: "bytes", lying: [] });
    expect(chunks).toEqual([]); // heard out, so that the answer is heard
    expect(await lying()).toEqual([]);
    expect(held()).toEqual([]);
  });

  test("and says so beforehand is not read at all", async () => {
    const body = new ReadableStream({ pull: () => expect.fail("it was read") }, { highWaterMark: 0 });
    expect(await send(body, LIMITS, { "content-length": "100001" })).toMatchObject({
      files: [],
      excess: "bytes",
      lying: [],
    });
  });

  test("is told so in words", async () => {
    const request = new Request(`${SITE}/library`, { method: "POST", headers: HEADERS, body: heavy });
    const taken: string[] = [];
    const done = await receiveFiles(request, async ({ name }) => ({ ok: taken.push(name) > 0 }));
    expect(done).toEqual({ ok: false, message: tooManyBytes, status: 413 });
    expect(taken).toEqual([]);
  });
});
