CREATE TABLE `crucible_reminders` (
	`crucible_id` integer NOT NULL,
	`user_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`crucible_id`, `user_id`),
	FOREIGN KEY (`crucible_id`) REFERENCES `crucibles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `crucible_reminders_user` ON `crucible_reminders` (`user_id`);
