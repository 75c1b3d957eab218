CREATE TABLE `challenges` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`source` text NOT NULL,
	`creator_id` integer,
	`request_key` text NOT NULL,
	`status` text NOT NULL,
	`title` text NOT NULL,
	`theme` text NOT NULL,
	`invitation` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`cover_media_id` integer,
	`duration_hours` integer NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`visible_from` integer NOT NULL,
	`entries_per_person` integer NOT NULL,
	`entries_cap` integer NOT NULL,
	`levels` integer NOT NULL,
	`level` integer NOT NULL,
	`leveled` integer DEFAULT 0 NOT NULL,
	`made_for_this` integer DEFAULT 0 NOT NULL,
	`model_rule` text DEFAULT 'any' NOT NULL,
	`prompt` text DEFAULT '' NOT NULL,
	`reviews_paid` integer NOT NULL,
	`reviews_taken` integer DEFAULT 0 NOT NULL,
	`judged_by` text NOT NULL,
	`careful` integer DEFAULT 0 NOT NULL,
	`look_price` integer NOT NULL,
	`looks_paid` integer NOT NULL,
	`looks_used` integer DEFAULT 0 NOT NULL,
	`top_ups` integer DEFAULT 0 NOT NULL,
	`pinned_model` text,
	`lot_salt` text NOT NULL,
	`prizes_account_id` integer,
	`looks_account_id` integer,
	`entry_count` integer DEFAULT 0 NOT NULL,
	`entrant_count` integer DEFAULT 0 NOT NULL,
	`review_count` integer DEFAULT 0 NOT NULL,
	`stage` integer DEFAULT 0 NOT NULL,
	`completing_at` integer,
	`finished_at` integer,
	`outcome` text,
	`process` text,
	`verdict` text,
	`cancel_reason` text,
	`rematch_of` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`cover_media_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`prizes_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`looks_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "challenges_source" CHECK("source" IN ('system', 'moderator', 'user')),
	CONSTRAINT "challenges_status" CHECK("status" IN ('scheduled', 'active', 'completing', 'completed', 'cancelled')),
	CONSTRAINT "challenges_outcome" CHECK("outcome" IN ('placed', 'no-contest', 'empty')),
	CONSTRAINT "challenges_model_rule" CHECK("model_rule" IN ('any', 'featured', 'required')),
	CONSTRAINT "challenges_judged_by" CHECK("judged_by" IN ('model', 'people')),
	CONSTRAINT "challenges_title" CHECK(length("title") BETWEEN 3 AND 100),
	CONSTRAINT "challenges_theme" CHECK(length("theme") BETWEEN 1 AND 40),
	CONSTRAINT "challenges_invitation" CHECK(length("invitation") <= 140),
	CONSTRAINT "challenges_description" CHECK(length("description") <= 4000),
	CONSTRAINT "challenges_prompt" CHECK(length("prompt") <= 2000),
	CONSTRAINT "challenges_times" CHECK("starts_at" < "ends_at" AND "visible_from" <= "starts_at"),
	CONSTRAINT "challenges_per_person" CHECK("entries_per_person" BETWEEN 1 AND 20),
	CONSTRAINT "challenges_cap" CHECK("entries_cap" BETWEEN 10 AND 5000 AND "entry_count" <= "entries_cap"),
	CONSTRAINT "challenges_levels" CHECK("levels" BETWEEN 1 AND 31),
	CONSTRAINT "challenges_level" CHECK("level" IN (1, 2, 4, 8, 16, 32)),
	CONSTRAINT "challenges_reviews" CHECK("reviews_taken" BETWEEN 0 AND "reviews_paid"),
	CONSTRAINT "challenges_looks" CHECK("looks_used" BETWEEN 0 AND "looks_paid"),
	CONSTRAINT "challenges_creator_or_site" CHECK(("source" = 'system') = ("creator_id" IS NULL)),
	CONSTRAINT "challenges_outcome_when_completed" CHECK(("status" = 'completed') = ("outcome" IS NOT NULL)),
	CONSTRAINT "challenges_reason_when_cancelled" CHECK(("status" = 'cancelled') = ("cancel_reason" IS NOT NULL))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `challenges_request_key_unique` ON `challenges` (`request_key`);
--> statement-breakpoint
CREATE INDEX `challenges_status_start` ON `challenges` (`status`,`starts_at`);
--> statement-breakpoint
CREATE INDEX `challenges_status_end` ON `challenges` (`status`,`ends_at`);
--> statement-breakpoint
CREATE INDEX `challenges_creator` ON `challenges` (`creator_id`,`id`);
--> statement-breakpoint
CREATE INDEX `challenges_cover` ON `challenges` (`cover_media_id`) WHERE "cover_media_id" IS NOT NULL;
--> statement-breakpoint
CREATE TABLE `challenge_criteria` (
	`challenge_id` integer NOT NULL,
	`position` integer NOT NULL,
	`label` text NOT NULL,
	`question` text NOT NULL,
	`percent` integer NOT NULL,
	PRIMARY KEY(`challenge_id`, `position`),
	FOREIGN KEY (`challenge_id`) REFERENCES `challenges`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `challenge_prizes` (
	`challenge_id` integer NOT NULL,
	`place` integer NOT NULL,
	`amount` integer NOT NULL,
	PRIMARY KEY(`challenge_id`, `place`),
	FOREIGN KEY (`challenge_id`) REFERENCES `challenges`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "challenge_prizes_amount" CHECK("amount" > 0)
) STRICT;
--> statement-breakpoint
CREATE TABLE `challenge_versions` (
	`challenge_id` integer NOT NULL,
	`version_id` integer NOT NULL,
	PRIMARY KEY(`challenge_id`, `version_id`),
	FOREIGN KEY (`challenge_id`) REFERENCES `challenges`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `model_versions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `challenge_versions_version` ON `challenge_versions` (`version_id`);
