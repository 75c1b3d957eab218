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
