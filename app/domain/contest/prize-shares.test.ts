import { expect, test } from "vitest";
import { changePlaces, shareRefusal } from "./prize-shares";

const rules = { standard: [50, 30, 20], maxPlaces: 20 };
const twenty = Array.from({ length: 20 }, () => "5");

test("the editor's buttons keep what is typed elsewhere, from one place to twenty", () => {
  expect(changePlaces(["50", "x", "20"], "add-place", rules)).toEqual(["50", "x", "20", ""]);
  expect(changePlaces(twenty, "add-place", rules)).toEqual(twenty);
  expect(changePlaces(["50", "x", "20"], "remove-2", rules)).toEqual(["50", "20"]);
  expect(changePlaces(["100"], "remove-1", rules)).toEqual(["100"]);
  expect(changePlaces(["50", "30"], "remove-9", rules)).toEqual(["50", "30"]);
  expect(changePlaces(["1"], "reset", rules)).toEqual(["50", "30", "20"]);
  for (const intent of ["", "keep", "remove-", "remove-x", "remove-1e3"])
    expect(changePlaces(["100"], intent, rules)).toBeNull();
});

test("a split is whole, never rises, and has one to twenty places", () => {
  expect(shareRefusal([100], 20)).toBeNull();
  expect(shareRefusal(twenty.map(Number), 20)).toBeNull();
  expect(shareRefusal([], 20)).toContain("not 0");
  expect(
    shareRefusal(
      Array.from({ length: 21 }, () => 4),
      20,
    ),
  ).toContain("not 21");
  expect(shareRefusal([30, 40, 30], 20)).toBe("Place 2 gets 40%, more than the 30% of the place above it.");
  expect(shareRefusal([50, 49], 20)).toBe("Shares add up to 99%. They must total 100%.");
});
