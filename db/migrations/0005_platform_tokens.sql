CREATE TABLE `idempotency_keys` (
	`user_id` integer NOT NULL,
	`key` text NOT NULL,
	`fingerprint` text NOT NULL,
	`status` integer NOT NULL,
	`body` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `key`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "idempotency_keys_key" CHECK(length("idempotency_keys"."key") BETWEEN 1 AND 255)
) STRICT;
--> statement-breakpoint
CREATE INDEX `idempotency_keys_age` ON `idempotency_keys` (`created_at`);--> statement-breakpoint
CREATE TABLE `device_codes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`device_hash` text NOT NULL,
	`user_code` text NOT NULL,
	`client` text NOT NULL,
	`scopes` text NOT NULL,
	`network` text NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`user_id` integer,
	`interval_seconds` integer DEFAULT 5 NOT NULL,
	`polled_at` integer,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "device_codes_state" CHECK("device_codes"."state" IN ('waiting', 'approved', 'denied')),
	CONSTRAINT "device_codes_approved_by" CHECK(("device_codes"."state" = 'approved') <= ("device_codes"."user_id" IS NOT NULL))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `device_codes_deviceHash_unique` ON `device_codes` (`device_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `device_codes_userCode_unique` ON `device_codes` (`user_code`);--> statement-breakpoint
CREATE INDEX `device_codes_expiry` ON `device_codes` (`expires_at`);--> statement-breakpoint
CREATE TABLE `personal_tokens` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` integer NOT NULL,
	`name` text NOT NULL,
	`scopes` text NOT NULL,
	`token_hash` text NOT NULL,
	`last_six` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`last_used_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "personal_tokens_name" CHECK(length("personal_tokens"."name") BETWEEN 1 AND 60),
	CONSTRAINT "personal_tokens_scopes" CHECK(json_valid("personal_tokens"."scopes")),
	CONSTRAINT "personal_tokens_expires_later" CHECK("personal_tokens"."expires_at" > "personal_tokens"."created_at")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `personal_tokens_tokenHash_unique` ON `personal_tokens` (`token_hash`);--> statement-breakpoint
CREATE INDEX `personal_tokens_user` ON `personal_tokens` (`user_id`);--> statement-breakpoint
CREATE INDEX `personal_tokens_expiry` ON `personal_tokens` (`expires_at`);--> statement-breakpoint
CREATE TABLE `token_families` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` integer NOT NULL,
	`client` text NOT NULL,
	`scopes` text NOT NULL,
	`tag` text NOT NULL,
	`nonce` text NOT NULL,
	`access_hash` text NOT NULL,
	`access_expires_at` integer NOT NULL,
	`refresh_hash` text NOT NULL,
	`previous_hash` text,
	`rotated_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "token_families_scopes" CHECK(json_valid("token_families"."scopes"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `token_families_tag_unique` ON `token_families` (`tag`);--> statement-breakpoint
CREATE UNIQUE INDEX `token_families_accessHash_unique` ON `token_families` (`access_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `token_families_refreshHash_unique` ON `token_families` (`refresh_hash`);--> statement-breakpoint
CREATE INDEX `token_families_user` ON `token_families` (`user_id`);