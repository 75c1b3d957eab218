import { expect, test } from "vitest";
import { z } from "zod";
import { withDefaults, given, isStarted, mergeStep, mistakesFrom, valuesOfStep, parseWhole } from "./drafting";
import type { Steps } from "./drafting";

const steps: Steps<"first" | "second"> = {
  first: { fields: ["name", "share"], proposal: {} },
  second: { fields: ["fee"], proposal: { fee: "10" } },
};

test("a step proposes something until any field of it was saved", () => {
  expect(withDefaults(steps, { name: "x" })).toEqual({ name: "x", fee: "10" });
  expect(withDefaults(steps, { name: "x", fee: "" })).toEqual({ name: "x", fee: "" });
  expect(isStarted(steps, { fee: "" }, "second")).toBe(true);
  expect(isStarted(steps, { name: "x" }, "second")).toBe(false);
});

test("a step sees only its own fields", () => {
  expect(valuesOfStep(steps, { name: "x", fee: "5", intent: "keep" }, "first")).toEqual({ name: "x" });
});

test("saving a step again replaces all of it, and nothing else", () => {
  const saved = { name: "x", share: ["1", "2"], fee: "5" };
  expect(mergeStep(saved, { name: "y", fee: "9", intent: "keep" }, steps.first.fields)).toEqual({
    name: "y",
    fee: "5",
  });
});

test("an empty field was not given; an empty list was", () => {
  expect(given({ name: "", fee: "0", share: [] })).toEqual({ fee: "0", share: [] });
});

test("each field has one mistake, and fields of the same name are told apart", () => {
  const share = z.string().min(2, "short").regex(/a/, "no a");
  const { error } = z.object({ share: z.array(share), fee: z.string("none") }).safeParse({ share: ["x", "aa", "y"] });
  expect(mistakesFrom(error)).toEqual([
    { field: "share", at: 0, words: "short" },
    { field: "share", at: 2, words: "short" },
    { field: "fee", at: 0, words: "none" },
  ]);
  expect(mistakesFrom(undefined)).toEqual([]);
});

test("a whole number is plain digits", () => {
  expect([" 12 ", "0", "1e3", "-1", "1.5", "", "9999999999999"].map(parseWhole)).toEqual([
    12,
    0,
    null,
    null,
    null,
    null,
    null,
  ]);
  expect(parseWhole(["1"])).toBeNull();
  expect(parseWhole(undefined)).toBeNull();
});
