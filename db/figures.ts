import { handle } from "./client";

function figure(sql: string) {
  return () => handle().reader.prepare(sql).pluck().get() as number;
}

/** Whole Buzz held in the pools of crucibles that are not over. */
export const poolTotal = figure("SELECT coalesce(sum(balance), 0) FROM accounts WHERE kind = 'escrow'");

/** What all accounts add up to: 0, always. */
export const ledgerSum = figure("SELECT coalesce(sum(balance), 0) FROM accounts");

/** Votes ever cast; the log only grows. */
export const votesCast = figure("SELECT coalesce(max(id), 0) FROM votes");
