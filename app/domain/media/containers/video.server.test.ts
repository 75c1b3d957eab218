import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { mp4, mp4WithKeys, webm } from "~/tests/fixtures/clips";
import { readVideo } from "./video.server";

const graph = JSON.stringify({ 1: { class_type: "KSampler", inputs: {} } });

test.each([
  ["an MP4's comment", mp4({ "\u00a9cmt": graph, "\u00a9too": "Lavf" }), { comment: graph }],
  ["an MP4's named tags", mp4WithKeys({ prompt: graph, workflow: "{}" }), { prompt: graph, workflow: "{}" }],
  ["a WebM's tags", webm({ COMMENT: graph, WORKFLOW: "{}" }), { comment: graph, workflow: "{}" }],
])("%s are read, keys in lower case", async (_, file, expected) => {
  const found = Object.fromEntries((await readVideo(file)).map(({ key, text }) => [key, text]));
  expect(found).toMatchObject(expected);
});

test("a file on disk is read like bytes", async () => {
  const path = join(tmpdir(), `clip-${process.pid}.webm`);
  await writeFile(path, webm({ PROMPT: graph }));
  expect(await readVideo(path)).toContainEqual({ source: "tag", key: "prompt", text: graph });
});

test("what is no clip has no tags", async () => {
  for (const bytes of [Buffer.alloc(0), Buffer.from("not a clip"), mp4({ "\u00a9cmt": graph }).subarray(0, 60)]) {
    expect(await readVideo(bytes)).toEqual([]);
  }
});
