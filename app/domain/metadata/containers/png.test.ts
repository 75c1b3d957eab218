import { expect, test } from "vitest";
import { app1, exif, iTXt, png, tEXt, zTXt } from "~/tests/fixtures/containers";
import { readPng } from "./png";

function texts(file: Uint8Array) {
  return Object.fromEntries(readPng(file).map(({ key, text }) => [key, text]));
}

test("text is read in all three chunk types, before and after the pixels", () => {
  const file = png([tEXt("a", "one"), zTXt("b", "two")], [iTXt("c", "三"), iTXt("d", "四", true), tEXt("e", "five")]);
  expect(texts(file)).toEqual({ a: "one", b: "two", c: "三", d: "四", e: "five" });
});

test("tEXt is UTF-8 where it can be, else Latin-1", () => {
  expect(texts(png([tEXt("utf8", "#テスト"), tEXt("latin", "café", "latin1")]))).toEqual({
    utf8: "#テスト",
    latin: "café",
  });
});

test("an eXIf chunk is read like any EXIF", () => {
  const block = exif([[0x0131, Buffer.from("NovelAI\0"), 2]]);
  expect(texts(png([], [["eXIf", block]]))).toEqual({ Software: "NovelAI" });
});

test("an EXIF profile that ImageMagick wrote as hex is read", () => {
  const [, block] = app1(exif([[0x010e, Buffer.from("hello\0"), 2]]));
  const hex = Buffer.from(block).toString("hex").replace(/.{72}/g, "$&\n");
  expect(texts(png([zTXt("Raw profile type exif", `\nexif\n    ${block.length}\n${hex}\n`)]))).toEqual({
    ImageDescription: "hello",
  });
});

test("what inflates to more than the limit is left out, and the rest is read", () => {
  const bomb = zTXt("bomb", Buffer.alloc(50_000_000));
  expect(texts(png([bomb, tEXt("after", "fine")]))).toEqual({ after: "fine" });
});

test("many texts stop at the limit for a whole file", () => {
  const many = Array.from({ length: 20 }, (_, i) => zTXt(`k${i}`, "x".repeat(1_000_000)));
  const total = readPng(png(many)).reduce((sum, { text }) => sum + text.length, 0);
  expect(total).toBeLessThanOrEqual(4_000_000);
});

test("a file cut at any place gives the texts that are whole before the cut", () => {
  const file = png([tEXt("a", "one"), zTXt("b", "two")], [iTXt("c", "three")]);
  for (let length = 0; length <= file.length; length++) {
    for (const { key, text } of readPng(file.subarray(0, length)))
      expect({ a: "one", b: "two", c: "three" }[key]).toContain(text);
  }
});
