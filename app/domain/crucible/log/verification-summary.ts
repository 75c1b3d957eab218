import type { Verified } from "./verifying";
import type { Difference } from "./open-log";

export const logChecksOut = "This log checks out.";
const logDoesNotCheckOut = "This log doesn’t check out.";

/** What checking a log came to, in plain words, a line each. */
export function verificationSummary(checked: Verified | Difference) {
  if (!checked.ok)
    return [
      logDoesNotCheckOut,
      checked.line > 0 ? `Line ${checked.line}: ${checked.difference}.` : `${checked.difference}.`,
    ];
  const { entries, votes, places, paid, head } = checked;
  return [
    logChecksOut,
    `${count(entries, "entry", "entries")}, ${count(votes, "vote", "votes")}, ${count(places, "place", "places")}, ${paid.toLocaleString("en")} Buzz in prizes:`,
    "the hash chain is intact, and the recalculated weights, ratings, places and payouts match.",
    `Head: ${head}`,
  ];
}

function count(n: number, one: string, many: string) {
  return `${n.toLocaleString("en")} ${n === 1 ? one : many}`;
}
