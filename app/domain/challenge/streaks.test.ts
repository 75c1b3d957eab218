import { expect, test } from "vitest";
import { badgesOf, streaksOf } from "./streaks";
import type { SystemTurn } from "./streaks";

/** `x` entered, `-` missed, each a day later; a `?` still runs without an entry, a `!` with one. */
function turns(pattern: string): SystemTurn[] {
  return [...pattern].map((one, day) => ({
    finishedAt: one === "?" || one === "!" ? null : day,
    entered: one === "x" || one === "!",
  }));
}

test.each([
  ["", 0, 0],
  ["x", 1, 1],
  ["xxx-", 0, 3],
  ["xxx-xx", 2, 3],
  ["xx?", 2, 2],
  ["xx!", 3, 3],
  ["-?", 0, 0],
])("%s is %i in a row, at most %i", (pattern, now, longest) => {
  expect(streaksOf(turns(pattern))).toEqual({ now, longest });
});

test("badges come with the day on which they were earned", () => {
  const results = [
    { finishedAt: 1, place: 3 },
    { finishedAt: 2, place: null },
    { finishedAt: 3, place: 1 },
    { finishedAt: 4, place: 2 },
  ];
  expect(badgesOf(results, turns("xxxxxxx"))).toEqual([
    { name: "first-entry", at: 1 },
    { name: "first-win", at: 3 },
    { name: "three-podiums", at: 4 },
    { name: "streak-7", at: 6 },
  ]);
});

test("ten and fifty count challenges, not entries, and a running one gives no badge", () => {
  const many = Array.from({ length: 50 }, (_, at) => ({ finishedAt: at, place: null }));
  expect(badgesOf(many, turns("xxxxxx!")).map(({ name }) => name)).toEqual([
    "first-entry",
    "ten-entered",
    "fifty-entered",
  ]);
  expect(badgesOf([], [])).toEqual([]);
});
