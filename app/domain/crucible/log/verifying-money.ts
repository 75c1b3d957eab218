import { type Difference, differs, type OpenLog } from "./open-log";

/** That every entry paid the fee once, and that it went back when there was no contest or when the entry had left. */
export function checkFees(log: OpenLog): Difference | null {
  const { crucible, entries, transfers, outcome } = log;
  const held = new Map<number | null, boolean>();
  for (const { line, kind, entry, amount } of transfers) {
    if (kind !== "entry-fee" && kind !== "refund") continue;
    if (amount !== crucible.entryFee)
      return differs(line, `this ${kind} should be ${crucible.entryFee}, not ${amount}`);
    if (kind === "entry-fee" && held.has(entry)) return differs(line, `entry ${entry} has already paid`);
    if (kind === "refund" && !held.get(entry)) return differs(line, `entry ${entry} had no fee to refund`);
    held.set(entry, kind === "entry-fee");
  }
  if (crucible.entryFee === 0) return null;
  for (const { line, id } of entries) {
    if (!held.has(id)) return differs(line, `entry ${id} never paid`);
    const stays = outcome.outcome !== "no-contest";
    if (held.get(id) !== stays) return differs(line, `the fee of entry ${id} was ${stays ? "" : "not "}refunded`);
    held.delete(id);
  }
  const left = [...held].find(([, still]) => still);
  return left ? differs(outcome.line, `entry ${left[0]}'s fee was not refunded`) : null;
}

/** That every prize was paid once and as placed, and the pool came out even. */
export function checkPayouts({ transfers, standings, outcome }: OpenLog): Difference | null {
  const prizes = new Map(standings.filter(({ prize }) => prize > 0).map(({ entry, prize }) => [entry, prize]));
  let balance = 0;
  for (const { line, kind, entry, amount } of transfers) {
    const due = {
      "entry-fee": amount,
      refund: amount,
      prize: prizes.get(entry ?? -1) ?? 0,
      remainder: outcome.remainder,
    }[kind];
    if (amount !== due) return differs(line, `this ${kind} should be ${due}, not ${amount}`);
    if (kind === "prize") prizes.delete(entry ?? -1);
    balance += kind === "entry-fee" ? amount : -amount;
  }
  for (const [entry, prize] of prizes)
    return differs(outcome.line, `entry ${entry} was not paid its prize of ${prize}`);
  return balance === 0 ? null : differs(outcome.line, `${balance} Buzz was left in the pool`);
}
