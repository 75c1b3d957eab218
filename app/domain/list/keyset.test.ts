import { expect, test } from "vitest";
import { pageOf, readCursor, readNumberCursor, writeCursor } from "./keyset";

test.each([
  { key: 1500.25, id: 7, rank: 3 },
  { key: 'ünïcode 🔥 & "quotes"', id: 1, rank: 0 },
  { key: "", id: 2 ** 53 - 1, rank: -1 },
])("a cursor comes back from an address as it went: %j", (cursor) => {
  const written = writeCursor(cursor);
  expect(written).toMatch(/^[\w+/]+$/);
  expect(readCursor(written)).toEqual(cursor);
});

test.each([
  null,
  undefined,
  "",
  "nonsense",
  "%%%",
  "bnVsbA",
  btoa("[]"),
  btoa("[1]"),
  btoa("[1,2]"),
  btoa("[null,1,1]"),
  btoa("[1,1.5,1]"),
  btoa('[1,"1",1]'),
  btoa("{}"),
  "A".repeat(10_000),
])("%j is no cursor: the list begins at its top", (text) => expect(readCursor(text)).toBeNull());

test("a text is no cursor of a list that is sorted by a number", () => {
  expect(readNumberCursor(writeCursor({ key: "1500", id: 7, rank: 0 }))).toBeNull();
  expect(readNumberCursor(writeCursor({ key: 1500, id: 7, rank: 0 }))).toEqual({ key: 1500, id: 7, rank: 0 });
  expect(readNumberCursor("nonsense")).toBeNull();
});

test("a page knows whether there is another, from one row more than it holds", () => {
  const cursorOf = (id: number) => ({ key: id, id, rank: id });
  expect(pageOf([1, 2, 3], 2, cursorOf)).toEqual({ rows: [1, 2], next: writeCursor(cursorOf(2)) });
  expect(pageOf([1, 2], 2, cursorOf)).toEqual({ rows: [1, 2], next: null });
  expect(pageOf([], 2, cursorOf)).toEqual({ rows: [], next: null });
});
