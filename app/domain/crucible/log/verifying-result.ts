import { type Difference, differs, type OpenLog } from "./open-log";
import type { Recount } from "./recounting";

const POINT = 1e-5;

/** Live ratings by replay; settled ratings, places, ties and prizes by recounting. */
export function checkStandings(log: OpenLog, { order, live }: Recount): Difference | null {
  for (const [i, row] of log.standings.entries()) {
    const mine = order.standings[i];
    if (!mine) return differs(row.line, "no entry should have this place");
    const claims = [
      ["entry", mine.entry === row.entry, mine.entry],
      ["live", Math.abs(live(row.entry) - row.live) < POINT, live(row.entry)],
      ["settled", Math.abs(mine.settled - row.settled) < POINT, mine.settled],
      ...(["place", "votes", "wins", "losses", "tie", "prize"] as const).map(
        (field) => [field, mine[field] === row[field], mine[field]] as const,
      ),
    ] as const;
    const wrong = claims.find(([, right]) => !right);
    if (wrong) return differs(row.line, `${wrong[0]} should be ${wrong[2]}, not ${row[wrong[0]]}`);
  }
  return null;
}

/** That as many were placed as should be, and that the outcome and what the house keeps follow from the votes. */
export function checkOutcome({ outcome: row, standings }: OpenLog, { order }: Recount): Difference | null {
  const placed = order.standings.length;
  if (placed !== standings.length)
    return differs(row.line, `${placed} entries should be placed, not ${standings.length}`);
  if (order.outcome !== row.outcome)
    return differs(row.line, `the outcome should be "${order.outcome}", not "${row.outcome}"`);
  const kept = order.outcome === "no-contest" ? 0 : order.remainder; // all fees are refunded then
  return kept === row.remainder
    ? null
    : differs(row.line, `the site's remainder should be ${kept}, not ${row.remainder}`);
}
