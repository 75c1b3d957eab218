import { unseal } from "./chain";
import { LogRow, type Numbered } from "./vote-log";

/** What a log holds, each row with the number of its line, and the hash that stands for all of it. */
export type OpenLog = {
  head: string;
  crucible: Numbered<"crucible">;
  entries: Numbered<"entry">[];
  votes: Numbered<"vote">[];
  voids: Numbered<"void">[];
  transfers: Numbered<"transfer">[];
  standings: Numbered<"standing">[];
  outcome: Numbered<"outcome">;
};
/** The first thing that does not come out: the line it stands on, and what is wrong in words. */
export type Difference = { ok: false; line: number; difference: string };

const ORDER = ["crucible", "entry", "vote", "transfer", "standing", "outcome"];

/** Reads the lines of a log: their chain, their shapes, and their order. */
export function openLog(lines: readonly string[]): { ok: true; log: OpenLog } | Difference {
  const opened = unseal(lines);
  if (!opened.ok) return differs(opened.line, `the chain breaks here (${opened.reason})`);
  const rows: (LogRow & { line: number })[] = [];
  for (const [i, row] of opened.rows.entries()) {
    const parsed = LogRow.safeParse(row);
    if (!parsed.success) return differs(i + 1, `not a row of this log: ${parsed.error.issues[0]?.message}`);
    const before = rows.at(-1);
    if (before && rankOf(parsed.data) < rankOf(before)) return differs(i + 1, `a ${parsed.data.type} after a ${before.type}`);
    rows.push({ ...parsed.data, line: i + 1 });
  }
  return sort(rows, opened.head);
}

export function differs(line: number, difference: string): Difference {
  return { ok: false, line, difference };
}

function sort(rows: (LogRow & { line: number })[], head: string): { ok: true; log: OpenLog } | Difference {
  const of = <T extends LogRow["type"]>(type: T) => rows.filter((row): row is Numbered<T> => row.type === type);
  const [crucible, ...more] = of("crucible");
  const [outcome, ...others] = of("outcome");
  if (!crucible || !outcome || more.length + others.length > 0) return differs(rows.length, "not one crucible and one outcome");
  const [entries, votes, voids] = [of("entry"), of("vote"), of("void")];
  return {
    ok: true,
    log: { head, crucible, entries, votes, voids, transfers: of("transfer"), standings: of("standing"), outcome },
  };
}

function rankOf({ type }: LogRow) {
  return ORDER.indexOf(type === "void" ? "vote" : type);
}
