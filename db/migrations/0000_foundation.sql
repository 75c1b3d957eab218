CREATE TABLE `identities` (
	`provider` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`provider`, `provider_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `identities_user` ON `identities` (`user_id`);--> statement-breakpoint
CREATE TABLE `letters` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`purpose` text NOT NULL,
	`email` text NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "letters_purpose" CHECK("letters"."purpose" IN ('verify-email', 'reset-password'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `letters_user` ON `letters` (`user_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`token_hash` text NOT NULL,
	`user_id` integer NOT NULL,
	`user_agent` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_tokenHash_unique` ON `sessions` (`token_hash`);--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE INDEX `sessions_expiry` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`username` text NOT NULL,
	`email` text,
	`password_hash` text,
	`role` text DEFAULT 'user' NOT NULL,
	`membership` text DEFAULT 'free' NOT NULL,
	`score` integer DEFAULT 0 NOT NULL,
	`browsing_levels` integer DEFAULT 3 NOT NULL,
	`adult_confirmed_at` integer,
	`theme` text DEFAULT 'system' NOT NULL,
	`judging_keys` integer DEFAULT true NOT NULL,
	`email_verified_at` integer,
	`banned_at` integer,
	`ban_reason` text,
	`deleted_at` integer,
	`created_at` integer NOT NULL,
	CONSTRAINT "users_role" CHECK("users"."role" IN ('user', 'moderator', 'admin')),
	CONSTRAINT "users_membership" CHECK("users"."membership" IN ('free', 'supporter')),
	CONSTRAINT "users_theme" CHECK("users"."theme" IN ('system', 'light', 'dark')),
	CONSTRAINT "users_levels" CHECK("users"."browsing_levels" BETWEEN 1 AND 31),
	CONSTRAINT "users_adult" CHECK("users"."browsing_levels" < 4 OR "users"."adult_confirmed_at" IS NOT NULL)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `users_username` ON `users` ("username" COLLATE NOCASE);--> statement-breakpoint
CREATE UNIQUE INDEX `users_email` ON `users` ("email" COLLATE NOCASE) WHERE "users"."email" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `users_score` ON `users` (`score`);--> statement-breakpoint
CREATE TABLE `comments` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`author_id` integer NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` integer NOT NULL,
	`body` text NOT NULL,
	`reaction_count` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`edited_at` integer,
	`deleted_at` integer,
	`deleted_by` integer,
	CONSTRAINT "comments_subject_kind" CHECK("comments"."subject_kind" IN ('media', 'crucible')),
	CONSTRAINT "comments_body" CHECK(length("comments"."body") BETWEEN 1 AND 1000)
) STRICT;
--> statement-breakpoint
CREATE INDEX `comments_subject` ON `comments` (`subject_kind`,`subject_id`,`id`) WHERE "comments"."deleted_at" IS NULL;--> statement-breakpoint
CREATE INDEX `comments_author` ON `comments` (`author_id`,`id`);--> statement-breakpoint
CREATE TABLE `reactions` (
	`comment_id` integer NOT NULL,
	`user_id` integer NOT NULL,
	`kind` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`comment_id`, `user_id`, `kind`),
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "reactions_kind" CHECK("reactions"."kind" IN ('thumbs-up', 'heart', 'laugh', 'surprise'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `crucible_base_models` (
	`crucible_id` integer NOT NULL,
	`base_model_id` integer NOT NULL,
	PRIMARY KEY(`crucible_id`, `base_model_id`),
	FOREIGN KEY (`crucible_id`) REFERENCES `crucibles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`base_model_id`) REFERENCES `base_models`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `crucible_base_models_model` ON `crucible_base_models` (`base_model_id`);--> statement-breakpoint
CREATE TABLE `crucible_resources` (
	`crucible_id` integer NOT NULL,
	`version_id` integer NOT NULL,
	PRIMARY KEY(`crucible_id`, `version_id`),
	FOREIGN KEY (`crucible_id`) REFERENCES `crucibles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`version_id`) REFERENCES `model_versions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `crucible_resources_version` ON `crucible_resources` (`version_id`);--> statement-breakpoint
CREATE TABLE `crucibles` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`creator_id` integer NOT NULL,
	`request_key` text NOT NULL,
	`status` text NOT NULL,
	`name` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`cover_media_id` integer,
	`duration_hours` integer NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`entries_close_at` integer NOT NULL,
	`entry_fee` integer NOT NULL,
	`setup_fee` integer NOT NULL,
	`setup_transfer_id` integer,
	`entries_per_person` integer NOT NULL,
	`entries_cap` integer,
	`levels` integer NOT NULL,
	`media_kinds` integer NOT NULL,
	`min_side` integer DEFAULT 0 NOT NULL,
	`resource_rule` text DEFAULT 'any' NOT NULL,
	`prizes` text NOT NULL,
	`judge_rule` text DEFAULT 'anyone' NOT NULL,
	`judge_min_score` integer DEFAULT 0 NOT NULL,
	`last_number` integer DEFAULT 0 NOT NULL,
	`entry_count` integer DEFAULT 0 NOT NULL,
	`entrant_count` integer DEFAULT 0 NOT NULL,
	`vote_count` integer DEFAULT 0 NOT NULL,
	`judge_count` integer DEFAULT 0 NOT NULL,
	`left_wins` integer DEFAULT 0 NOT NULL,
	`paid_pool` integer,
	`outcome` text,
	`log_head` text,
	`log_salt` text NOT NULL,
	`featured_at` integer,
	`cancel_reason` text,
	`created_at` integer NOT NULL,
	`finished_at` integer,
	FOREIGN KEY (`cover_media_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`setup_transfer_id`) REFERENCES `transfers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "crucibles_status" CHECK("crucibles"."status" IN ('pending', 'active', 'finalizing', 'completed', 'cancelled')),
	CONSTRAINT "crucibles_outcome" CHECK("crucibles"."outcome" IN ('paid', 'empty', 'no-contest')),
	CONSTRAINT "crucibles_resource_rule" CHECK("crucibles"."resource_rule" IN ('any', 'unchecked', 'enforced')),
	CONSTRAINT "crucibles_judge_rule" CHECK("crucibles"."judge_rule" IN ('anyone', 'verified')),
	CONSTRAINT "crucibles_name" CHECK(length("crucibles"."name") BETWEEN 3 AND 100),
	CONSTRAINT "crucibles_description" CHECK(length("crucibles"."description") <= 2000),
	CONSTRAINT "crucibles_times" CHECK("crucibles"."starts_at" < "crucibles"."entries_close_at" AND "crucibles"."entries_close_at" <= "crucibles"."ends_at"),
	CONSTRAINT "crucibles_duration" CHECK("crucibles"."duration_hours" IN (8, 24, 72, 168)),
	CONSTRAINT "crucibles_fee" CHECK("crucibles"."entry_fee" BETWEEN 0 AND 10000 AND "crucibles"."setup_fee" >= 0),
	CONSTRAINT "crucibles_per_person" CHECK("crucibles"."entries_per_person" IN (1, 2, 3, 5, 10, 25, 100)),
	CONSTRAINT "crucibles_cap" CHECK("crucibles"."entries_cap" IS NULL OR ("crucibles"."entries_cap" >= 2 AND "crucibles"."entry_count" <= "crucibles"."entries_cap")),
	CONSTRAINT "crucibles_levels" CHECK("crucibles"."levels" BETWEEN 1 AND 31),
	CONSTRAINT "crucibles_media_kinds" CHECK("crucibles"."media_kinds" BETWEEN 1 AND 3),
	CONSTRAINT "crucibles_min_side" CHECK("crucibles"."min_side" BETWEEN 0 AND 8192),
	CONSTRAINT "crucibles_outcome_when_completed" CHECK(("crucibles"."status" = 'completed') = ("crucibles"."outcome" IS NOT NULL)),
	CONSTRAINT "crucibles_reason_when_cancelled" CHECK(("crucibles"."status" = 'cancelled') = ("crucibles"."cancel_reason" IS NOT NULL))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `crucibles_requestKey_unique` ON `crucibles` (`request_key`);--> statement-breakpoint
CREATE INDEX `crucibles_status_start` ON `crucibles` (`status`,`starts_at`);--> statement-breakpoint
CREATE INDEX `crucibles_status_end` ON `crucibles` (`status`,`ends_at`);--> statement-breakpoint
CREATE INDEX `crucibles_creator` ON `crucibles` (`creator_id`,`id`);--> statement-breakpoint
CREATE INDEX `crucibles_featured` ON `crucibles` (`featured_at`) WHERE "crucibles"."featured_at" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `crucible_drafts` (
	`user_id` integer PRIMARY KEY NOT NULL,
	`data` text NOT NULL,
	`updated_at` integer NOT NULL,
	`expires_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `crucible_drafts_expiry` ON `crucible_drafts` (`expires_at`);--> statement-breakpoint
CREATE TABLE `duels` (
	`crucible_id` integer NOT NULL,
	`low_entry` integer NOT NULL,
	`high_entry` integer NOT NULL,
	`votes` integer NOT NULL,
	PRIMARY KEY(`crucible_id`, `low_entry`, `high_entry`),
	FOREIGN KEY (`low_entry`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`high_entry`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `entries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`crucible_id` integer NOT NULL,
	`number` integer NOT NULL,
	`entrant_id` integer NOT NULL,
	`media_id` integer NOT NULL,
	`pixel_hash` text NOT NULL,
	`level` integer NOT NULL,
	`fee` integer NOT NULL,
	`fee_transfer_id` integer,
	`elo` real DEFAULT 1500 NOT NULL,
	`votes` integer DEFAULT 0 NOT NULL,
	`wins` integer DEFAULT 0 NOT NULL,
	`losses` integer DEFAULT 0 NOT NULL,
	`info` real DEFAULT 0 NOT NULL,
	`lcb` real NOT NULL,
	`ucb` real NOT NULL,
	`settled` real,
	`place` integer,
	`prize` integer,
	`firmness` real,
	`tie_broken_by` text,
	`created_at` integer NOT NULL,
	`withdrawn_at` integer,
	`disqualified_at` integer,
	`disqualified_reason` text,
	FOREIGN KEY (`crucible_id`) REFERENCES `crucibles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`media_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`fee_transfer_id`) REFERENCES `transfers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "entries_fee" CHECK("entries"."fee" >= 0 AND ("entries"."fee" > 0) = ("entries"."fee_transfer_id" IS NOT NULL)),
	CONSTRAINT "entries_counts" CHECK("entries"."votes" = "entries"."wins" + "entries"."losses" AND "entries"."wins" >= 0 AND "entries"."losses" >= 0),
	CONSTRAINT "entries_level" CHECK("entries"."level" IN (0, 1, 2, 4, 8, 16, 32)),
	CONSTRAINT "entries_withdrawn_unjudged" CHECK("entries"."withdrawn_at" IS NULL OR "entries"."votes" = 0),
	CONSTRAINT "entries_reason" CHECK(("entries"."disqualified_at" IS NULL) = ("entries"."disqualified_reason" IS NULL))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `entries_number` ON `entries` (`crucible_id`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `entries_same_media` ON `entries` (`crucible_id`,`media_id`) WHERE "entries"."withdrawn_at" IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `entries_same_pixels` ON `entries` (`crucible_id`,`pixel_hash`) WHERE "entries"."withdrawn_at" IS NULL;--> statement-breakpoint
CREATE INDEX `entries_by_elo` ON `entries` (`crucible_id`,`elo` DESC) WHERE "entries"."withdrawn_at" IS NULL AND "entries"."disqualified_at" IS NULL;--> statement-breakpoint
CREATE INDEX `entries_level_number` ON `entries` (`crucible_id`,`level`,`number`) WHERE "entries"."withdrawn_at" IS NULL AND "entries"."disqualified_at" IS NULL;--> statement-breakpoint
CREATE INDEX `entries_level_votes` ON `entries` (`crucible_id`,`level`,`votes`) WHERE "entries"."withdrawn_at" IS NULL AND "entries"."disqualified_at" IS NULL;--> statement-breakpoint
CREATE INDEX `entries_level_elo` ON `entries` (`crucible_id`,`level`,`elo`) WHERE "entries"."withdrawn_at" IS NULL AND "entries"."disqualified_at" IS NULL;--> statement-breakpoint
CREATE INDEX `entries_level_ucb` ON `entries` (`crucible_id`,`level`,`ucb`) WHERE "entries"."withdrawn_at" IS NULL AND "entries"."disqualified_at" IS NULL;--> statement-breakpoint
CREATE INDEX `entries_entrant` ON `entries` (`entrant_id`,`crucible_id`);--> statement-breakpoint
CREATE INDEX `entries_media` ON `entries` (`media_id`);--> statement-breakpoint
CREATE INDEX `entries_place` ON `entries` (`crucible_id`,`place`) WHERE "entries"."place" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `exposures` (
	`crucible_id` integer NOT NULL,
	`judge_id` integer NOT NULL,
	`entry_id` integer NOT NULL,
	`times` integer NOT NULL,
	PRIMARY KEY(`crucible_id`, `judge_id`, `entry_id`),
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `exposures_times` ON `exposures` (`crucible_id`,`judge_id`,`times`);--> statement-breakpoint
CREATE TABLE `field_counts` (
	`crucible_id` integer NOT NULL,
	`level` integer NOT NULL,
	`entries` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`crucible_id`, `level`),
	FOREIGN KEY (`crucible_id`) REFERENCES `crucibles`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "field_counts_entries" CHECK("field_counts"."entries" >= 0)
) STRICT;
--> statement-breakpoint
CREATE TABLE `pairs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`token` text NOT NULL,
	`crucible_id` integer NOT NULL,
	`judge_id` integer NOT NULL,
	`left_entry` integer NOT NULL,
	`right_entry` integer NOT NULL,
	`low_entry` integer NOT NULL,
	`high_entry` integer NOT NULL,
	`state` text NOT NULL,
	`video` integer DEFAULT false NOT NULL,
	`expected` integer,
	`served_at` integer NOT NULL,
	`shown_at` integer,
	`answered_at` integer,
	FOREIGN KEY (`crucible_id`) REFERENCES `crucibles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`left_entry`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`right_entry`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "pairs_state" CHECK("pairs"."state" IN ('held', 'next', 'current', 'voted', 'skipped', 'dropped')),
	CONSTRAINT "pairs_two" CHECK("pairs"."low_entry" < "pairs"."high_entry"),
	CONSTRAINT "pairs_sides" CHECK(min("pairs"."left_entry", "pairs"."right_entry") = "pairs"."low_entry" AND max("pairs"."left_entry", "pairs"."right_entry") = "pairs"."high_entry")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `pairs_token_unique` ON `pairs` (`token`);--> statement-breakpoint
CREATE UNIQUE INDEX `pairs_once` ON `pairs` (`crucible_id`,`judge_id`,`low_entry`,`high_entry`);--> statement-breakpoint
CREATE UNIQUE INDEX `pairs_on_seat` ON `pairs` (`crucible_id`,`judge_id`,`state`) WHERE "pairs"."state" IN ('current', 'next', 'held');--> statement-breakpoint
CREATE TABLE `reliabilities` (
	`crucible_id` integer NOT NULL,
	`judge_id` integer NOT NULL,
	`weight` real NOT NULL,
	PRIMARY KEY(`crucible_id`, `judge_id`),
	FOREIGN KEY (`crucible_id`) REFERENCES `crucibles`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `seats` (
	`crucible_id` integer NOT NULL,
	`judge_id` integer NOT NULL,
	`votes` integer DEFAULT 0 NOT NULL,
	`pairs` integer DEFAULT 0 NOT NULL,
	`skips_in_row` integer DEFAULT 0 NOT NULL,
	`controls` integer DEFAULT 0 NOT NULL,
	`controls_wrong` integer DEFAULT 0 NOT NULL,
	`session_votes` integer DEFAULT 0 NOT NULL,
	`last_vote_at` integer,
	`last_vote_id` integer,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`crucible_id`, `judge_id`),
	FOREIGN KEY (`crucible_id`) REFERENCES `crucibles`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `seats_votes` ON `seats` (`crucible_id`,`votes`);--> statement-breakpoint
CREATE INDEX `seats_judge` ON `seats` (`judge_id`,`votes`);--> statement-breakpoint
CREATE TABLE `vote_voids` (
	`vote_id` integer PRIMARY KEY NOT NULL,
	`crucible_id` integer NOT NULL,
	`actor_id` integer NOT NULL,
	`reason` text NOT NULL,
	`up_to_vote` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`vote_id`) REFERENCES `votes`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `vote_voids_crucible` ON `vote_voids` (`crucible_id`,`up_to_vote`,`vote_id`);--> statement-breakpoint
CREATE TABLE `votes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`crucible_id` integer NOT NULL,
	`pair_id` integer NOT NULL,
	`take` integer DEFAULT 1 NOT NULL,
	`judge_id` integer NOT NULL,
	`winner_id` integer NOT NULL,
	`loser_id` integer NOT NULL,
	`side` text NOT NULL,
	`weight` real NOT NULL,
	`reasons` text NOT NULL,
	`skips` integer NOT NULL,
	`duration_ms` integer NOT NULL,
	`control` integer NOT NULL,
	`winner_elo` real NOT NULL,
	`winner_info` real NOT NULL,
	`loser_elo` real NOT NULL,
	`loser_info` real NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`crucible_id`) REFERENCES `crucibles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pair_id`) REFERENCES `pairs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`winner_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`loser_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "votes_side" CHECK("votes"."side" IN ('left', 'right')),
	CONSTRAINT "votes_take" CHECK("votes"."take" IN (1, 2)),
	CONSTRAINT "votes_weight" CHECK("votes"."weight" BETWEEN 0 AND 1),
	CONSTRAINT "votes_two" CHECK("votes"."winner_id" <> "votes"."loser_id")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `votes_once` ON `votes` (`pair_id`,`take`);--> statement-breakpoint
CREATE INDEX `votes_crucible` ON `votes` (`crucible_id`,`id`);--> statement-breakpoint
CREATE INDEX `votes_judge` ON `votes` (`judge_id`,`crucible_id`,`id`);--> statement-breakpoint
CREATE INDEX `votes_winner` ON `votes` (`winner_id`);--> statement-breakpoint
CREATE INDEX `votes_loser` ON `votes` (`loser_id`);--> statement-breakpoint
CREATE TABLE `events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`actor_id` integer,
	`data` text NOT NULL,
	`created_at` integer NOT NULL,
	`drained_at` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `events_waiting` ON `events` (`id`) WHERE "events"."drained_at" IS NULL;--> statement-breakpoint
CREATE INDEX `events_subject` ON `events` (`subject`,`id`);--> statement-breakpoint
CREATE TABLE `job_runs` (
	`name` text PRIMARY KEY NOT NULL,
	`started_at` integer NOT NULL,
	`finished_at` integer,
	`error` text,
	`runs` integer DEFAULT 0 NOT NULL,
	`failures` integer DEFAULT 0 NOT NULL,
	`late_ms` integer DEFAULT 0 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `leases` (
	`name` text PRIMARY KEY NOT NULL,
	`holder` text NOT NULL,
	`fence` integer NOT NULL,
	`expires_at` integer NOT NULL,
	CONSTRAINT "leases_fence" CHECK("leases"."fence" > 0)
) STRICT;
--> statement-breakpoint
CREATE TABLE `base_models` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`ecosystem` text DEFAULT '' NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	CONSTRAINT "base_models_kind" CHECK("base_models"."kind" IN ('image', 'video'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `base_models_name_unique` ON `base_models` (`name`);--> statement-breakpoint
CREATE TABLE `generations` (
	`media_id` integer PRIMARY KEY NOT NULL,
	`generator` text,
	`normal` text,
	`raw` text NOT NULL,
	`base_model_id` integer,
	`read_at` integer NOT NULL,
	FOREIGN KEY (`media_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`base_model_id`) REFERENCES `base_models`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `generations_base_model` ON `generations` (`base_model_id`);--> statement-breakpoint
CREATE TABLE `media` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`owner_id` integer NOT NULL,
	`kind` text NOT NULL,
	`file_hash` text NOT NULL,
	`pixel_hash` text NOT NULL,
	`key` text NOT NULL,
	`type` text NOT NULL,
	`bytes` integer NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`duration_ms` integer,
	`has_poster` integer DEFAULT true NOT NULL,
	`thumbhash` blob,
	`level` integer DEFAULT 0 NOT NULL,
	`stated_level` integer DEFAULT 0 NOT NULL,
	`alt` text DEFAULT '' NOT NULL,
	`file_name` text DEFAULT '' NOT NULL,
	`hide_prompt` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`deleted_at` integer,
	CONSTRAINT "media_kind" CHECK("media"."kind" IN ('image', 'video')),
	CONSTRAINT "media_level" CHECK("media"."level" IN (0, 1, 2, 4, 8, 16, 32)),
	CONSTRAINT "media_stated_level" CHECK("media"."stated_level" IN (0, 1, 2, 4, 8, 16, 32)),
	CONSTRAINT "media_size" CHECK("media"."width" > 0 AND "media"."height" > 0 AND "media"."bytes" > 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `media_same_pixels` ON `media` (`owner_id`,`pixel_hash`) WHERE "media"."deleted_at" IS NULL;--> statement-breakpoint
CREATE INDEX `media_owner` ON `media` (`owner_id`,`id`);--> statement-breakpoint
CREATE INDEX `media_key` ON `media` (`key`);--> statement-breakpoint
CREATE INDEX `media_file` ON `media` (`file_hash`);--> statement-breakpoint
CREATE TABLE `media_resources` (
	`media_id` integer NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`name` text DEFAULT '' NOT NULL,
	`weight` real,
	`version_id` integer,
	`base_model_id` integer,
	`strength` text NOT NULL,
	PRIMARY KEY(`media_id`, `position`),
	FOREIGN KEY (`media_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`version_id`) REFERENCES `model_versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`base_model_id`) REFERENCES `base_models`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "media_resources_kind" CHECK("media_resources"."kind" IN ('checkpoint', 'lora', 'vae', 'embedding', 'controlnet', 'upscaler', 'other')),
	CONSTRAINT "media_resources_strength" CHECK("media_resources"."strength" IN ('exact', 'hash', 'name', 'hint', 'none'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `media_resources_version` ON `media_resources` (`version_id`);--> statement-breakpoint
CREATE TABLE `model_files` (
	`name` text NOT NULL,
	`version_id` integer NOT NULL,
	PRIMARY KEY(`name`, `version_id`),
	FOREIGN KEY (`version_id`) REFERENCES `model_versions`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `model_files_version` ON `model_files` (`version_id`);--> statement-breakpoint
CREATE TABLE `model_hashes` (
	`type` text NOT NULL,
	`hash` text NOT NULL,
	`version_id` integer NOT NULL,
	PRIMARY KEY(`type`, `hash`, `version_id`),
	FOREIGN KEY (`version_id`) REFERENCES `model_versions`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "model_hashes_type" CHECK("model_hashes"."type" IN ('autov1', 'autov2', 'autov3', 'sha256', 'blake3'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `model_hashes_version` ON `model_hashes` (`version_id`);--> statement-breakpoint
CREATE TABLE `model_versions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`model_id` integer NOT NULL,
	`name` text DEFAULT '' NOT NULL,
	`base_model_id` integer,
	`public_id` integer,
	`seen` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`model_id`) REFERENCES `models`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`base_model_id`) REFERENCES `base_models`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `model_versions_model` ON `model_versions` (`model_id`);--> statement-breakpoint
CREATE INDEX `model_versions_base` ON `model_versions` (`base_model_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `model_versions_public` ON `model_versions` (`public_id`) WHERE "model_versions"."public_id" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `models` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`named` integer DEFAULT false NOT NULL,
	`merged_into` integer,
	`created_at` integer NOT NULL,
	CONSTRAINT "models_kind" CHECK("models"."kind" IN ('checkpoint', 'lora', 'vae', 'embedding', 'controlnet', 'upscaler', 'other'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `models_name` ON `models` (`name`);--> statement-breakpoint
CREATE TABLE `audit_log` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`actor_id` integer NOT NULL,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`reason` text NOT NULL,
	`data` text NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `audit_log_subject` ON `audit_log` (`subject`,`id`);--> statement-breakpoint
CREATE TABLE `reports` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`reporter_id` integer NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` integer NOT NULL,
	`reason` text NOT NULL,
	`created_at` integer NOT NULL,
	`resolved_at` integer,
	`resolved_by` integer,
	`resolution` text,
	CONSTRAINT "reports_subject_kind" CHECK("reports"."subject_kind" IN ('media', 'comment', 'crucible', 'user'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `reports_once` ON `reports` (`reporter_id`,`subject_kind`,`subject_id`) WHERE "reports"."resolved_at" IS NULL;--> statement-breakpoint
CREATE INDEX `reports_open` ON `reports` (`id`) WHERE "reports"."resolved_at" IS NULL;--> statement-breakpoint
CREATE TABLE `notifications` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` integer NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`data` text NOT NULL,
	`times` integer DEFAULT 1 NOT NULL,
	`read_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `notifications_subject` ON `notifications` (`user_id`,`kind`,`subject`);--> statement-breakpoint
CREATE INDEX `notifications_recent` ON `notifications` (`user_id`,`updated_at`);--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`owner_id` integer DEFAULT 0 NOT NULL,
	`balance` integer DEFAULT 0 NOT NULL,
	`last_transfer_id` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT "accounts_id" CHECK("accounts"."id" > 0),
	CONSTRAINT "accounts_kind" CHECK("accounts"."kind" IN ('mint', 'house', 'user', 'escrow')),
	CONSTRAINT "accounts_not_overdrawn" CHECK("accounts"."kind" = 'mint' OR "accounts"."balance" >= 0),
	CONSTRAINT "accounts_single" CHECK(("accounts"."kind" IN ('mint', 'house')) = ("accounts"."owner_id" = 0))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_owner` ON `accounts` (`kind`,`owner_id`);--> statement-breakpoint
CREATE TABLE `transfers` (
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
	FOREIGN KEY (`debit_account`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`credit_account`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "transfers_kind" CHECK("transfers"."kind" IN ('grant', 'daily', 'setup-fee', 'entry-fee', 'prize', 'refund', 'remainder', 'adjustment')),
	CONSTRAINT "transfers_amount" CHECK("transfers"."amount" BETWEEN 1 AND 1000000000000),
	CONSTRAINT "transfers_two_accounts" CHECK("transfers"."debit_account" <> "transfers"."credit_account"),
	CONSTRAINT "transfers_key" CHECK(length("transfers"."idempotency_key") BETWEEN 3 AND 200),
	CONSTRAINT "transfers_refund" CHECK(("transfers"."kind" = 'refund') = ("transfers"."refund_of" IS NOT NULL))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `transfers_idempotencyKey_unique` ON `transfers` (`idempotency_key`);--> statement-breakpoint
CREATE INDEX `transfers_debit` ON `transfers` (`debit_account`,`id`);--> statement-breakpoint
CREATE INDEX `transfers_credit` ON `transfers` (`credit_account`,`id`);--> statement-breakpoint
CREATE INDEX `transfers_subject` ON `transfers` (`subject`);--> statement-breakpoint
CREATE UNIQUE INDEX `transfers_refund_once` ON `transfers` (`refund_of`) WHERE "transfers"."refund_of" IS NOT NULL;