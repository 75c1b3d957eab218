import { kindLabels } from "./transaction-labels";
import type { TransferKind } from "./transaction-labels";

/** One movement seen from its owner's side: what came is positive, what went is negative. */
export type Transaction = {
  id: number;
  kind: TransferKind;
  signed: number;
  /** What it is about: `crucible:7`. */
  subject: string;
  reason: string;
  createdAt: Date;
};

/** A movement and the whole Buzz that were there after it. */
export type StatementRow = Transaction & { balance: number };

/**
 * Sets beside each row what was there after it, given `balance` now and every movement since the oldest row. All newest
 * first; `rows` may leave some out.
 */
export function withBalances(
  rows: Transaction[],
  since: { id: number; signed: number }[],
  balance: number,
): StatementRow[] {
  const after = new Map<number, number>();
  for (const { id, signed } of since) {
    after.set(id, balance);
    balance -= signed;
  }
  return rows.map((row) => ({ ...row, balance: after.get(row.id)! }));
}

/** The rows as CSV (RFC 4180), in the order given, times in UTC. */
export function toCsv(rows: StatementRow[]) {
  const lines = rows.map((row) => [
    String(row.id),
    row.createdAt.toISOString(),
    asText(kindLabels[row.kind]),
    String(row.signed),
    String(row.balance),
    asText(row.subject),
    asText(row.reason),
  ]);
  const header = ["number", "time", "what", "buzz", "balance", "about", "reason"];
  return [header, ...lines].map((cells) => cells.map(quoted).join(",") + "\r\n").join("");
}

// A spreadsheet runs a text that begins like a formula; an apostrophe before it makes it a text again (OWASP).
function asText(value: string) {
  return /^\s*[=+\-@＝＋－＠]/.test(value) ? `'${value}` : value;
}

function quoted(value: string) {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