--> statement-breakpoint
CREATE TABLE `challenge_entries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`challenge_id` integer NOT NULL,
	`entrant_id` integer NOT NULL,
	`media_id` integer NOT NULL,
	`pixel_hash` text NOT NULL,
	`key` text NOT NULL,
	`level` integer NOT NULL,
	`lot` integer NOT NULL,
	`created_at` integer NOT NULL,
	`withdrawn_at` integer,
	`removed_at` integer,
	`removed_reason` text,
	`total` integer,
	`theme_score` integer,
	`round_wins` integer,
	`final_points` integer,
	`place` integer,
	`reason` text,
	FOREIGN KEY (`challenge_id`) REFERENCES `challenges`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`media_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "challenge_entries_level" CHECK("level" IN (0, 1, 2, 4, 8, 16, 32)),
	CONSTRAINT "challenge_entries_removed" CHECK(("removed_at" IS NULL) = ("removed_reason" IS NULL))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `challenge_entries_key_unique` ON `challenge_entries` (`key`);
--> statement-breakpoint
CREATE UNIQUE INDEX `challenge_entries_same_media` ON `challenge_entries` (`challenge_id`,`media_id`) WHERE "withdrawn_at" IS NULL;
--> statement-breakpoint
CREATE UNIQUE INDEX `challenge_entries_same_pixels` ON `challenge_entries` (`challenge_id`,`pixel_hash`) WHERE "withdrawn_at" IS NULL;
--> statement-breakpoint
CREATE INDEX `challenge_entries_entrant` ON `challenge_entries` (`entrant_id`,`challenge_id`);
--> statement-breakpoint
CREATE INDEX `challenge_entries_media` ON `challenge_entries` (`media_id`);
--> statement-breakpoint
CREATE INDEX `challenge_entries_lot` ON `challenge_entries` (`challenge_id`,`lot`);
--> statement-breakpoint
CREATE INDEX `challenge_entries_place` ON `challenge_entries` (`challenge_id`,`place`) WHERE "place" IS NOT NULL;
--> statement-breakpoint
CREATE TABLE `challenge_reviews` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`challenge_id` integer NOT NULL,
	`entrant_id` integer NOT NULL,
	`pixel_hash` text NOT NULL,
	`state` text NOT NULL,
	`claim` text,
	`claimed_at` integer,
	`tries` integer DEFAULT 0 NOT NULL,
	`next_at` integer NOT NULL,
	`model` text,
	`reviewer_id` integer,
	`seen` text,
	`transcript` text,
	`strengths` text,
	`flaws` text,
	`scores` text,
	`total` integer,
	`aside_at` integer,
	`cleared_at` integer,
	`created_at` integer NOT NULL,
	`done_at` integer,
	FOREIGN KEY (`challenge_id`) REFERENCES `challenges`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "challenge_reviews_state" CHECK("state" IN ('due', 'claimed', 'by-hand', 'done')),
	CONSTRAINT "challenge_reviews_done" CHECK(("state" = 'done') = ("total" IS NOT NULL)),
	CONSTRAINT "challenge_reviews_total" CHECK("total" IS NULL OR "total" BETWEEN 0 AND 1000)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `challenge_reviews_pixels` ON `challenge_reviews` (`challenge_id`,`pixel_hash`);
