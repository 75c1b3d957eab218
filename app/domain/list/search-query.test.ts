import { expect, test } from "vitest";
import { searchQuery } from "./search-query";

test.each([
  ["light", '"light"*'],
  ["  Light   ground ", '"Light"* "ground"*'],
  ['"quoted" OR (x)', '"quoted"* "OR"* "x"*'],
  ["name:x -y^2*", '"name"* "x"* "y"* "2"*'],
  ["Straße 東京", '"Straße"* "東京"*'],
  ["ﬁre", '"fire"*'],
])("%s is looked for word by word, and no sign in it means anything", (typed, query) => {
  expect(searchQuery(typed)).toBe(query);
});

test.each(["", "  ", '"', "*", "!? …", "🔥"])("there is no word in %j", (typed) =>
  expect(searchQuery(typed)).toBeNull(),
);

test("the first ten words count", () => {
  expect(searchQuery("a b c d e f g h i j k l")!.split(" ")).toHaveLength(10);
});
