import type Database from "better-sqlite3";

/** One thing in the schema that stands between the ledger and a lie, and how to take just that away. */
export type Guard = { name: string; remove: (sqlite: Database.Database) => void };

type Master = { type: string; name: string; tbl_name: string; sql: string };

/** Every guard of the two tables and of the kinds they ask, as the migrated schema has them: a new one is found without being listed here. */
export function findGuards(sqlite: Database.Database): Guard[] {
  const parts = sqlite
    .prepare(
      `SELECT type, name, tbl_name, sql FROM sqlite_master WHERE sql NOT NULL AND (tbl_name IN ('accounts', 'transfers')
        OR (type = 'trigger' AND tbl_name IN ('account_kinds', 'account_owners', 'transfer_kinds', 'transfer_flows')))`,
    )
    .all() as Master[];
  return parts.flatMap((part) => {
    if (part.type === "trigger") return triggerGuards(part);
    return part.type === "index" ? indexGuards(part) : tableGuards(part);
  });
}

/** The trigger as a whole, and each statement in it when there are several. */
function triggerGuards({ name, sql }: Master): Guard[] {
  const body = /\bBEGIN\b([\s\S]*)END\s*$/.exec(sql)![1]!;
  const statements = body.match(/(SELECT RAISE|UPDATE)[\s\S]*?;/g)!;
  const whole = {
    name: `trigger ${name}`,
    remove: (sqlite: Database.Database) => void sqlite.exec(`DROP TRIGGER ${name}`),
  };
  if (statements.length === 1) return [whole];
  return [
    whole,
    ...statements.map((statement) => ({
      name: `${name}: ${/'ledger: (.*?)'/.exec(statement)?.[1] ?? /UPDATE.*WHERE id = NEW\.(\w+)/s.exec(statement)![1]!}`,
      remove: (sqlite: Database.Database) => void sqlite.exec(`DROP TRIGGER ${name}; ${sql.replace(statement, "")}`),
    })),
  ];
}

function indexGuards({ name, sql }: Master): Guard[] {
  if (!sql.startsWith("CREATE UNIQUE")) return [];
  const plain = sql.replace("UNIQUE ", "");
  return [{ name: `UNIQUE ${name}`, remove: (sqlite) => void sqlite.exec(`DROP INDEX ${name}; ${plain}`) }];
}

function tableGuards({ name, sql }: Master): Guard[] {
  const lines = sql.split("\n").filter((line) => /CHECK\(|FOREIGN KEY/.test(line));
  const declared = sql.matchAll(/`(\w+)` (?:integer|text)(?: DEFAULT \S+)? NOT NULL/g);
  const columns = [...declared].filter(([, column]) => MONEY.has(column!));
  return [
    ...lines.map((line) => ({ name: lineName(name, line), remove: edit(name, `,\n${line.replace(/,$/, "")}`, "") })),
    ...columns.map(([text, column]) => ({
      name: `NOT NULL ${name}.${column}`,
      remove: edit(name, text, text.replace(" NOT NULL", "")),
    })),
    { name: `STRICT ${name}`, remove: edit(name, / STRICT$/, "") },
  ];
}

/** Columns without which a row would not say who paid whom how much, and for what deed. */
const MONEY = new Set(
  "kind owner_kind owner_id balance closed last_transfer_id idempotency_key debit_account credit_account amount".split(
    " ",
  ),
);

function lineName(table: string, line: string) {
  const check = /CONSTRAINT "(\w+)"/.exec(line);
  return check ? `CHECK ${check[1]}` : `FOREIGN KEY ${table}.${/\(`(\w+)`\)/.exec(line)![1]}`;
}

/** Rewrites a table's declaration where it stands; the rows and triggers stay. The connection must be reopened. */
function edit(table: string, from: string | RegExp, to: string) {
  return (sqlite: Database.Database) => {
    const read = sqlite.prepare("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?").pluck();
    const before = read.get(table) as string;
    const after = before.replace(from, to);
    if (after === before) throw new Error(`Nothing in ${table} is like ${String(from)}.`);
    sqlite.unsafeMode();
    sqlite.pragma("writable_schema = ON");
    sqlite.prepare("UPDATE sqlite_master SET sql = ? WHERE type = 'table' AND name = ?").run(after, table);
    sqlite.pragma("writable_schema = RESET");
  };
}
