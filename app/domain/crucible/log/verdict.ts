import type { Verified } from "./verifying";
import type { Difference } from "./open-log";

/** What checking a log came to, in plain words, a line each. */
export function verdictOf(checked: Verified | Difference) {
  if (!checked.ok)
    return [
      "This log does not come out.",
      checked.line > 0 ? `Line ${checked.line}: ${checked.difference}.` : `${checked.difference}.`,
    ];
  const { entries, votes, places, paid, head } = checked;
  return [
    "This log comes out.",
    `${count(entries, "entry", "entries")}, ${count(votes, "vote", "votes")}, ${count(places, "place", "places")}, ${paid.toLocaleString("en")} Buzz in prizes:`,
    "every hash follows from the one before, and the weights, ratings, places and payouts counted anew are the ones in it.",
    `Head: ${head}`,
  ];
}

function count(n: number, one: string, many: string) {
  return `${n.toLocaleString("en")} ${n === 1 ? one : many}`;
}
