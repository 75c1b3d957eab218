import { expect, test } from "vitest";
import { app1, exif, jpeg, USER_COMMENT } from "~/tests/fixtures/containers";
import { readJpeg } from "./jpeg";

test("EXIF, XMP and comments are read", () => {
  const file = jpeg(
    app1(
      exif([
        [0x0131, Buffer.from("tool\0"), 2],
        [USER_COMMENT, Buffer.from("ASCII\0\0\0hello")],
      ]),
    ),
    [0xe1, Buffer.from("http://ns.adobe.com/xap/1.0/\0<x/>")],
    [0xfe, Buffer.from("a comment")],
  );
  expect(readJpeg(file).map(({ key, text }) => [key, text])).toEqual([
    ["Comment", "a comment"],
    ["Software", "tool"],
    ["UserComment", "hello"],
    ["xmp", "<x/>"],
  ]);
});

test("XMP that goes on in further segments is put together, whatever their order", () => {
  const extension = (offset: number, text: string): [number, Uint8Array] => {
    const head = Buffer.alloc(40);
    head.writeUInt32BE(offset, 36);
    return [0xe1, Buffer.concat([Buffer.from("http://ns.adobe.com/xmp/extension/\0"), head, Buffer.from(text)])];
  };
  const first: [number, Uint8Array] = [0xe1, Buffer.from("http://ns.adobe.com/xap/1.0/\0<short/>")];
  const file = jpeg(first, extension(5, "ö</long>"), extension(0, "<long"), [
    0xe1,
    Buffer.from("http://ns.adobe.com/xmp/extension/\0cut"),
  ]);
  expect(readJpeg(file)).toEqual([{ source: "XMP", key: "xmp", text: "<short/><longö</long>" }]);
});

test("EXIF too long for one segment goes on in the next, and a second block is left", () => {
  const block = exif([[USER_COMMENT, Buffer.from(`ASCII\0\0\0${"x".repeat(90_000)}`)]]);
  const whole = jpeg(
    app1(block.subarray(0, 65_000)),
    app1(block.subarray(65_000)),
    app1(exif([[0x0131, Buffer.from("another\0"), 2]])),
  );
  expect(readJpeg(whole)).toEqual([{ source: "EXIF", key: "UserComment", text: "x".repeat(90_000) }]);
});

test("fill bytes between segments are skipped, and nothing is read past the pixels", () => {
  const whole = jpeg([0xfe, Buffer.from("seen")]);
  const filled = Buffer.concat([
    whole.subarray(0, 2),
    Buffer.from([0xff, 0xff]),
    whole.subarray(2),
    jpeg([0xfe, Buffer.from("unseen")]),
  ]);
  expect(readJpeg(filled).map(({ text }) => text)).toEqual(["seen"]);
});

test("a segment that claims no length ends the walk", () => {
  expect(readJpeg(Buffer.from([0xff, 0xd8, 0xff, 0xfe, 0, 0, 0xff, 0xfe, 0, 4, 65, 65]))).toEqual([]);
});
