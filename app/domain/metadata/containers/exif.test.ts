import { expect, test } from "vitest";
import { exif, USER_COMMENT } from "~/tests/fixtures/containers";
import { readExif } from "./exif";

test.each(["II", "MM"] as const)("tags are read in %s order", (order) => {
  const block = exif(
    [
      [0x0131, Buffer.from("Fooocus v2\0"), 2],
      [USER_COMMENT, Buffer.from("ASCII\0\0\0{}")],
    ],
    order,
  );
  expect(readExif(block).map(({ key, text }) => [key, text])).toEqual([
    ["Software", "Fooocus v2"],
    ["UserComment", "{}"],
  ]);
});

test("a text of four bytes or less stands in the entry itself", () => {
  expect(readExif(exif([[0x013b, Buffer.from("ai\0"), 2]]))).toEqual([{ source: "EXIF", key: "Artist", text: "ai" }]);
});

test("texts of EXIF 3, which are UTF-8 by type, are read", () => {
  expect(readExif(exif([[0x010e, Buffer.from("ein Käfer\0"), 129]]))[0]).toMatchObject({
    key: "ImageDescription",
    text: "ein Käfer",
  });
});

test("NULs before and after a text are dropped", () => {
  expect(readExif(exif([[0x010e, Buffer.from("\0\0\0\0described\0\0"), 2]]))[0]?.text).toBe("described");
});

test("what Windows calls a comment is UTF-16", () => {
  expect(readExif(exif([[0x9c9c, Buffer.from("Steps: 1\0", "utf16le"), 1]]))[0]).toMatchObject({
    key: "XPComment",
    text: "Steps: 1",
  });
});

test("places and owners are not read", () => {
  expect(
    readExif(
      exif([
        [0x8825, Buffer.alloc(4), 4],
        [0xa430, Buffer.from("Jane Doe\0"), 2],
      ]),
    ),
  ).toEqual([]);
});

test("directories that point at themselves, outside, or claim thousands of tags end", () => {
  const loop = exif([[USER_COMMENT, Buffer.from("x")]]);
  loop.writeUInt32LE(8, 8 + 2 + 8); // the Exif pointer points back at the first directory
  const outside = exif([[0x010e, Buffer.from("long enough\0"), 2]]);
  outside.writeUInt32LE(0xfffffff0, 8 + 2 + 8);
  const many = exif([]);
  many.writeUInt16LE(0xffff, 8);
  expect([loop, outside, many].flatMap((block) => readExif(block))).toEqual([]);
});
