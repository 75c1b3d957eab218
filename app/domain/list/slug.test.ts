import { expect, test } from "vitest";
import { slugOf, decodedPath, visibleText } from "./slug";

test.each([
  ["Wild Portraits", "wild-portraits"],
  ["  Ünïcödé — Räume!  ", "unicode-raume"],
  ["  Été à Paris — 2026! ", "ete-a-paris-2026"],
  ["../../etc/passwd", "etc-passwd"],
  ["日本語", ""],
  ["🔥", ""],
  ["---", ""],
  ["a".repeat(59) + " bc", "a".repeat(59)],
])("%j becomes %j", (name, slug) => expect(slugOf(name)).toBe(slug));

test("an address that isn't well encoded is shown as it came", () => {
  expect(decodedPath("/caf%C3%A9")).toBe("/café");
  expect(decodedPath("/caf%E9")).toBe("/caf%E9");
});

test("the words of an address leave out what isn't a letter or a digit", () => {
  expect(visibleText("/quiet-plcaes/2026_é?")).toBe("quiet plcaes 2026 é");
  expect(visibleText("/---/")).toBe("");
});
