import { expect, test } from "vitest";
import { mp4, mp4WithKeys, webm } from "~/tests/fixtures/clips";
import { sourceOf } from "./byte-source";
import { readMp4 } from "./mp4";
import { readWebm } from "./webm";

const graph = JSON.stringify({ 1: { class_type: "KSampler", inputs: {} } });

test.each([
  [
    "an MP4's comment",
    readMp4,
    mp4({ "\u00a9cmt": graph, "\u00a9too": "Lavf" }),
    [
      ["comment", graph],
      ["\u00a9too", "Lavf"],
    ],
  ],
  [
    "an MP4's named keys",
    readMp4,
    mp4WithKeys({ prompt: graph, Workflow: "{}" }),
    [
      ["prompt", graph],
      ["workflow", "{}"],
    ],
  ],
  [
    "a WebM's tags",
    readWebm,
    webm({ COMMENT: graph, WORKFLOW: "{}" }),
    [
      ["comment", graph],
      ["workflow", "{}"],
    ],
  ],
] as const)("%s are read, keys in lower case", async (_, read, file, expected) => {
  expect((await read(sourceOf(file))).map(({ key, text }) => [key, text])).toEqual(expected);
});

test("an MP4's C2PA manifest is read, and no other box of that kind", async () => {
  const uuid = (id: string) => {
    const size = Buffer.alloc(4);
    size.writeUInt32BE(8 + 16 + 8);
    return Buffer.concat([size, Buffer.from("uuid"), Buffer.from(id, "hex"), Buffer.from("manifest")]);
  };
  const file = Buffer.concat([
    uuid("be7acfcb97a942e89c71999491e3afac"),
    uuid("d8fec3d61b0e483c92975828877ec481"),
    mp4({}),
  ]);
  expect(await readMp4(sourceOf(file))).toEqual([{ source: "C2PA", key: "c2pa", text: "manifest" }]);
});

test("only what holds tags is read of a large clip", async () => {
  const file = mp4({ "\u00a9cmt": graph });
  const head = Buffer.from("\0\0\0\x01mdat\0\0\0\x01\0\0\0\0", "latin1"); // frames of 4 GB before the tags
  const size = 2 ** 32;
  let bytesRead = 0;
  const read = async (at: number, length: number) => {
    bytesRead += length;
    return at < size ? head.subarray(at, at + length) : file.subarray(at - size, at - size + length);
  };
  expect(await readMp4({ size: size + file.length, read })).toMatchObject([{ key: "comment" }]);
  expect(bytesRead).toBeLessThan(1_000);
});

test("tags inside of tags are read too", async () => {
  const file = webm({ OUTER: "x", PROMPT: graph });
  const [outer, inner] = [file.indexOf(Buffer.from("67c8", "hex")), file.lastIndexOf(Buffer.from("67c8", "hex"))];
  file.writeUInt32BE(file.readUInt32BE(outer + 6) + file.length - inner, outer + 6); // the first now holds the second
  expect(await readWebm(sourceOf(file))).toMatchObject([{ key: "outer" }, { key: "prompt", text: graph }]);
});

test("a WebM of unknown size is read up to its frames", async () => {
  const file = webm({ PROMPT: graph });
  const at = file.indexOf(Buffer.from("18538067", "hex")) + 4;
  file.fill(0xff, at + 1, at + 8);
  expect(await readWebm(sourceOf(file))).toMatchObject([{ key: "prompt", text: graph }]);
});

test("a file cut or emptied anywhere ends", async () => {
  for (const [read, file] of [
    [readMp4, mp4({ "\u00a9cmt": graph })],
    [readWebm, webm({ PROMPT: graph })],
  ] as const) {
    for (let length = 0; length < file.length; length++) {
      const cut = await read(sourceOf(file.subarray(0, length)));
      const zeroed = await read(sourceOf(Buffer.from(file).fill(0, length, Math.min(length + 8, file.length))));
      for (const { text } of [...cut, ...zeroed]) expect(text.length).toBeLessThanOrEqual(file.length);
    }
  }
});
