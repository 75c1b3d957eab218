import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { ownFields } from "./field-names.server";
import { fieldsOf } from "./form-fields.server";

const FIELDS = fieldsOf(
  z.strictObject({
    name: z.string().trim().default(""),
    "new-name": z.string().optional(),
    level: z.preprocess((typed) => typed, z.array(z.string()).min(1).max(3)),
    share: z
      .array(z.string())
      .max(20)
      .transform((all) => all.length),
  }),
);

function form(...names: string[]) {
  const fields = new FormData();
  names.forEach((name, i) => fields.append(name, `${i}`));
  return fields;
}

function kept(...names: string[]) {
  const own = ownFields(form(...names), FIELDS, "refuse");
  return own && [...own];
}

test("a schema says which fields there are, and how often each may come", () => {
  expect([...FIELDS]).toEqual([
    ["name", 1],
    ["new-name", 1],
    ["level", 3],
    ["share", 20],
  ]);
});

test("a union's fields are those of all its forms", () => {
  const either = z.union([
    z.strictObject({ pair: z.string(), choice: z.string() }),
    z.strictObject({ pair: z.string() }),
  ]);
  expect([...fieldsOf(either).keys()]).toEqual(["pair", "choice"]);
});

test.each([
  ["no limit", z.object({ list: z.array(z.string()) })],
  ["lists in it", z.object({ list: z.array(z.array(z.string()).max(2)).max(2) })],
  ["objects in it", z.object({ person: z.object({ name: z.string() }) })],
])("a schema that has %s is no form's", (_, schema) => {
  expect(() => fieldsOf(schema)).toThrow();
});

test("lists come in the order of their indices, without holes", () => {
  expect(kept("share[19]", "share[3]", "name", "share[0]")).toEqual([
    ["share", "3"],
    ["share", "1"],
    ["share", "0"],
    ["name", "2"],
  ]);
  expect(kept("level", "level[]", "level[2]")).toHaveLength(3);
});

test("one more than a field may have is kept, to be refused in words", () => {
  expect(kept(...Array<string>(900).fill("level"))).toHaveLength(4);
  expect(kept(...Array<string>(900).fill("name"))).toHaveLength(2);
});

test.each([
  "nI[999][999][999][999]",
  "share[0][0]",
  "share[20]",
  "share[-1]",
  "share[a]",
  "share[",
  "share.x",
  "name[0]",
  "level[3]",
  "",
  "__proto__",
  "constructor",
  "toString",
  "level.__proto__.b",
  "other",
  "Name",
  "a".repeat(65),
])("%s is no field of this form", (name) => {
  expect(kept("name", name)).toBeNull();
  expect([...(ownFields(form("name", name), FIELDS, "skip")?.keys() ?? [])].filter((one) => !FIELDS.has(one))).toEqual(
    [],
  );
});

const piece = fc.constantFrom(
  "name",
  "level",
  "share",
  "nI",
  "[0]",
  "[19]",
  "[999]",
  "[]",
  ".",
  "__proto__",
  "[",
  "]",
  "a",
);
const anyName = fc.oneof(
  fc.string({ maxLength: 80 }),
  fc.array(piece, { maxLength: 6 }).map((parts) => parts.join("")),
);

test("whatever is sent, a parser sees flat names of ours and no more values than the form may have", () => {
  fc.assert(
    fc.property(
      fc.array(anyName, { maxLength: 60 }),
      fc.constantFrom("refuse" as const, "skip" as const),
      (names, how) => {
        const own = ownFields(form(...names), FIELDS, how);
        for (const name of own?.keys() ?? [])
          expect(own!.getAll(name).length).toBeLessThanOrEqual(FIELDS.get(name)! + 1);
        expect([...(own?.keys() ?? [])].length).toBeLessThanOrEqual(names.length);
      },
    ),
  );
});
