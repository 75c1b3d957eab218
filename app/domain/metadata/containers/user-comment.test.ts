import { expect, test } from "vitest";
import { decodeUserComment } from "./user-comment";

const text = "1girl, テスト\nNegative prompt: bad\nSteps: 20, Sampler: Euler a";
const little = Buffer.from(text, "utf16le");
const big = Buffer.from(text, "utf16le").swap16();
const prefixed = (body: Uint8Array, prefix = "UNICODE\0") => Buffer.concat([Buffer.from(prefix), body]);

test.each([
  ["UTF-16 big-endian", prefixed(big)],
  ["UTF-16 little-endian", prefixed(little)],
  ["UTF-16 under a prefix that says ASCII", prefixed(big, "ASCII\0\0\0")],
  ["UTF-16 under an empty prefix", prefixed(little, "\0\0\0\0\0\0\0\0")],
  ["UTF-16 without any prefix", big],
  ["UTF-16 with a byte order mark", prefixed(Buffer.from(`\uFEFF${text}`, "utf16le"))],
  ["UTF-8 under a prefix that says Unicode", prefixed(Buffer.from(text))],
  ["UTF-8 under a prefix that says ASCII", prefixed(Buffer.from(text), "ASCII\0\0\0")],
  ["UTF-8 without a prefix", Buffer.from(text)],
  ["UTF-8 padded with NULs", prefixed(Buffer.from(`${text}\0\0\0`), "ASCII\0\0\0")],
  ["UTF-16 padded with NULs", prefixed(Buffer.concat([little, Buffer.alloc(2)]))],
])("%s is read", (_, bytes) => {
  expect(decodeUserComment(bytes)).toBe(text);
});

test("UTF-16 that was read in the wrong order and saved as UTF-8 is put right", () => {
  const ascii = "Steps: 20, Sampler: Euler a, Seed: 1";
  const mangled = Buffer.from(ascii, "utf16le").swap16().toString("utf16le");
  expect(decodeUserComment(prefixed(Buffer.from(mangled), "\0\0\0\0\0\0\0\0"))).toBe(ascii);
});

test.each(["utf-16le", "utf-16be"])(
  "mostly Chinese %s under a prefix that says Unicode is read in its order",
  (order) => {
    const long = `${"一幅美丽的风景画，高质量".repeat(200)}\nSteps: 20, Seed: 1`;
    const bytes = Buffer.from(long, "utf16le");
    expect(decodeUserComment(prefixed(order === "utf-16le" ? bytes : bytes.swap16())) === long).toBe(true);
  },
);

test("JIS is read", () => {
  const japanese = Buffer.from([0x1b, 0x24, 0x42, 0x46, 0x7c, 0x4b, 0x5c, 0x1b, 0x28, 0x42, 0x21]);
  expect(decodeUserComment(prefixed(japanese, "JIS\0\0\0\0\0"))).toBe("日本!");
  expect(decodeUserComment(prefixed(Buffer.from("plain"), "JIS\0\0\0\0\0"))).toBe("plain");
});

test("Chinese text is not taken for mangled Latin", () => {
  expect(decodeUserComment(Buffer.from("一幅美丽的风景画，高质量"))).toBe("一幅美丽的风景画，高质量");
});

test("a comment of no bytes is empty", () => {
  expect(decodeUserComment(new Uint8Array())).toBe("");
});
