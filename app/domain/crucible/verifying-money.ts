import { type Difference, differs, type OpenLog } from "./open-log";

/** That every fee is the fee, every prize was paid once and as placed, and the pool came out even. */
export function checkTransfers({ crucible, transfers, standings, outcome }: OpenLog): Difference | null {
  const prizes = new Map(standings.filter(({ prize }) => prize > 0).map(({ entry, prize }) => [entry, prize]));
  let balance = 0;
  for (const { line, kind, entry, amount } of transfers) {
    const prize = prizes.get(entry ?? -1) ?? 0;
    const due = { "entry-fee": crucible.entryFee, refund: crucible.entryFee, prize, remainder: outcome.remainder }[kind];
    if (amount !== due) return differs(line, `this ${kind} is ${due}, not ${amount}`);
    if (kind === "prize") prizes.delete(entry ?? -1);
    balance += kind === "entry-fee" ? amount : -amount;
  }
  for (const [entry, prize] of prizes) return differs(outcome.line, `entry ${entry} was not paid its ${prize}`);
  return balance === 0 ? null : differs(outcome.line, `${balance} of the pool did not come out`);
}
