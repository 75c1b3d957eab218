import { expect, test } from "vitest";
import { fairOrder } from "./fair-order";

function entry(entrantId: number, lot: number) {
  return { entrantId, pixelHash: `${entrantId}-${lot}`, lot };
}

test("those without a review come first, then a round for everyone", () => {
  const waiting = [entry(1, 1), entry(1, 2), entry(2, 9), entry(3, 8)];
  const order = fairOrder(waiting, new Map([[1, 1]]));
  expect(order.map(({ pixelHash }) => pixelHash)).toEqual(["3-8", "2-9", "1-1", "1-2"]);
});

test("twenty entries of one person get five reviews at most", () => {
  const many = Array.from({ length: 20 }, (_, at) => entry(7, at));
  expect(fairOrder(many, new Map())).toHaveLength(5);
  expect(fairOrder(many, new Map([[7, 4]]))).toHaveLength(1);
  expect(fairOrder(many, new Map([[7, 5]]))).toHaveLength(0);
});

test("the lot decides within a round, not who came first", () => {
  const waiting = [entry(1, 30), entry(2, 10), entry(3, 20)];
  expect(fairOrder(waiting, new Map()).map(({ entrantId }) => entrantId)).toEqual([2, 3, 1]);
  expect(fairOrder([...waiting].reverse(), new Map()).map(({ entrantId }) => entrantId)).toEqual([2, 3, 1]);
});
