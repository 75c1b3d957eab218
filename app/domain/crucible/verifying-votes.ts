import { afterControl, type ControlRecord } from "./control-record";
import { type Difference, differs, type OpenLog } from "./open-log";
import type { Recount } from "./recounting";
import { weighVote } from "./vote-weight";

/** That votes are between two entries of the log and there once, and voids name votes. */
export function checkReferences({ entries, votes, voids }: OpenLog): Difference | null {
  const known = new Set(entries.map(({ id }) => id));
  const seqs = new Set<number>();
  for (const { line, seq, winner, loser } of votes) {
    if (winner === loser || !known.has(winner) || !known.has(loser)) return differs(line, "not a vote between two entries");
    if (seqs.has(seq)) return differs(line, `vote ${seq} is there twice`);
    seqs.add(seq);
  }
  const stray = voids.find(({ vote }) => !seqs.has(vote));
  return stray ? differs(stray.line, `there is no vote ${stray.vote} to void`) : null;
}

/** What each vote weighed when it was cast, from the judge's votes before it; voided ones were cast all the same. */
export function checkCastWeights({ votes }: Pick<OpenLog, "votes">): Difference | null {
  const judges = new Map<string, { answers: OpenLog["votes"]; controls: ControlRecord }>();
  for (const vote of votes) {
    const record = judges.get(vote.judge) ?? { answers: [], controls: { shown: 0, wrong: 0 } };
    judges.set(vote.judge, record);
    record.answers.push(vote);
    const { weight, reasons } = weighVote({ skips: vote.skips, answers: record.answers, controls: record.controls });
    if (!same(weight, vote.weight)) return differs(vote.line, `when cast this vote weighed ${weight}, not ${vote.weight}`);
    if (`${reasons}` !== `${vote.reasons}`) return differs(vote.line, `its reasons were "${reasons}", not "${vote.reasons}"`);
    if (vote.expected !== null) record.controls = afterControl(record.controls, vote.winner === vote.expected);
  }
  return null;
}

/** What each vote that was not voided weighs in the end. */
export function checkSettledWeights(_: OpenLog, { standing, order }: Recount): Difference | null {
  for (const [i, { line, settledWeight }] of standing.entries()) {
    const { weight } = order.weights[i]!;
    if (!same(weight, settledWeight)) return differs(line, `settled, this vote weighs ${weight}, not ${settledWeight}`);
  }
  return null;
}

function same(one: number, other: number) {
  return Math.abs(one - other) < 1e-6;
}
