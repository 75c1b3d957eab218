import { describe, expect, test } from "vitest";
import fc from "~/tests/seed";
import { canonicalJson, type Json, type Row, seal, unseal } from "./chain";

const rows: Row[] = [{ type: "vote", winner: 1, weight: 0.5 }, { type: "vote", winner: 2, weight: 1 }, { type: "end" }];

describe("a sealed log", () => {
  test("opens again with the same head", () => {
    const { lines, head } = seal(rows);
    const opened = [...unseal(lines)];
    expect(opened.map((one) => one.ok && one.row)).toEqual(rows);
    expect(opened.at(-1)).toMatchObject({ ok: true, head });
    // Computed by another program.
    expect(head).toBe("4238949fd4f266355798f8d0060dd26042f7ae5bbfd520317eb223948ba7f6e1");
  });

  test("opens up to the first line that was changed, moved, left out or put in", () => {
    const { lines } = seal(rows);
    const [one, two, three] = lines as [string, string, string];
    expect(broken([one, two.replace('"winner":2', '"winner":3'), three])).toEqual([2, "hash-does-not-follow"]);
    expect(broken([one, three, two])).toEqual([2, "hash-does-not-follow"]);
    expect(broken([two, three])).toEqual([1, "hash-does-not-follow"]);
    expect(broken([one, one, two, three])).toEqual([2, "hash-does-not-follow"]);
    expect(broken([one, "{", three])).toEqual([2, "not-json"]);
  });

  test("opens in other words too: with spaces, or its members in another order", () => {
    const { lines, head } = seal(rows);
    const reworded = lines.map((line) =>
      JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(line) as Row).reverse()), null, 1),
    );
    expect([...unseal(reworded)].at(-1)).toEqual({ ok: true, row: { type: "end" }, head });
    expect(broken([lines[0]!.replace('"type"', ' "type"'), lines[1]!.replace(',"type"', ' "type"')])).toEqual([
      2,
      "not-json",
    ]);
  });

  test("has another head when cut short or sealed again", () => {
    const { lines, head } = seal(rows);
    expect([...unseal(lines.slice(0, 2))].at(-1)).not.toMatchObject({ head });
    expect(seal([...rows.slice(0, 2), { type: "END" }]).head).not.toBe(head);
  });
});

/** How many lines were looked at, and what is wrong with the last of them. */
function broken(lines: string[]) {
  const opened = [...unseal(lines)];
  const last = opened.at(-1)!;
  return [opened.length, last.ok || last.reason];
}

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

test("a line is the canonical JSON of its row and hash, wherever in it the hash comes", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue() as fc.Arbitrary<Json>), (made) => {
      const { hash: _, ...row } = made;
      const { lines, head } = seal([row]);
      expect(lines).toEqual([canonicalJson({ ...row, hash: head })]);
      expect([...unseal(lines)]).toEqual([{ ok: true, row: JSON.parse(canonicalJson(row)) as Row, head }]);
    }),
    {
      examples: [
        [{}],
        [{ a: 1 }],
        [{ z: [1] }],
        [{ a: '"hash":"', hash: 1 }],
        [{ gone: { hash: "0".repeat(64) }, i: 2 }],
      ],
    },
  );
});
