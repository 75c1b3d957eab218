-- The ledger defends itself: transfers are append-only, and a balance moves only with its transfer.
-- They hold on any connection, the sqlite3 shell's too, where foreign keys and recursive triggers are off:
-- a BEFORE INSERT check stops INSERT OR REPLACE, for which delete triggers then do not fire, and every refusal is a
-- RAISE(ABORT), because OR IGNORE and OR FAIL reach into triggers and would let half of a transfer through.
CREATE TRIGGER transfers_no_update BEFORE UPDATE ON transfers
BEGIN SELECT RAISE(ABORT, 'ledger: transfers are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER transfers_no_delete BEFORE DELETE ON transfers
BEGIN SELECT RAISE(ABORT, 'ledger: transfers are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER transfers_new BEFORE INSERT ON transfers
BEGIN
  SELECT RAISE(ABORT, 'ledger: duplicate transfer') WHERE EXISTS (
    SELECT 1 FROM transfers WHERE id = NEW.id OR idempotency_key = NEW.idempotency_key
      OR (NEW.refund_of IS NOT NULL AND refund_of = NEW.refund_of));
  SELECT RAISE(ABORT, 'ledger: a refund must reverse its transfer') WHERE NEW.refund_of IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM transfers first WHERE first.id = NEW.refund_of AND first.kind <> 'refund'
      AND first.debit_account = NEW.credit_account AND first.credit_account = NEW.debit_account
      AND first.amount = NEW.amount);
  SELECT RAISE(ABORT, 'ledger: too little in the account') WHERE EXISTS (
    SELECT 1 FROM accounts WHERE id = NEW.debit_account AND kind <> 'mint' AND balance < NEW.amount);
END;
--> statement-breakpoint
CREATE TRIGGER transfers_apply AFTER INSERT ON transfers
BEGIN
  UPDATE accounts SET last_transfer_id = NEW.id, balance = balance - NEW.amount WHERE id = NEW.debit_account;
  UPDATE accounts SET last_transfer_id = NEW.id, balance = balance + NEW.amount WHERE id = NEW.credit_account;
  SELECT RAISE(ABORT, 'ledger: both balances must move') WHERE 2 <> (
    SELECT count(*) FROM accounts WHERE id IN (NEW.debit_account, NEW.credit_account) AND last_transfer_id = NEW.id);
END;
--> statement-breakpoint
CREATE TRIGGER accounts_new BEFORE INSERT ON accounts
BEGIN
  SELECT RAISE(ABORT, 'ledger: account exists') WHERE EXISTS (
    SELECT 1 FROM accounts WHERE id = NEW.id OR (kind = NEW.kind AND owner_id = NEW.owner_id));
  SELECT RAISE(ABORT, 'ledger: an account opens at zero') WHERE NEW.balance <> 0 OR NEW.last_transfer_id <> 0;
END;
--> statement-breakpoint
CREATE TRIGGER accounts_no_delete BEFORE DELETE ON accounts
BEGIN SELECT RAISE(ABORT, 'ledger: accounts are permanent'); END;
--> statement-breakpoint
-- No list of columns: "SET rowid =" would slip past one that names id.
CREATE TRIGGER accounts_identity BEFORE UPDATE ON accounts
WHEN NEW.id IS NOT OLD.id OR NEW.kind IS NOT OLD.kind OR NEW.owner_id IS NOT OLD.owner_id
  OR NEW.created_at IS NOT OLD.created_at
BEGIN SELECT RAISE(ABORT, 'ledger: an account cannot change hands'); END;
--> statement-breakpoint
CREATE TRIGGER accounts_lockstep BEFORE UPDATE OF balance, last_transfer_id ON accounts
WHEN NOT EXISTS (
  SELECT 1 FROM transfers t WHERE t.id = NEW.last_transfer_id AND t.id > OLD.last_transfer_id AND (
    (t.debit_account = OLD.id AND NEW.balance = OLD.balance - t.amount) OR
    (t.credit_account = OLD.id AND NEW.balance = OLD.balance + t.amount)))
BEGIN SELECT RAISE(ABORT, 'ledger: a balance moves only with its transfer'); END;
--> statement-breakpoint
-- A crucible that is over holds nothing.
CREATE TRIGGER crucibles_over_hold_nothing BEFORE UPDATE OF status ON crucibles
WHEN NEW.status IN ('completed', 'cancelled') AND EXISTS (
  SELECT 1 FROM accounts WHERE kind = 'escrow' AND owner_id = NEW.id AND balance <> 0)
BEGIN SELECT RAISE(ABORT, 'crucible: escrow must be empty when it is over'); END;
--> statement-breakpoint
CREATE TRIGGER crucibles_states BEFORE UPDATE OF status ON crucibles
WHEN OLD.status <> NEW.status AND NOT (
  (OLD.status = 'pending' AND NEW.status IN ('active', 'cancelled')) OR
  (OLD.status = 'active' AND NEW.status IN ('finalizing', 'cancelled')) OR
  (OLD.status = 'finalizing' AND NEW.status = 'completed'))
BEGIN SELECT RAISE(ABORT, 'crucible: no such change of state'); END;
--> statement-breakpoint
-- After the first entry nothing that affects the outcome can change.
CREATE TRIGGER crucibles_terms BEFORE UPDATE OF creator_id, duration_hours, entry_fee, setup_fee, setup_transfer_id,
  entries_per_person, entries_cap, levels, media_kinds, min_side, resource_rule, prizes, judge_rule, judge_min_score,
  log_salt, request_key ON crucibles
WHEN OLD.last_number > 0
BEGIN SELECT RAISE(ABORT, 'crucible: its terms are fixed after the first entry'); END;
--> statement-breakpoint
-- The vote log is append-only.
CREATE TRIGGER votes_no_update BEFORE UPDATE ON votes
BEGIN SELECT RAISE(ABORT, 'votes: the log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER votes_no_delete BEFORE DELETE ON votes
BEGIN SELECT RAISE(ABORT, 'votes: the log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER votes_new BEFORE INSERT ON votes
BEGIN
  SELECT RAISE(ABORT, 'votes: duplicate') WHERE EXISTS (
    SELECT 1 FROM votes WHERE id = NEW.id OR (pair_id = NEW.pair_id AND take = NEW.take));
  SELECT RAISE(ABORT, 'votes: not on this pair') WHERE NOT EXISTS (
    SELECT 1 FROM pairs p WHERE p.id = NEW.pair_id AND p.judge_id = NEW.judge_id AND p.crucible_id = NEW.crucible_id
      AND min(NEW.winner_id, NEW.loser_id) = p.low_entry AND max(NEW.winner_id, NEW.loser_id) = p.high_entry);
  SELECT RAISE(ABORT, 'votes: the crucible is not open') WHERE NOT EXISTS (
    SELECT 1 FROM crucibles c WHERE c.id = NEW.crucible_id AND c.status = 'active' AND NEW.created_at < c.ends_at);
  SELECT RAISE(ABORT, 'votes: one of the judge''s own entries') WHERE EXISTS (
    SELECT 1 FROM entries e WHERE e.id IN (NEW.winner_id, NEW.loser_id) AND e.entrant_id = NEW.judge_id);
END;
--> statement-breakpoint
CREATE TRIGGER vote_voids_no_update BEFORE UPDATE ON vote_voids
BEGIN SELECT RAISE(ABORT, 'votes: the log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER vote_voids_no_delete BEFORE DELETE ON vote_voids
BEGIN SELECT RAISE(ABORT, 'votes: the log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_log_no_update BEFORE UPDATE ON audit_log
BEGIN SELECT RAISE(ABORT, 'audit log: append-only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_log_no_delete BEFORE DELETE ON audit_log
BEGIN SELECT RAISE(ABORT, 'audit log: append-only'); END;
--> statement-breakpoint
-- Entries of each level that can be judged.
CREATE TRIGGER field_counts_enter AFTER INSERT ON entries
WHEN NEW.withdrawn_at IS NULL AND NEW.disqualified_at IS NULL
BEGIN
  INSERT INTO field_counts (crucible_id, level, entries) VALUES (NEW.crucible_id, NEW.level, 1)
    ON CONFLICT (crucible_id, level) DO UPDATE SET entries = entries + 1;
END;
--> statement-breakpoint
CREATE TRIGGER field_counts_change AFTER UPDATE OF level, withdrawn_at, disqualified_at ON entries
BEGIN
  UPDATE field_counts SET entries = entries - 1 WHERE crucible_id = OLD.crucible_id AND level = OLD.level
    AND OLD.withdrawn_at IS NULL AND OLD.disqualified_at IS NULL;
  INSERT INTO field_counts (crucible_id, level, entries)
    SELECT NEW.crucible_id, NEW.level, 1 WHERE NEW.withdrawn_at IS NULL AND NEW.disqualified_at IS NULL
    ON CONFLICT (crucible_id, level) DO UPDATE SET entries = entries + 1;
END;
--> statement-breakpoint
-- Words of a crucible, for search.
CREATE VIRTUAL TABLE crucible_search USING fts5 (name, description, content = 'crucibles', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');
--> statement-breakpoint
CREATE TRIGGER crucible_search_insert AFTER INSERT ON crucibles
BEGIN INSERT INTO crucible_search (rowid, name, description) VALUES (NEW.id, NEW.name, NEW.description); END;
--> statement-breakpoint
CREATE TRIGGER crucible_search_update AFTER UPDATE OF name, description ON crucibles
BEGIN
  INSERT INTO crucible_search (crucible_search, rowid, name, description) VALUES ('delete', OLD.id, OLD.name, OLD.description);
  INSERT INTO crucible_search (rowid, name, description) VALUES (NEW.id, NEW.name, NEW.description);
END;
--> statement-breakpoint
-- The mint makes Buzz, the house keeps fees and remainders.
INSERT INTO accounts (kind, owner_id, created_at) VALUES ('mint', 0, 0), ('house', 0, 0);
