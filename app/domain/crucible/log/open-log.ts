import { unseal } from "~/domain/contest/chain";
import { LogRow, type Numbered, type RowOf } from "../settling/vote-log";

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
/** The first thing that does not check out: the line it stands on, and what is wrong in words. */
export type Difference = { ok: false; line: number; difference: string };

const ORDER = ["crucible", "entry", "vote", "transfer", "standing", "outcome"];

/** Reads the lines of a log: their chain, their shapes, and their order. */
export function openLog(lines: Iterable<string>): { ok: true; log: OpenLog } | Difference {
  const log = emptyLog();
  const judges = new Map<string, string>();
  let line = 0;
  let rank = 0;
  for (const opened of unseal(lines)) {
    line += 1;
    if (!opened.ok) return differs(line, `the hash chain breaks here (${opened.reason})`);
    const parsed = LogRow.safeParse(opened.row);
    if (!parsed.success) return differs(line, `not a valid row: ${parsed.error.issues[0]?.message}`);
    if (rankOf(parsed.data) < rank) return differs(line, `a ${parsed.data.type} after a ${ORDER[rank]}`);
    rank = rankOf(parsed.data);
    log.head = opened.head;
    if (parsed.data.type === "vote") share(parsed.data, judges);
    (log[parsed.data.type] as LogRow[]).push(Object.assign(parsed.data, { line }));
  }
  const [crucible, ...more] = log.crucible;
  const [outcome, ...others] = log.outcome;
  if (!outcome) return differs(line, "the log ends here, before the outcome");
  if (!crucible || more.length + others.length > 0)
    return differs(line, "the log must have exactly one crucible and one outcome");
  const { head, entry: entries, vote: votes, void: voids, transfer: transfers, standing: standings } = log;
  return { ok: true, log: { head, crucible, entries, votes, voids, transfers, standings, outcome } };
}

const NONE: RowOf<"vote">["reasons"] = [];

/** Makes a vote share what others say too: there may be a million. */
function share(vote: RowOf<"vote">, judges: Map<string, string>) {
  const known = judges.get(vote.judge);
  if (known === undefined) judges.set(vote.judge, vote.judge);
  else vote.judge = known;
  if (vote.reasons.length === 0) vote.reasons = NONE;
  if (vote.settledReasons.length === 0) vote.settledReasons = NONE;
}

/** A difference on a line, counted from 1; 0 is no line in particular. */
export function differs(line: number, difference: string): Difference {
  return { ok: false, line, difference };
}

function emptyLog(): { head: string } & { [T in LogRow["type"]]: Numbered<T>[] } {
  return { head: "", crucible: [], entry: [], vote: [], void: [], transfer: [], standing: [], outcome: [] };
}

function rankOf({ type }: LogRow) {
  return ORDER.indexOf(type === "void" ? "vote" : type);
}
