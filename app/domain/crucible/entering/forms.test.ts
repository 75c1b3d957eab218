import { expect, test } from "vitest";
import { eligibilityText } from "./eligibility-words";
import { SubmitForm } from "./forms";

test("one picture or many come from the same form", () => {
  expect(SubmitForm.parse({ mediaId: "4" })).toEqual({ mediaId: [4] });
  expect(SubmitForm.parse({ mediaId: ["4", "5"] })).toEqual({ mediaId: [4, 5] });
  expect(SubmitForm.safeParse({}).error?.issues[0]?.message).toBe(eligibilityText.nothingSelected);
});

test("a form takes a hundred at once", () => {
  const ids = Array.from({ length: 100 }, (_, i) => String(i + 1));
  expect(SubmitForm.safeParse({ mediaId: ids }).success).toBe(true);
  expect(SubmitForm.safeParse({ mediaId: [...ids, "101"] }).error?.issues[0]?.message).toBe(
    "Select at most 100 items at once.",
  );
});
