ALTER TABLE `entries` ADD `key` text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE `entries` ADD `seat_key` text DEFAULT '' NOT NULL;
--> statement-breakpoint
UPDATE `entries` SET `key` = lower(hex(randomblob(16))), `seat_key` = lower(hex(randomblob(16)));
--> statement-breakpoint
CREATE UNIQUE INDEX `entries_key` ON `entries` (`key`) WHERE "entries"."key" <> '';
--> statement-breakpoint
CREATE UNIQUE INDEX `entries_seat_key` ON `entries` (`seat_key`) WHERE "entries"."seat_key" <> '';
--> statement-breakpoint
ALTER TABLE `media` ADD `published_at` integer;
--> statement-breakpoint
CREATE TRIGGER `entries_keys` AFTER INSERT ON `entries` WHEN new.`key` = '' BEGIN
  UPDATE `entries` SET `key` = lower(hex(randomblob(16))), `seat_key` = lower(hex(randomblob(16))) WHERE `id` = new.`id`;
END;
