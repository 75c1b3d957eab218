ALTER TABLE `pairs` ADD `skips` integer DEFAULT 0 NOT NULL;
