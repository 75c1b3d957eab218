-- Kinds of accounts and transfers become rows, for every room to come: a new kind is an INSERT from now on.
-- See docs/decisions/018-ledger-kinds.md for the whole table.
CREATE TABLE `account_kinds` (
	`kind` text PRIMARY KEY NOT NULL,
	`below_zero` integer NOT NULL,
	`above_zero` integer NOT NULL,
	`holds` integer NOT NULL,
	`closed_loop` integer NOT NULL,
	CONSTRAINT "account_kinds_flags" CHECK(below_zero IN (0, 1) AND above_zero IN (0, 1) AND holds IN (0, 1) AND closed_loop IN (0, 1))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `account_owners` (
	`kind` text NOT NULL,
	`owner_kind` text NOT NULL,
	PRIMARY KEY(`kind`, `owner_kind`),
	FOREIGN KEY (`kind`) REFERENCES `account_kinds`(`kind`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `transfer_kinds` (
	`kind` text PRIMARY KEY NOT NULL,
	`refundable` integer NOT NULL,
	`blocked_by_debt` integer NOT NULL,
	CONSTRAINT "transfer_kinds_flags" CHECK(refundable IN (0, 1) AND blocked_by_debt IN (0, 1))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `transfer_flows` (
	`kind` text NOT NULL,
	`from_kind` text NOT NULL,
	`to_kind` text NOT NULL,
	PRIMARY KEY(`kind`, `from_kind`, `to_kind`),
	FOREIGN KEY (`kind`) REFERENCES `transfer_kinds`(`kind`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`from_kind`) REFERENCES `account_kinds`(`kind`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_kind`) REFERENCES `account_kinds`(`kind`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO account_kinds (kind, below_zero, above_zero, holds, closed_loop) VALUES
  ('mint', 1, 1, 0, 0),
  ('house', 0, 1, 0, 0),
  ('user', 0, 1, 0, 0),
  ('blue', 0, 1, 0, 1),
  ('debt', 1, 0, 0, 0),
  ('escrow', 0, 1, 1, 0),
  ('challenge-prizes', 0, 1, 1, 0),
  ('challenge-looks', 0, 1, 1, 0),
  ('contest', 0, 1, 1, 0),
  ('stake', 0, 1, 1, 0),
  ('winnings', 0, 1, 1, 0),
  ('tournament', 0, 1, 1, 0);
--> statement-breakpoint
INSERT INTO account_owners (kind, owner_kind) VALUES
  ('mint', ''), ('house', ''), ('user', 'user'), ('blue', 'user'), ('debt', 'user'), ('escrow', 'crucible'),
  ('challenge-prizes', 'challenge'), ('challenge-looks', 'challenge'), ('contest', 'contest'),
  ('stake', 'participant'), ('winnings', 'participant'), ('tournament', 'tournament');
--> statement-breakpoint
INSERT INTO transfer_kinds (kind, refundable, blocked_by_debt) VALUES
  ('grant', 1, 0), ('daily', 0, 1), ('setup-fee', 1, 1), ('entry-fee', 1, 1), ('prize', 0, 0), ('refund', 0, 0),
  ('remainder', 0, 0), ('adjustment', 0, 0), ('funding', 1, 1), ('unspent', 0, 0), ('looks-used', 0, 0),
  ('took-part', 0, 0), ('lab-test', 1, 1), ('stake', 1, 1), ('ruling', 0, 0), ('match-paid', 0, 0),
  ('prize-fund', 1, 0), ('purchase', 0, 0), ('clawback', 0, 0), ('debt', 0, 0), ('forgiveness', 0, 0);
--> statement-breakpoint
INSERT INTO transfer_flows (kind, from_kind, to_kind) VALUES
  ('grant', 'mint', 'user'),
  ('daily', 'mint', 'user'),
  ('setup-fee', 'user', 'house'), ('setup-fee', 'blue', 'house'),
  ('entry-fee', 'user', 'escrow'), ('entry-fee', 'user', 'tournament'),
  ('prize', 'escrow', 'user'), ('prize', 'challenge-prizes', 'user'), ('prize', 'contest', 'user'),
  ('prize', 'tournament', 'user'), ('prize', 'mint', 'user'),
  ('remainder', 'escrow', 'house'), ('remainder', 'tournament', 'house'),
  ('adjustment', 'mint', 'user'), ('adjustment', 'user', 'mint'),
  ('funding', 'user', 'challenge-prizes'), ('funding', 'mint', 'challenge-prizes'),
  ('funding', 'user', 'challenge-looks'), ('funding', 'mint', 'challenge-looks'), ('funding', 'user', 'contest'),
  ('unspent', 'challenge-prizes', 'user'), ('unspent', 'challenge-prizes', 'mint'),
  ('unspent', 'challenge-looks', 'user'), ('unspent', 'challenge-looks', 'mint'), ('unspent', 'contest', 'user'),
  ('looks-used', 'challenge-looks', 'house'),
  ('took-part', 'mint', 'blue'),
  ('lab-test', 'user', 'house'), ('lab-test', 'blue', 'house'),
  ('stake', 'user', 'stake'),
  ('ruling', 'stake', 'winnings'), ('ruling', 'stake', 'house'), ('ruling', 'winnings', 'winnings'),
  ('ruling', 'winnings', 'house'), ('ruling', 'house', 'winnings'),
  ('match-paid', 'winnings', 'user'),
  ('prize-fund', 'mint', 'tournament'),
  ('purchase', 'mint', 'user'),
  ('clawback', 'user', 'mint'), ('clawback', 'debt', 'mint'),
  ('debt', 'user', 'debt'),
  ('forgiveness', 'mint', 'debt');
--> statement-breakpoint
-- What speaks of the tables that are rebuilt goes first: a RENAME reads every trigger, and fails on the first one that
-- names a table which is gone for the moment.
DROP TRIGGER transfers_no_update;
--> statement-breakpoint
DROP TRIGGER transfers_no_delete;
--> statement-breakpoint
DROP TRIGGER transfers_new;
--> statement-breakpoint
DROP TRIGGER transfers_apply;
--> statement-breakpoint
DROP TRIGGER accounts_new;
--> statement-breakpoint
DROP TRIGGER accounts_no_delete;
--> statement-breakpoint
DROP TRIGGER accounts_identity;
--> statement-breakpoint
DROP TRIGGER accounts_lockstep;
--> statement-breakpoint
DROP TRIGGER crucibles_over_hold_nothing;
--> statement-breakpoint
CREATE TABLE `__new_accounts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`owner_kind` text DEFAULT '' NOT NULL,
	`owner_id` integer DEFAULT 0 NOT NULL,
	`balance` integer DEFAULT 0 NOT NULL,
	`last_transfer_id` integer DEFAULT 0 NOT NULL,
	`closed` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`kind`) REFERENCES `account_kinds`(`kind`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "accounts_id" CHECK(id > 0),
	CONSTRAINT "accounts_single" CHECK((owner_kind = '') = (owner_id = 0)),
	CONSTRAINT "accounts_closed" CHECK(closed IN (0, 1))
) STRICT;
--> statement-breakpoint
INSERT INTO __new_accounts (id, kind, owner_kind, owner_id, balance, last_transfer_id, closed, created_at)
SELECT id, kind, CASE kind WHEN 'user' THEN 'user' WHEN 'escrow' THEN 'crucible' ELSE '' END, owner_id, balance,
  last_transfer_id, kind = 'escrow' AND balance = 0 AND EXISTS (
    SELECT 1 FROM crucibles WHERE crucibles.id = owner_id AND status IN ('completed', 'cancelled')), created_at
FROM accounts ORDER BY id;
--> statement-breakpoint
CREATE TABLE `__new_transfers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`idempotency_key` text NOT NULL,
	`kind` text NOT NULL,
	`debit_account` integer NOT NULL,
	`credit_account` integer NOT NULL,
	`amount` integer NOT NULL,
	`subject` text NOT NULL,
	`actor_id` integer,
	`reason` text DEFAULT '' NOT NULL,
	`refund_of` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`kind`) REFERENCES `transfer_kinds`(`kind`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`debit_account`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`credit_account`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "transfers_amount" CHECK(amount BETWEEN 1 AND 1000000000000),
	CONSTRAINT "transfers_two_accounts" CHECK(debit_account <> credit_account),
	CONSTRAINT "transfers_key" CHECK(length(idempotency_key) BETWEEN 3 AND 200),
	CONSTRAINT "transfers_refund" CHECK((kind = 'refund') = (refund_of IS NOT NULL))
) STRICT;
--> statement-breakpoint
INSERT INTO __new_transfers (id, idempotency_key, kind, debit_account, credit_account, amount, subject, actor_id, reason,
  refund_of, created_at)
SELECT id, idempotency_key, kind, debit_account, credit_account, amount, subject, actor_id, reason, refund_of, created_at
FROM transfers ORDER BY id;
--> statement-breakpoint
UPDATE sqlite_sequence SET seq = (SELECT seq FROM sqlite_sequence WHERE name = 'accounts') WHERE name = '__new_accounts';
--> statement-breakpoint
UPDATE sqlite_sequence SET seq = (SELECT seq FROM sqlite_sequence WHERE name = 'transfers')
WHERE name = '__new_transfers' AND EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'transfers');
--> statement-breakpoint
-- Nothing is dropped before old and new agree row by row; what does not, fails a check, and with it the migration.
CREATE TEMP TABLE ledger_rebuild (
	accounts integer NOT NULL,
	transfers integer NOT NULL,
	balances integer NOT NULL,
	last_transfer integer NOT NULL,
	same_accounts integer CONSTRAINT "rebuild_same_accounts" CHECK(same_accounts = accounts),
	same_transfers integer CONSTRAINT "rebuild_same_transfers" CHECK(same_transfers = transfers)
);
--> statement-breakpoint
INSERT INTO ledger_rebuild
SELECT (SELECT count(*) FROM accounts), (SELECT count(*) FROM transfers), (SELECT sum(balance) FROM accounts),
  (SELECT coalesce(max(id), 0) FROM transfers),
  (SELECT count(*) FROM accounts old JOIN __new_accounts new ON new.id = old.id
    WHERE new.kind = old.kind AND new.owner_id = old.owner_id AND new.balance = old.balance
      AND new.last_transfer_id = old.last_transfer_id AND new.created_at = old.created_at),
  (SELECT count(*) FROM transfers old JOIN __new_transfers new ON new.id = old.id
    WHERE new.idempotency_key = old.idempotency_key AND new.kind = old.kind AND new.debit_account = old.debit_account
      AND new.credit_account = old.credit_account AND new.amount = old.amount AND new.subject = old.subject
      AND new.actor_id IS old.actor_id AND new.reason = old.reason AND new.refund_of IS old.refund_of
      AND new.created_at = old.created_at);
--> statement-breakpoint
DROP TABLE accounts;
--> statement-breakpoint
DROP TABLE transfers;
--> statement-breakpoint
ALTER TABLE __new_accounts RENAME TO accounts;
--> statement-breakpoint
ALTER TABLE __new_transfers RENAME TO transfers;
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_owner` ON `accounts` (`kind`,`owner_kind`,`owner_id`);
--> statement-breakpoint
CREATE UNIQUE INDEX `transfers_idempotencyKey_unique` ON `transfers` (`idempotency_key`);
--> statement-breakpoint
CREATE INDEX `transfers_debit` ON `transfers` (`debit_account`,`id`);
--> statement-breakpoint
CREATE INDEX `transfers_credit` ON `transfers` (`credit_account`,`id`);
--> statement-breakpoint
CREATE INDEX `transfers_subject` ON `transfers` (`subject`);
--> statement-breakpoint
CREATE UNIQUE INDEX `transfers_refund_once` ON `transfers` (`refund_of`) WHERE `refund_of` IS NOT NULL;
--> statement-breakpoint
ALTER TABLE `crucibles` ADD `escrow_id` integer REFERENCES accounts(id);
--> statement-breakpoint
UPDATE crucibles SET escrow_id = (
  SELECT id FROM accounts WHERE kind = 'escrow' AND owner_kind = 'crucible' AND owner_id = crucibles.id);
--> statement-breakpoint
-- After it: what was counted before the tables changed places.
CREATE TEMP TABLE ledger_rebuilt (
	accounts integer CONSTRAINT "rebuilt_accounts" CHECK(accounts),
	transfers integer CONSTRAINT "rebuilt_transfers" CHECK(transfers),
	balances integer CONSTRAINT "rebuilt_balances" CHECK(balances),
	last_transfer integer CONSTRAINT "rebuilt_last_transfer" CHECK(last_transfer),
	escrows integer CONSTRAINT "rebuilt_escrows" CHECK(escrows)
);
--> statement-breakpoint
INSERT INTO ledger_rebuilt
SELECT accounts = (SELECT count(*) FROM main.accounts), transfers = (SELECT count(*) FROM main.transfers),
  balances = (SELECT sum(balance) FROM main.accounts), last_transfer = (SELECT coalesce(max(id), 0) FROM main.transfers),
  NOT EXISTS (SELECT 1 FROM crucibles WHERE escrow_id IS NULL)
FROM ledger_rebuild;
--> statement-breakpoint
DROP TABLE ledger_rebuild;
--> statement-breakpoint
DROP TABLE ledger_rebuilt;
--> statement-breakpoint
-- Kinds are permanent: what a kind may do is what its transfers were allowed to do.
CREATE TRIGGER account_kinds_new BEFORE INSERT ON account_kinds
WHEN EXISTS (SELECT 1 FROM account_kinds WHERE kind = NEW.kind)
BEGIN SELECT RAISE(ABORT, 'ledger: this kind of account exists'); END;
--> statement-breakpoint
CREATE TRIGGER account_kinds_no_update BEFORE UPDATE ON account_kinds
BEGIN SELECT RAISE(ABORT, 'ledger: kinds are permanent'); END;
--> statement-breakpoint
CREATE TRIGGER account_kinds_no_delete BEFORE DELETE ON account_kinds
BEGIN SELECT RAISE(ABORT, 'ledger: kinds are permanent'); END;
--> statement-breakpoint
CREATE TRIGGER account_owners_no_update BEFORE UPDATE ON account_owners
BEGIN SELECT RAISE(ABORT, 'ledger: kinds are permanent'); END;
--> statement-breakpoint
CREATE TRIGGER account_owners_no_delete BEFORE DELETE ON account_owners
BEGIN SELECT RAISE(ABORT, 'ledger: kinds are permanent'); END;
--> statement-breakpoint
CREATE TRIGGER transfer_kinds_new BEFORE INSERT ON transfer_kinds
WHEN EXISTS (SELECT 1 FROM transfer_kinds WHERE kind = NEW.kind)
BEGIN SELECT RAISE(ABORT, 'ledger: this kind of transfer exists'); END;
--> statement-breakpoint
CREATE TRIGGER transfer_kinds_no_update BEFORE UPDATE ON transfer_kinds
BEGIN SELECT RAISE(ABORT, 'ledger: kinds are permanent'); END;
--> statement-breakpoint
CREATE TRIGGER transfer_kinds_no_delete BEFORE DELETE ON transfer_kinds
BEGIN SELECT RAISE(ABORT, 'ledger: kinds are permanent'); END;
--> statement-breakpoint
-- Whatever flows are added later, what is in a closed loop never reaches a pool or a person.
CREATE TRIGGER transfer_flows_new BEFORE INSERT ON transfer_flows
WHEN EXISTS (SELECT 1 FROM account_kinds WHERE closed_loop = 1 AND (
  (kind = NEW.from_kind AND NEW.to_kind <> 'house') OR (kind = NEW.to_kind AND NEW.from_kind <> 'mint')))
BEGIN SELECT RAISE(ABORT, 'ledger: a closed loop takes from the mint and pays the house'); END;
--> statement-breakpoint
CREATE TRIGGER transfer_flows_no_update BEFORE UPDATE ON transfer_flows
BEGIN SELECT RAISE(ABORT, 'ledger: kinds are permanent'); END;
--> statement-breakpoint
CREATE TRIGGER transfer_flows_no_delete BEFORE DELETE ON transfer_flows
BEGIN SELECT RAISE(ABORT, 'ledger: kinds are permanent'); END;
--> statement-breakpoint
-- The guards of before, and what the kinds say. Why each refusal is a RAISE(ABORT): docs/decisions/005-ledger-guards.md.
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
    SELECT 1 FROM transfers first WHERE first.id = NEW.refund_of
      AND first.debit_account = NEW.credit_account AND first.credit_account = NEW.debit_account
      AND first.amount = NEW.amount);
  SELECT RAISE(ABORT, 'ledger: this kind is not refunded') WHERE EXISTS (
    SELECT 1 FROM transfers first JOIN transfer_kinds k ON k.kind = first.kind
    WHERE first.id = NEW.refund_of AND k.refundable = 0);
  SELECT RAISE(ABORT, 'ledger: this kind does not go this way') WHERE NEW.kind <> 'refund' AND EXISTS (
    SELECT 1 FROM accounts debit, accounts credit WHERE debit.id = NEW.debit_account AND credit.id = NEW.credit_account
      AND NOT EXISTS (SELECT 1 FROM transfer_flows f
        WHERE f.kind = NEW.kind AND f.from_kind = debit.kind AND f.to_kind = credit.kind));
  SELECT RAISE(ABORT, 'ledger: this account is closed') WHERE EXISTS (
    SELECT 1 FROM accounts WHERE id IN (NEW.debit_account, NEW.credit_account) AND closed = 1);
  SELECT RAISE(ABORT, 'ledger: too little in the account') WHERE EXISTS (
    SELECT 1 FROM accounts a JOIN account_kinds k ON k.kind = a.kind
    WHERE a.id = NEW.debit_account AND k.below_zero = 0 AND a.balance < NEW.amount);
  SELECT RAISE(ABORT, 'ledger: more than is owed') WHERE EXISTS (
    SELECT 1 FROM accounts a JOIN account_kinds k ON k.kind = a.kind
    WHERE a.id = NEW.credit_account AND k.above_zero = 0 AND a.balance + NEW.amount > 0);
  SELECT RAISE(ABORT, 'ledger: not while in debt') WHERE EXISTS (
    SELECT 1 FROM transfer_kinds k, accounts party
      JOIN accounts debt ON debt.kind = 'debt' AND debt.owner_kind = party.owner_kind AND debt.owner_id = party.owner_id
    WHERE k.kind = NEW.kind AND k.blocked_by_debt = 1 AND party.id IN (NEW.debit_account, NEW.credit_account)
      AND debt.balance < 0);
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
    SELECT 1 FROM accounts WHERE id = NEW.id
      OR (kind = NEW.kind AND owner_kind = NEW.owner_kind AND owner_id = NEW.owner_id));
  SELECT RAISE(ABORT, 'ledger: no account of this kind has such an owner') WHERE NEW.kind IS NOT NULL
    AND NEW.owner_kind IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM account_owners WHERE kind = NEW.kind AND owner_kind = NEW.owner_kind);
  SELECT RAISE(ABORT, 'ledger: an account opens at zero') WHERE NEW.balance <> 0 OR NEW.last_transfer_id <> 0
    OR NEW.closed <> 0;
END;
--> statement-breakpoint
CREATE TRIGGER accounts_no_delete BEFORE DELETE ON accounts
BEGIN SELECT RAISE(ABORT, 'ledger: accounts are permanent'); END;
--> statement-breakpoint
-- No list of columns: "SET rowid =" would slip past one that names id.
CREATE TRIGGER accounts_identity BEFORE UPDATE ON accounts
WHEN NEW.id IS NOT OLD.id OR NEW.kind IS NOT OLD.kind OR NEW.owner_kind IS NOT OLD.owner_kind
  OR NEW.owner_id IS NOT OLD.owner_id OR NEW.created_at IS NOT OLD.created_at
BEGIN SELECT RAISE(ABORT, 'ledger: an account cannot change hands'); END;
--> statement-breakpoint
CREATE TRIGGER accounts_lockstep BEFORE UPDATE OF balance, last_transfer_id ON accounts
WHEN NOT EXISTS (
  SELECT 1 FROM transfers t WHERE t.id = NEW.last_transfer_id AND t.id > OLD.last_transfer_id AND (
    (t.debit_account = OLD.id AND NEW.balance = OLD.balance - t.amount) OR
    (t.credit_account = OLD.id AND NEW.balance = OLD.balance + t.amount)))
BEGIN SELECT RAISE(ABORT, 'ledger: a balance moves only with its transfer'); END;
--> statement-breakpoint
CREATE TRIGGER accounts_closing BEFORE UPDATE OF closed ON accounts
WHEN NEW.closed IS NOT OLD.closed AND (OLD.closed = 1 OR NEW.balance <> 0
  OR EXISTS (SELECT 1 FROM account_kinds WHERE kind = OLD.kind AND holds = 0))
BEGIN SELECT RAISE(ABORT, 'ledger: only an empty holding account closes, and for good'); END;
--> statement-breakpoint
-- A crucible has the escrow that was opened for it, from its opening on.
CREATE TRIGGER crucibles_escrow_new BEFORE INSERT ON crucibles
WHEN NEW.escrow_id IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'crucible: its escrow is opened after it'); END;
--> statement-breakpoint
CREATE TRIGGER crucibles_escrow BEFORE UPDATE OF escrow_id ON crucibles
WHEN NEW.escrow_id IS NOT OLD.escrow_id AND (OLD.escrow_id IS NOT NULL OR NOT EXISTS (
  SELECT 1 FROM accounts
  WHERE id = NEW.escrow_id AND kind = 'escrow' AND owner_kind = 'crucible' AND owner_id = OLD.id))
BEGIN SELECT RAISE(ABORT, 'crucible: its escrow is its own, and stays'); END;
--> statement-breakpoint
-- A crucible that is over holds nothing, then or later. The pattern for every room: refuse what is not empty, then close
-- it. After the update, because OR IGNORE could skip the row and leave what an earlier trigger did.
CREATE TRIGGER crucibles_over_hold_nothing AFTER UPDATE OF status ON crucibles
WHEN NEW.status IN ('completed', 'cancelled') AND OLD.status <> NEW.status
BEGIN
  SELECT RAISE(ABORT, 'crucible: escrow must be empty when it is over') WHERE NOT EXISTS (
    SELECT 1 FROM accounts WHERE id = NEW.escrow_id AND balance = 0);
  UPDATE accounts SET closed = 1 WHERE id = NEW.escrow_id AND closed = 0;
END;
