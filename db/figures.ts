import { handle } from "./client";

function figure(help: string, sql: string) {
  return { help, read: () => handle().reader.prepare(sql).pluck().get() as number };
}

/** What the operator watches, read anew each time. */
export const figures = {
  crucible_pool_buzz: figure(
    "Buzz held in crucibles that are not over",
    "SELECT coalesce(sum(balance), 0) FROM accounts WHERE kind = 'escrow'",
  ),
  crucible_ledger_sum: figure("What all accounts add up to; anything but 0 is an alarm", "SELECT coalesce(sum(balance), 0) FROM accounts"),
  // The vote log only grows.
  crucible_votes_total: figure("Votes ever cast", "SELECT coalesce(max(id), 0) FROM votes"),
};
