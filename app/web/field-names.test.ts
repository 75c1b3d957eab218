import { expect, test } from "vitest";
import { areOurNames } from "./field-names.server";

function form(...names: string[]) {
  const fields = new FormData();
  for (const name of names) fields.append(name, "1");
  return fields;
}

test.each(["name", "prizes[0]", "prizes[999]", "prizes[]", "a.b[3].c", "new-name", "level"])(
  "%s is a field's name",
  (name) => {
    expect(areOurNames(form(name, name))).toBe(true);
  },
);

test.each([
  "pair[999999999]",
  "pair[-1]",
  "a[b]",
  "a[",
  "",
  "a".repeat(65),
  "__proto__",
  "a.__proto__.b",
  "a.constructor",
  "prototype[0]",
  "a[0][0][0][0][0]",
  "a b",
])("%s is not", (name) => {
  expect(areOurNames(form("name", name))).toBe(false);
});

test("nobody sends a thousand and one fields", () => {
  expect(areOurNames(form(...Array<string>(1000).fill("a")))).toBe(true);
  expect(areOurNames(form(...Array<string>(1001).fill("a")))).toBe(false);
});
