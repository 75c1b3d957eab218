import { writeFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packedFile } from "./packed-file.server";

const TEXT = "one line\n".repeat(50_000);
const file = { name: "rows.jsonl", type: "application/x-ndjson", tag: "v1", vary: "cookie" } as const;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "crucible-packed-"));
  writeFileSync(join(folder, "whole.gz"), gzipSync(TEXT));
  writeFileSync(join(folder, "half.gz"), gzipSync(TEXT).subarray(0, 200));
});

afterAll(() => rmSync(folder, { recursive: true }));

function ask(name: string | null, headers: Record<string, string> = {}, method = "GET") {
  const request = new Request("http://localhost/rows", { method, headers });
  return packedFile(request, file, async () => (name === null ? null : join(folder, name)));
}

test("it is unpacked for clients that don't take gzip", async () => {
  for (const headers of [{}, { "accept-encoding": "br" }, { "accept-encoding": "gzip;q=0" }] as Record<
    string,
    string
  >[]) {
    const answer = (await ask("whole.gz", headers))!;
    expect([answer.headers.get("content-encoding"), await answer.text()]).toEqual([null, TEXT]);
  }
});

test("a file that is gone or broken ends the download, and nothing else", async () => {
  for (const name of ["gone.gz", "half.gz"]) await expect((await ask(name))!.text()).rejects.toThrow();
  await expect((await ask("gone.gz", { "accept-encoding": "gzip" }))!.text()).rejects.toThrow();
});

test("it is looked for only when there is something to send", async () => {
  const find = () => Promise.reject(new Error("looked for"));
  const request = (headers: Record<string, string>, method = "GET") =>
    packedFile(new Request("http://localhost/rows", { method, headers }), file, find);
  expect((await request({}, "HEAD"))?.status).toBe(200);
  expect((await request({ "if-none-match": '"v1"' }))?.status).toBe(304);
  expect((await request({ "if-none-match": '"v1-gzip"', "accept-encoding": "gzip" }))?.status).toBe(304);
  await expect(request({ "if-none-match": '"v1-gzip"' })).rejects.toThrow("looked for");
  expect(await ask(null)).toBeNull();
});
