import { expect, test } from "vitest";
import { NOON } from "~/tests/factories";
import { choicesIn, withDefaults, errorsIn, parseDraft, sharesOf, valuesOfStep } from "./draft-steps";
import type { Typed } from "~/domain/contest/drafting";
import { pricesOf, setupFeeOf } from "./pricing";
import { durations, personLimits } from "../schema";
import { formMessages } from "./form-messages";

function draft(change: Typed = {}) {
  return { ...withDefaults({}), name: "Corners", cover: "1", ...change };
}

function total(typed: Typed) {
  return pricesOf(choicesIn(typed)).reduce((sum, { amount }) => sum + amount, 0);
}

test("what the wizard proposes is free, and whole but for a name and a cover", () => {
  expect(errorsIn("basics", valuesOfStep({}, "basics"), NOON).map(({ field }) => field)).toEqual(["name", "cover"]);
  expect(errorsIn("entry", valuesOfStep({}, "entry"), NOON)).toEqual([]);
  expect(errorsIn("prizes", valuesOfStep({}, "prizes"), NOON)).toEqual([]);
  expect(total(draft())).toBe(0);
  expect(parseDraft(draft()).success).toBe(true);
});

test("the price beside the form is the price that is charged, whatever is chosen", () => {
  for (const { hours } of durations) {
    for (const { entries } of personLimits) {
      for (const fee of ["0", "1000", "1001"]) {
        for (const [judges, share] of [
          ["anyone", ["100"]],
          ["verified", ["50", "30", "20"]],
        ] as const) {
          const rest = { duration: String(hours), perPerson: String(entries), fee, judges };
          const typed = draft({ ...rest, minScore: "10", split: "custom", share: [...share] });
          expect(total(typed)).toBe(setupFeeOf(parseDraft(typed).data!));
        }
      }
    }
  }
});

test("a step that was once saved is no longer filled in for one", () => {
  const emptied = valuesOfStep(
    { duration: "8", start: "now", close: "tenth", fee: "0", perPerson: "1", media: "image", judges: "anyone" },
    "entry",
  );
  expect(errorsIn("entry", emptied, NOON)).toEqual([{ field: "level", at: 0, words: formMessages.noRating }]);
});

test("shares of a split that is not used are never wrong; one that is used says which place is", () => {
  const typed = { split: "standard", share: ["x", "-1"] };
  expect(errorsIn("prizes", typed, NOON)).toEqual([]);
  expect(errorsIn("prizes", { split: "custom" }, NOON)).toMatchObject([{ field: "share", at: 0 }]);
  expect(errorsIn("prizes", { ...typed, split: "custom" }, NOON).map(({ at }) => at)).toEqual([0, 1]);
  expect(errorsIn("prizes", { split: "custom", share: "100" }, NOON)).toEqual([]);
  expect(sharesOf({ split: "custom", share: ["60", "", "4x"] })).toEqual([60, 0, 0]);
});

test("a start that has passed, or is too far, is said at once", () => {
  const at = (startsAt: string, timeZone: string) =>
    errorsIn("entry", { ...valuesOfStep({}, "entry"), start: "at", startsAt, timeZone }, NOON);
  expect(at("2026-05-01T13:00", "Europe/Paris")[0]!.words).toContain("has passed");
  expect(at("2026-05-01T13:00", "Europe/London")[0]!.words).toContain("has passed");
  expect(at("2026-05-01T13:00", "UTC")).toEqual([]);
  expect(at("2026-06-01T13:00", "UTC")[0]!.words).toContain("30 days");
});
