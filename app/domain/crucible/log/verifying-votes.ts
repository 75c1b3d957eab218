import { updateControlStats, type ControlStats } from "../weights/control-stats";
import { type Difference, differs, type OpenLog } from "./open-log";
import type { Recount } from "./recounting";
import { UNDO_MS } from "../judging/undo-window";
import { VOIDED, weighVote } from "../weights/vote-weight";

/** That votes are between two entries of the log, in order and before the end; that voids name a vote, once; no pair twice. */
export function checkReferences(log: OpenLog): Difference | null {
  const known = new Set(log.entries.map(({ id }) => id));
  let last = -1;
  for (const { line, seq, at, winner, loser } of log.votes) {
    if (winner === loser || !known.has(winner) || !known.has(loser))
      return differs(line, "not a vote between two entries");
    if (seq <= last) return differs(line, `vote ${seq} comes after vote ${last}`);
    if (at >= log.crucible.endedAt) return differs(line, `vote ${seq} was cast after the end`);
    last = seq;
  }
  return checkVoids(log) ?? checkPairs(log);
}

function checkVoids({ votes, voids }: OpenLog): Difference | null {
  const voided = new Set<number>();
  const named = new Set(voids.map(({ vote }) => vote));
  const castAt = new Map(votes.filter(({ seq }) => named.has(seq)).map(({ seq, at }) => [seq, at]));
  for (const { line, vote, at, by } of voids) {
    const cast = castAt.get(vote);
    if (cast === undefined) return differs(line, `there is no vote ${vote} to void`);
    if (voided.has(vote)) return differs(line, `vote ${vote} was already voided`);
    if (by === "judge" && at - cast >= UNDO_MS) return differs(line, `vote ${vote} was undone too late`);
    voided.add(vote);
  }
  return null;
}

/** A judge has a pair once, and once more after taking the first answer back. */
function checkPairs({ entries, votes, voids }: OpenLog): Difference | null {
  const takenBack = new Set(voids.filter(({ by }) => by === "judge").map(({ vote }) => vote));
  const indexes = new Map(entries.map(({ id }, i) => [id, i]));
  const judges = new Map<string, Set<number>>();
  for (const { line, seq, judge, winner, loser } of votes) {
    const had = judges.get(judge) ?? new Set();
    judges.set(judge, had);
    const [one, other] = [indexes.get(winner)!, indexes.get(loser)!];
    const pair = Math.min(one, other) * entries.length + Math.max(one, other); // mostly small enough to be kept without a box
    if (had.has(pair)) return differs(line, "the judge already had this pair");
    if (!takenBack.has(seq)) had.add(pair);
  }
  return null;
}

/** What each vote weighed when it was cast, from the judge's votes before it; voided ones were cast all the same. */
export function checkCastWeights({ votes }: Pick<OpenLog, "votes">): Difference | null {
  const judges = new Map<string, { answers: OpenLog["votes"]; controls: ControlStats }>();
  for (const vote of votes) {
    const record = judges.get(vote.judge) ?? { answers: [], controls: { shown: 0, wrong: 0 } };
    judges.set(vote.judge, record);
    record.answers.push(vote);
    const { weight, reasons } = weighVote({ skips: vote.skips, answers: record.answers, controls: record.controls });
    if (!same(weight, vote.weight))
      return differs(vote.line, `when cast, this vote should weigh ${weight}, not ${vote.weight}`);
    if (!alike(reasons, vote.reasons))
      return differs(vote.line, `when cast, its reasons should be "${reasons}", not "${vote.reasons}"`);
    if (vote.expected !== null) record.controls = updateControlStats(record.controls, vote.winner === vote.expected);
  }
  return null;
}

/** What each vote weighs in the end, and every reason for less; a voided one weighs nothing. */
export function checkSettledWeights({ votes }: OpenLog, { standing, order }: Recount): Difference | null {
  let next = 0;
  for (const vote of votes) {
    const { weight, reasons } = vote === standing[next] ? order.weights[next++]! : VOIDED;
    const { line, settledWeight, settledReasons } = vote;
    if (!same(weight, settledWeight))
      return differs(line, `settled, this vote should weigh ${weight}, not ${settledWeight}`);
    if (!alike(reasons, settledReasons))
      return differs(line, `settled, its reasons should be "${reasons}", not "${settledReasons}"`);
  }
  return null;
}

function alike(one: readonly string[], other: readonly string[]) {
  return one.length === other.length && one.every((reason, i) => reason === other[i]);
}

function same(one: number, other: number) {
  return Math.abs(one - other) < 1e-6;
}
