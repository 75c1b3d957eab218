import { expect, test } from "vitest";
import { exif, webp } from "~/tests/fixtures/containers";
import { readWebp } from "./webp";

test("EXIF and XMP are read, with and without the head that JPEG puts before EXIF", () => {
  const block = exif([[0x010f, Buffer.from("workflow:{}\0"), 2]], "MM");
  const headed = Buffer.concat([Buffer.from("Exif\0\0"), exif([[0x0110, Buffer.from("prompt:{}\0"), 2]])]);
  expect(
    readWebp(webp(["EXIF", block], ["EXIF", headed], ["XMP ", Buffer.from("<x/>")])).map(({ key, text }) => [
      key,
      text,
    ]),
  ).toEqual([
    ["Make", "workflow:{}"],
    ["Model", "prompt:{}"],
    ["xmp", "<x/>"],
  ]);
});

test("chunks of odd length are padded", () => {
  expect(readWebp(webp(["abcd", Buffer.from("odd")], ["XMP ", Buffer.from("<x/>")]))).toHaveLength(1);
});

test("a chunk that claims four gigabytes ends the walk", () => {
  const file = webp(["XMP ", Buffer.from("<x/>")]);
  file.writeUInt32LE(0xffffffff, 16);
  expect(readWebp(file)).toEqual([]);
});