--> statement-breakpoint
CREATE INDEX `challenge_reviews_due` ON `challenge_reviews` (`state`,`next_at`);
--> statement-breakpoint
CREATE INDEX `challenge_reviews_entrant` ON `challenge_reviews` (`challenge_id`,`entrant_id`);
--> statement-breakpoint
CREATE TABLE `challenge_duels` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`challenge_id` integer NOT NULL,
	`stage` integer NOT NULL,
	`first_entry` integer NOT NULL,
	`second_entry` integer NOT NULL,
	`state` text DEFAULT 'due' NOT NULL,
	`claim` text,
	`claimed_at` integer,
	`tries` integer DEFAULT 0 NOT NULL,
	`next_at` integer NOT NULL,
	`winner_entry` integer,
	`why` text,
	`model` text,
	`done_at` integer,
	FOREIGN KEY (`challenge_id`) REFERENCES `challenges`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`first_entry`) REFERENCES `challenge_entries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`second_entry`) REFERENCES `challenge_entries`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "challenge_duels_state" CHECK("state" IN ('due', 'claimed', 'done', 'given-up')),
	CONSTRAINT "challenge_duels_two" CHECK("first_entry" <> "second_entry"),
	CONSTRAINT "challenge_duels_winner" CHECK("winner_entry" IS NULL OR "winner_entry" IN ("first_entry", "second_entry"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `challenge_duels_pair` ON `challenge_duels` (`challenge_id`,`stage`,`first_entry`,`second_entry`);
--> statement-breakpoint
CREATE INDEX `challenge_duels_due` ON `challenge_duels` (`state`,`next_at`);
--> statement-breakpoint
CREATE TABLE `challenge_winners` (
	`challenge_id` integer NOT NULL,
	`place` integer NOT NULL,
	`user_id` integer NOT NULL,
	`entry_id` integer NOT NULL,
	`prize` integer NOT NULL,
	`transfer_id` integer,
	PRIMARY KEY(`challenge_id`, `place`),
	FOREIGN KEY (`challenge_id`) REFERENCES `challenges`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entry_id`) REFERENCES `challenge_entries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`transfer_id`) REFERENCES `transfers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `challenge_winners_person` ON `challenge_winners` (`challenge_id`,`user_id`);
