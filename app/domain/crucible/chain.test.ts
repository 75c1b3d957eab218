import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson, pseudonymOf, type Row, seal, unseal } from "./chain";

const rows: Row[] = [{ type: "vote", winner: 1, weight: 0.5 }, { type: "vote", winner: 2, weight: 1 }, { type: "end" }];

describe("a sealed log", () => {
  test("opens again with the same head", () => {
    const { lines, head } = seal(rows);
    expect(unseal(lines)).toEqual({ ok: true, rows, head });
    // Computed by another program.
    expect(head).toBe("4238949fd4f266355798f8d0060dd26042f7ae5bbfd520317eb223948ba7f6e1");
  });

  test("names the first line that was changed, moved, left out or put in", () => {
    const { lines } = seal(rows);
    const [one, two, three] = lines as [string, string, string];
    expect(unseal([one, two.replace('"winner":2', '"winner":3'), three])).toMatchObject({ ok: false, line: 2 });
    expect(unseal([one, three, two])).toMatchObject({ ok: false, line: 2 });
    expect(unseal([two, three])).toMatchObject({ ok: false, line: 1 });
    expect(unseal([one, one, two, three])).toMatchObject({ ok: false, line: 2 });
    expect(unseal([one, "{", three])).toEqual({ ok: false, line: 2, reason: "not-json" });
  });

  test("cut short, or sealed anew, has another head", () => {
    const { lines, head } = seal(rows);
    expect(unseal(lines.slice(0, 2))).not.toMatchObject({ head });
    expect(seal([...rows.slice(0, 2), { type: "END" }]).head).not.toBe(head);
  });
});

test("canonical JSON reads back as the value, whatever the order of its keys", () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      const text = canonicalJson(value as never);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(JSON.parse(text))).toBe(text);
    }),
  );
  expect(canonicalJson({ b: [1, { d: null, c: "é" }], a: 0.1 })).toBe('{"a":0.1,"b":[1,{"c":"é","d":null}]}');
});

test("a judge has one pseudonym in a crucible and another in the next", () => {
  expect(pseudonymOf("salt", 7)).toBe(pseudonymOf("salt", 7));
  expect(pseudonymOf("salt", 7)).toMatch(/^[0-9a-f]{16}$/);
  expect(new Set([pseudonymOf("salt", 7), pseudonymOf("salt", 8), pseudonymOf("other", 7)]).size).toBe(3);
});
