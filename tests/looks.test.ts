import { expect, test } from "vitest";
import { allLooks, looks, looksOf, turnOf, visibleText } from "./looks";
import { pages } from "./pages";

test("between them the pages are looked at in all six looks, none of which is left to a few", () => {
  const taken = pages.map(({ name }) => visibleText(looks[turnOf(name, looks.length)]!));
  for (const look of looks.map(visibleText)) {
    expect(taken.filter((one) => one === look).length, look).toBeGreaterThanOrEqual(pages.length / 12);
  }
});

test("each width and each scheme is met with and without scripts", () => {
  for (const scripts of [true, false]) {
    const some = looks.filter((look) => look.scripts === scripts);
    expect(new Set(some.map(({ width }) => width)).size).toBe(3);
    expect(new Set(some.map(({ scheme }) => scheme)).size).toBe(2);
  }
});

test("a page's turn depends on its name and on nothing else", () => {
  expect(["crucible", "wallet", "judge-start"].map((name) => turnOf(name, 6))).toEqual([2, 2, 5]);
});

test("LOOKS=all takes every page through every look", () => {
  process.env.LOOKS = "all";
  try {
    expect(looksOf("wallet")).toEqual(allLooks);
    expect(new Set(allLooks.map(visibleText)).size).toBe(12);
  } finally {
    delete process.env.LOOKS;
  }
  expect(looksOf("wallet")).toHaveLength(1);
});
