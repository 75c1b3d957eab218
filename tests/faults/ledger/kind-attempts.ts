import type { Attempt } from "./inserting";

const permanent = /ledger: kinds are permanent/;
const loop = /ledger: a closed loop takes from the mint and pays the house/;

/** Ways to change what a kind may do. A new kind is let in, by design; these are old ones. */
export const kindAttempts: Record<string, Attempt> = {
  "let wallets owe": fixed("UPDATE account_kinds SET below_zero = 1 WHERE kind = 'user'", permanent),
  "let wallets owe by REPLACE": fixed(
    "REPLACE INTO account_kinds (kind, below_zero, above_zero, holds, closed_loop) VALUES ('user', 1, 1, 0, 0)",
    /ledger: this kind of account exists/,
  ),
  "let wallets owe by upsert": fixed(
    `INSERT INTO account_kinds (kind, below_zero, above_zero, holds, closed_loop) VALUES ('user', 1, 1, 0, 0)
      ON CONFLICT (kind) DO UPDATE SET below_zero = 1`,
    /ledger: this kind of account exists/,
  ),
  "delete a kind of account in use": fixed("DELETE FROM account_kinds WHERE kind = 'escrow'", permanent),
  "let people own escrows": fixed("UPDATE account_owners SET owner_kind = 'user' WHERE kind = 'escrow'", permanent),
  "delete an owner in use": fixed("DELETE FROM account_owners WHERE kind = 'escrow'", permanent),

  "make prizes refundable": fixed("UPDATE transfer_kinds SET refundable = 1 WHERE kind = 'prize'", permanent),
  "let debtors spend by REPLACE": fixed(
    "REPLACE INTO transfer_kinds (kind, refundable, blocked_by_debt) VALUES ('stake', 1, 0)",
    /ledger: this kind of transfer exists/,
  ),
  "delete a kind of transfer in use": fixed("DELETE FROM transfer_kinds WHERE kind = 'entry-fee'", permanent),
  "turn a flow around": fixed("UPDATE transfer_flows SET from_kind = to_kind, to_kind = from_kind", permanent),
  "delete a flow in use": fixed("DELETE FROM transfer_flows WHERE kind = 'entry-fee'", permanent),

  "let blue Buzz into escrows": flow("'entry-fee', 'blue', 'escrow'"),
  "let blue Buzz into wallets": flow("'unspent', 'blue', 'user'"),
  "let blue Buzz back into the mint": flow("'adjustment', 'blue', 'mint'"),
  "let wallets buy blue Buzz": flow("'adjustment', 'user', 'blue'"),
};

function fixed(sql: string, refusedBy: RegExp): Attempt {
  return { sql: () => sql, refusedBy };
}

function flow(values: string) {
  return fixed(`INSERT INTO transfer_flows (kind, from_kind, to_kind) VALUES (${values})`, loop);
}
