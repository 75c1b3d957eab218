import { expect, test } from "vitest";
import { app1, exif, jpeg, USER_COMMENT } from "~/tests/fixtures/containers";
import { readJpeg } from "./jpeg";

test("EXIF, XMP and comments are read", () => {
  const file = jpeg(
    app1(exif([[0x0131, Buffer.from("tool\0"), 2], [USER_COMMENT, Buffer.from("ASCII\0\0\0hello")]])),
    [0xe1, Buffer.from("http://ns.adobe.com/xap/1.0/\0<x/>")],
    [0xfe, Buffer.from("a comment")],
  );
  expect(readJpeg(file).map(({ key, text }) => [key, text])).toEqual([
    ["Software", "tool"],
    ["UserComment", "hello"],
    ["xmp", "<x/>"],
    ["Comment", "a comment"],
  ]);
});

test("XMP that goes on in further segments is put together", () => {
  const extension = (text: string) =>
    [0xe1, Buffer.concat([Buffer.from("http://ns.adobe.com/xmp/extension/\0"), Buffer.alloc(40), Buffer.from(text)])] as const;
  const file = jpeg([...extension("<long>")], [...extension("er</long>")]);
  expect(readJpeg(file)).toEqual([{ source: "XMP", key: "xmp", text: "<long>er</long>" }]);
});

test("fill bytes between segments are skipped, and nothing is read past the pixels", () => {
  const whole = jpeg([0xfe, Buffer.from("seen")]);
  const filled = Buffer.concat([whole.subarray(0, 2), Buffer.from([0xff, 0xff]), whole.subarray(2), jpeg([0xfe, Buffer.from("unseen")])]);
  expect(readJpeg(filled).map(({ text }) => text)).toEqual(["seen"]);
});

test("a segment that claims no length ends the walk", () => {
  expect(readJpeg(Buffer.from([0xff, 0xd8, 0xff, 0xfe, 0, 0, 0xff, 0xfe, 0, 4, 65, 65]))).toEqual([]);
});
