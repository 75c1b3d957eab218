import { expect, test } from "vitest";
import { TAKEN_SLUGS, addressWords, pathOf, slugOf } from "./slug";

test.each([
  ["Wild Portraits", "wild-portraits"],
  ["  Été à Paris — 2026! ", "ete-a-paris-2026"],
  ["../../etc/passwd", "etc-passwd"],
  ["日本語", ""],
])("%s becomes %s", (name, slug) => expect(slugOf(name)).toBe(slug));

test("a long name is cut and never ends in a hyphen", () => {
  expect(slugOf(`${"a".repeat(59)} bcd`)).toBe("a".repeat(59));
});

test("a crucible named like one of the pages under it has an address of its own", () => {
  expect(pathOf({ id: 3, name: "Reminder" })).toBe("/crucibles/3/reminder-crucible");
  for (const name of TAKEN_SLUGS) expect(TAKEN_SLUGS).not.toContain(slugOf(name.toUpperCase()));
});

test("a name without Latin letters is found by its number alone", () => {
  expect(pathOf({ id: 3, name: "日本語" })).toBe("/crucibles/3");
});

test.each([
  ["/crucibles/7/quiet-plaecs", "quiet plaecs"],
  ["/crucibles/wild_portrait", "wild portrait"],
  ["/crucibles/3/%C3%A9t%C3%A9", "été"],
  ["/%E0%A4%A", "E0 A4 A"],
  ["/crucibles/7", ""],
])("%s holds the words “%s”", (path, words) => expect(addressWords(path)).toBe(words));
