import type Database from "better-sqlite3";
import type { Guard } from "./guards";

/** The parts of a guard that refuses for several reasons: the trigger, the part, and what is left without it. */
const parts: [trigger: string, part: string, without: string][] = [
  ["transfers_new", "id = NEW.id OR idempotency_key", "idempotency_key"],
  ["transfers_new", "OR idempotency_key = NEW.idempotency_key", ""],
  ["transfers_new", "OR (NEW.refund_of IS NOT NULL AND refund_of = NEW.refund_of)", ""],
  ["transfers_new", "AND first.debit_account = NEW.credit_account", ""],
  ["transfers_new", "AND first.credit_account = NEW.debit_account", ""],
  ["transfers_new", "AND first.amount = NEW.amount", ""],
  ["transfers_new", "f.kind = NEW.kind AND", ""],
  ["transfers_new", "AND f.from_kind = debit.kind", ""],
  ["transfers_new", "AND f.to_kind = credit.kind", ""],
  ["transfers_new", "id IN (NEW.debit_account, NEW.credit_account) AND closed", "id = NEW.debit_account AND closed"],
  ["transfers_new", "id IN (NEW.debit_account, NEW.credit_account) AND closed", "id = NEW.credit_account AND closed"],
  ["transfers_new", "party.id IN (NEW.debit_account, NEW.credit_account)", "party.id = NEW.debit_account"],
  ["transfers_new", "party.id IN (NEW.debit_account, NEW.credit_account)", "party.id = NEW.credit_account"],
  ["transfer_flows_new", "(kind = NEW.from_kind AND NEW.to_kind <> 'house') OR", ""],
  ["transfer_flows_new", "OR (kind = NEW.to_kind AND NEW.from_kind <> 'mint')", ""],
  ["accounts_closing", "OLD.closed = 1 OR", ""],
  ["accounts_closing", "NEW.balance <> 0", "false"],
  ["accounts_closing", "OR EXISTS (SELECT 1 FROM account_kinds WHERE kind = OLD.kind AND holds = 0)", ""],
  ["accounts_new", "WHERE id = NEW.id\n      OR (kind =", "WHERE (kind ="],
  ["accounts_new", "OR (kind = NEW.kind AND owner_kind = NEW.owner_kind AND owner_id = NEW.owner_id)", ""],
  ["accounts_new", "NEW.balance <> 0 OR", ""],
  ["accounts_new", "OR NEW.last_transfer_id <> 0", ""],
  ["accounts_new", "OR NEW.closed <> 0", ""],
  ["accounts_identity", "NEW.id IS NOT OLD.id OR", ""],
  ["accounts_identity", "NEW.kind IS NOT OLD.kind OR", ""],
  ["accounts_identity", "NEW.owner_kind IS NOT OLD.owner_kind\n  OR", ""],
  ["accounts_identity", "NEW.owner_id IS NOT OLD.owner_id", "false"],
  ["accounts_identity", "OR NEW.created_at IS NOT OLD.created_at", ""],
  ["accounts_lockstep", "AND t.id > OLD.last_transfer_id", ""],
  ["accounts_lockstep", "t.debit_account = OLD.id AND", ""],
  ["accounts_lockstep", "t.credit_account = OLD.id AND", ""],
  ["accounts_lockstep", "AND NEW.balance = OLD.balance - t.amount", ""],
  ["accounts_lockstep", "AND NEW.balance = OLD.balance + t.amount", ""],
];

export const conditions: Guard[] = parts.map(([trigger, part, without]) => ({
  name: `${trigger} … ${part}`,
  remove: (sqlite) => rewrite(sqlite, trigger, part, without),
}));

function rewrite(sqlite: Database.Database, trigger: string, part: string, without: string) {
  const sql = sqlite.prepare("SELECT sql FROM sqlite_master WHERE name = ?").pluck().get(trigger) as string;
  if (!sql.includes(part)) throw new Error(`${trigger} does not say: ${part}`);
  sqlite.exec(`DROP TRIGGER ${trigger}; ${sql.replace(part, without)}`);
}
