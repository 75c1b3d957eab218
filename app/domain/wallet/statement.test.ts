import { expect, test } from "vitest";
import { toCsv, withBalances } from "./statement";
import type { StatementRow } from "./statement";

const row: StatementRow = {
  id: 12,
  kind: "entry-fee",
  signed: -60,
  subject: "crucible:7",
  reason: "",
  createdAt: new Date("2026-01-02T03:04:05Z"),
  balance: 940,
};

function reasonCell(reason: string) {
  const before =
    "number,time,what,buzz,balance,about,reason\r\n12,2026-01-02T03:04:05.000Z,Entry fee,-60,940,crucible:7,";
  return toCsv([{ ...row, reason }]).slice(before.length, -2);
}

test("a statement is a header and a line for each movement", () => {
  expect(toCsv([row, { ...row, id: 11, signed: 1000, kind: "grant", reason: "Welcome" }])).toBe(
    "number,time,what,buzz,balance,about,reason\r\n" +
      "12,2026-01-02T03:04:05.000Z,Entry fee,-60,940,crucible:7,\r\n" +
      "11,2026-01-02T03:04:05.000Z,Grant,1000,940,crucible:7,Welcome\r\n",
  );
});

test("an empty statement is a header", () => {
  expect(toCsv([])).toBe("number,time,what,buzz,balance,about,reason\r\n");
});

test("commas, quotes and line ends stay inside their cell", () => {
  expect(reasonCell('a, "b"\r\nc')).toBe('"a, ""b""\r\nc"');
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1", "＝1", '=HYPERLINK("http://x","y")'])(
  "a reason of %j is a text to a spreadsheet, not a formula",
  (reason) => {
    expect(reasonCell(reason).replace(/^"/, "")).toMatch(/^'/);
  },
);

test("amounts stay numbers, the negative ones too", () => {
  expect(toCsv([row])).toContain(",-60,940,");
});

test("balances run backwards from what is there now, through movements that are not shown", () => {
  const since = [
    { id: 14, signed: 5 },
    { id: 13, signed: -100 },
    { id: 12, signed: -60 },
  ];
  expect(withBalances([row], since, 845).map(({ balance }) => balance)).toEqual([940]);
});
