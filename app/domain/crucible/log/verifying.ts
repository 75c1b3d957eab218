import { type Difference, differs, openLog } from "./open-log";
import { recount } from "./recounting";
import { checkFees, checkPayouts } from "./verifying-money";
import { checkOutcome, checkStandings } from "./verifying-result";
import { checkReferences, checkCastWeights, checkSettledWeights } from "./verifying-votes";

export type Verified = { ok: true; head: string; entries: number; votes: number; places: number; paid: number };

/**
 * Recomputes everything that the log of an ended crucible says of itself: the chain of hashes, who may vote on what and
 * when, fees, the weight of each vote, live and settled ratings, places, and payouts. With `head`, the one that the results
 * page shows, also that it is that log.
 */
export function verifyLog(lines: Iterable<string>, head?: string): Verified | Difference {
  const opened = openLog(lines);
  if (!opened.ok) return opened;
  const { log } = opened;
  if (head !== undefined && head !== log.head)
    return differs(log.outcome.line, `the log's head is ${log.head}, not ${head}`);
  const unsound = checkReferences(log) ?? checkFees(log);
  if (unsound) return unsound;
  const mine = recount(log);
  for (const check of [checkCastWeights, checkSettledWeights, checkStandings, checkOutcome, checkPayouts]) {
    const difference = check(log, mine);
    if (difference) return difference;
  }
  const paid = log.standings.reduce((sum, { prize }) => sum + prize, 0);
  return {
    ok: true,
    head: log.head,
    entries: log.entries.length,
    votes: log.votes.length,
    places: log.standings.length,
    paid,
  };
}
