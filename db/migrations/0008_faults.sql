ALTER TABLE `pairs` ADD `unseen` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
-- One mailbox is one person: without what follows a plus, and without the dots that Gmail ignores.
ALTER TABLE `users` ADD `mailbox` text GENERATED ALWAYS AS (
  CASE WHEN lower(substr(email, instr(email, '@') + 1)) IN ('gmail.com', 'googlemail.com')
  THEN replace(lower(substr(email, 1, CASE WHEN instr(email, '+') BETWEEN 2 AND instr(email, '@') - 1 THEN instr(email, '+') - 1 ELSE instr(email, '@') - 1 END)), '.', '') || '@gmail.com'
  ELSE lower(substr(email, 1, CASE WHEN instr(email, '+') BETWEEN 2 AND instr(email, '@') - 1 THEN instr(email, '+') - 1 ELSE instr(email, '@') - 1 END)) || '@' || lower(substr(email, instr(email, '@') + 1))
  END) VIRTUAL;
--> statement-breakpoint
CREATE INDEX `users_mailbox` ON `users` (`mailbox`);
--> statement-breakpoint
-- By which rules a crucible is settled, as its log says; those opened before keep the first.
ALTER TABLE `crucibles` ADD `rules` integer DEFAULT 1 NOT NULL;
--> statement-breakpoint
CREATE TABLE `partisans` (
	`crucible_id` integer NOT NULL,
	`entry_id` integer NOT NULL,
	`judge_id` integer NOT NULL,
	`chance` real NOT NULL,
	`wins` integer NOT NULL,
	`losses` integer NOT NULL,
	`proof` real NOT NULL,
	PRIMARY KEY(`crucible_id`, `entry_id`, `judge_id`),
	FOREIGN KEY (`crucible_id`) REFERENCES `crucibles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