--> statement-breakpoint
CREATE INDEX `challenge_winners_user` ON `challenge_winners` (`user_id`);
--> statement-breakpoint
CREATE TABLE `challenge_reminders` (
	`challenge_id` integer NOT NULL,
	`user_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`challenge_id`, `user_id`),
	FOREIGN KEY (`challenge_id`) REFERENCES `challenges`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `challenge_reminders_user` ON `challenge_reminders` (`user_id`);
--> statement-breakpoint
CREATE TABLE `judge_calls` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`task` text NOT NULL,
	`challenge_id` integer,
	`model` text NOT NULL,
	`generation` text,
	`outcome` text NOT NULL,
	`ms` integer NOT NULL,
	`tokens_in` integer DEFAULT 0 NOT NULL,
	`tokens_out` integer DEFAULT 0 NOT NULL,
	`micro_usd` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT "judge_calls_outcome" CHECK("outcome" IN ('answered', 'busy', 'timeout', 'malformed', 'refused', 'other-model', 'unauthorized', 'unpaid', 'rested'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `judge_calls_time` ON `judge_calls` (`created_at`);
--> statement-breakpoint
CREATE TABLE `judge_models` (
	`model` text NOT NULL,
	`day` text NOT NULL,
	`passed` integer NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`tested_at` integer NOT NULL,
	PRIMARY KEY(`model`, `day`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `system_days` (
	`day` text PRIMARY KEY NOT NULL,
	`challenge_id` integer,
	`theme` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`challenge_id`) REFERENCES `challenges`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
INSERT INTO subject_kinds (kind, commentable, reportable) VALUES ('challenge', 1, 1);
--> statement-breakpoint
CREATE TRIGGER challenges_accounts BEFORE UPDATE OF prizes_account_id, looks_account_id ON challenges
WHEN (NEW.prizes_account_id IS NOT OLD.prizes_account_id AND (OLD.prizes_account_id IS NOT NULL OR NOT EXISTS (
    SELECT 1 FROM accounts WHERE id = NEW.prizes_account_id AND kind = 'challenge-prizes' AND owner_id = OLD.id)))
  OR (NEW.looks_account_id IS NOT OLD.looks_account_id AND (OLD.looks_account_id IS NOT NULL OR NOT EXISTS (
    SELECT 1 FROM accounts WHERE id = NEW.looks_account_id AND kind = 'challenge-looks' AND owner_id = OLD.id)))
BEGIN SELECT RAISE(ABORT, 'challenge: its accounts are its own, and stay'); END;
--> statement-breakpoint
CREATE TRIGGER challenges_states BEFORE UPDATE OF status ON challenges
WHEN OLD.status <> NEW.status AND NOT (
  (OLD.status = 'scheduled' AND NEW.status IN ('active', 'cancelled')) OR
  (OLD.status = 'active' AND NEW.status IN ('completing', 'cancelled')) OR
  (OLD.status = 'completing' AND NEW.status IN ('completed', 'cancelled')))
BEGIN SELECT RAISE(ABORT, 'challenge: no such change of state'); END;
--> statement-breakpoint
CREATE TRIGGER challenges_over_hold_nothing AFTER UPDATE OF status ON challenges
WHEN NEW.status IN ('completed', 'cancelled') AND OLD.status <> NEW.status
BEGIN
  SELECT RAISE(ABORT, 'challenge: its accounts must be empty when it is over') WHERE 2 <> (
    SELECT count(*) FROM accounts WHERE id IN (NEW.prizes_account_id, NEW.looks_account_id) AND balance = 0);
  UPDATE accounts SET closed = 1 WHERE id IN (NEW.prizes_account_id, NEW.looks_account_id) AND closed = 0;
END;
--> statement-breakpoint
CREATE TRIGGER challenges_kept BEFORE DELETE ON challenges
BEGIN SELECT RAISE(ABORT, 'challenge: never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER challenge_reviews_stay BEFORE UPDATE ON challenge_reviews
WHEN OLD.state = 'done' AND (NEW.state <> 'done' OR NEW.scores IS NOT OLD.scores OR NEW.total IS NOT OLD.total)
BEGIN SELECT RAISE(ABORT, 'challenge: a review stays as it was given'); END;
--> statement-breakpoint
CREATE TRIGGER challenge_duels_stay BEFORE UPDATE ON challenge_duels
WHEN OLD.state = 'done' AND (NEW.state <> 'done' OR NEW.winner_entry IS NOT OLD.winner_entry)
BEGIN SELECT RAISE(ABORT, 'challenge: a duel stays as it was judged'); END;
--> statement-breakpoint
CREATE TRIGGER challenge_winners_stay BEFORE UPDATE ON challenge_winners
BEGIN SELECT RAISE(ABORT, 'challenge: winners stay'); END;
--> statement-breakpoint
CREATE TRIGGER challenge_winners_kept BEFORE DELETE ON challenge_winners
BEGIN SELECT RAISE(ABORT, 'challenge: winners stay'); END;
--> statement-breakpoint
CREATE TRIGGER challenges_search_insert AFTER INSERT ON challenges
BEGIN INSERT INTO search_documents (kind, subject_id, name, words) VALUES ('challenge', NEW.id, NEW.title, NEW.theme || ' ' || NEW.invitation || ' ' || NEW.description); END;
--> statement-breakpoint
CREATE TRIGGER challenges_search_update AFTER UPDATE OF title, theme, invitation, description ON challenges
BEGIN
  UPDATE search_documents SET name = NEW.title, words = NEW.theme || ' ' || NEW.invitation || ' ' || NEW.description
  WHERE kind = 'challenge' AND subject_id = NEW.id;
END;
