import { expect, test } from "vitest";
import { standingText } from "./standing-text";

const field = (...rows: [elo: number, own?: boolean][]) =>
  rows.map(([elo, own = false], i) => ({ rank: i + 1, elo, own }));

test.each([
  [field([1600], [1580.4, true], [1571]), "You’re 2nd", "20 rating points behind 1st and 9 rating points ahead of 3rd"],
  [field([1600, true], [1580]), "You’re 1st", "20 rating points ahead of 2nd"],
  [field([1501], [1500], [1499, true]), "You’re 3rd", "1 rating point behind 2nd"],
  [field([1500.2, true], [1500, true]), "You’re 1st", "tied with 2nd"],
  [field([1500, true]), "You’re 1st", ""],
])("of %j", (rows, place, gaps) => {
  expect(standingText(rows)).toEqual({ place, gaps });
});

test("nothing of those who are not among the rows", () => {
  expect(standingText(field([1500], [1400]))).toBeNull();
});
