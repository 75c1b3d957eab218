import Database from "better-sqlite3";
import { readFileSync } from "node:fs";
import { expect, inject, test } from "vitest";
import { accountKinds, transferKinds } from "~/db/schema/values";
import { subjectKinds } from "~/domain/subject/kinds";
import { kindLabels } from "./transaction-labels";

const record = readFileSync("docs/decisions/018-ledger-kinds.md", "utf8");
const tables = record.split("\n\n").filter((part) => part.startsWith("| "));

function rows(sql: string) {
  const sqlite = new Database(inject("template"), { readonly: true });
  try {
    return sqlite.prepare(sql).raw().all() as string[][];
  } finally {
    sqlite.close();
  }
}

function cellsOf(table: string) {
  const lines = table.split("\n").slice(2);
  return lines.map((line) => line.split("|").map((cell) => cell.trim().replaceAll("`", "")));
}

test("the unions of kinds are the rows that the triggers ask", () => {
  const kinds = (sql: string) => rows(sql).map(([kind]) => kind);
  expect(kinds("SELECT kind FROM account_kinds ORDER BY 1")).toEqual([...accountKinds].sort());
  expect(kinds("SELECT kind FROM transfer_kinds ORDER BY 1")).toEqual([...transferKinds].sort());
  expect(Object.keys(kindLabels).sort()).toEqual([...transferKinds].sort());
});

test("every escrow belongs to a kind of thing that has a name", () => {
  const owners = rows("SELECT owner_kind FROM account_owners WHERE kind = 'escrow'").map(([kind]) => kind);
  expect(owners).toContain("crucible");
  expect(owners.filter((kind) => !(subjectKinds as string[]).includes(kind!))).toEqual([]);
});

test("every kind of account has an owner, and every kind of transfer but a refund a way to go", () => {
  expect(rows("SELECT kind FROM account_kinds EXCEPT SELECT kind FROM account_owners")).toEqual([]);
  expect(rows("SELECT kind FROM transfer_kinds EXCEPT SELECT kind FROM transfer_flows")).toEqual([["refund"]]);
});

// A new contest’s escrow is a row of its own migration, and no line of the decision.
test("decision 018 says of accounts what the rows say", () => {
  const said = cellsOf(tables[0]!).map((cells) => cells.slice(1, 7));
  const yes = (column: string) => `iif(k.${column}, 'yes', 'no')`;
  const flags = ["below_zero", "above_zero", "holds", "closed_loop"].map(yes).join(", ");
  expect(said.sort()).toEqual(
    rows(`SELECT k.kind, coalesce(nullif(o.owner_kind, ''), '–'), ${flags}
      FROM account_kinds k JOIN account_owners o ON o.kind = k.kind
      WHERE k.kind <> 'escrow' OR o.owner_kind = 'crucible'`).sort(),
  );
});

test("decision 018 says of transfers what the rows say", () => {
  const said = cellsOf(tables[1]!).flatMap(([, kind, ways, refunded, debt]) =>
    ways!.split(", ").map((way) => [kind!, kind === "refund" ? "" : way, refunded!, debt!]),
  );
  expect(said.sort()).toEqual(
    rows(`SELECT k.kind, coalesce(f.from_kind || ' → ' || f.to_kind, ''), iif(k.refundable, 'yes', 'no'),
        iif(k.blocked_by_debt, 'refused', 'allowed')
      FROM transfer_kinds k LEFT JOIN transfer_flows f ON f.kind = k.kind`).sort(),
  );
});
