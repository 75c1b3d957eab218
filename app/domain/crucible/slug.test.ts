import { expect, test } from "vitest";
import { TAKEN_SLUGS, pathTerms, pathOf } from "./slug";

test("a crucible named like one of the pages under it has an address of its own", () => {
  expect(pathOf({ id: 3, name: "Reminder" })).toBe("/crucibles/3/reminder-crucible");
  for (const name of TAKEN_SLUGS) expect(pathOf({ id: 3, name: `${name}!` })).toBe(`/crucibles/3/${name}-crucible`);
  expect(pathOf({ id: 3, name: "Rules of fire" })).toBe("/crucibles/3/rules-of-fire");
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
])("%s holds the words “%s”", (path, words) => expect(pathTerms(path)).toBe(words));
