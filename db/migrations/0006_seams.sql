-- What can be commented on and reported is a row, no longer a CHECK: a new kind is an INSERT in its own migration.
CREATE TABLE `subject_kinds` (
	`kind` text PRIMARY KEY NOT NULL,
	`commentable` integer NOT NULL,
	`reportable` integer NOT NULL
) STRICT;
--> statement-breakpoint
INSERT INTO subject_kinds (kind, commentable, reportable) VALUES
  ('user', 0, 1), ('media', 1, 1), ('crucible', 1, 1), ('entry', 0, 0), ('comment', 0, 1), ('report', 0, 0), ('account', 0, 0);
--> statement-breakpoint
CREATE TABLE `__new_comments` (
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
	CONSTRAINT "comments_body" CHECK(length("body") BETWEEN 1 AND 1000)
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_comments` (id, author_id, subject_kind, subject_id, body, reaction_count, created_at, edited_at, deleted_at, deleted_by)
  SELECT id, author_id, subject_kind, subject_id, body, reaction_count, created_at, edited_at, deleted_at, deleted_by FROM `comments`;
--> statement-breakpoint
-- Numbers that were given are never given again.
DELETE FROM sqlite_sequence WHERE name = '__new_comments';
--> statement-breakpoint
INSERT INTO sqlite_sequence (name, seq) SELECT '__new_comments', seq FROM sqlite_sequence WHERE name = 'comments';
--> statement-breakpoint
DROP TABLE `comments`;
--> statement-breakpoint
ALTER TABLE `__new_comments` RENAME TO `comments`;
--> statement-breakpoint
CREATE INDEX `comments_subject` ON `comments` (`subject_kind`,`subject_id`,`id`) WHERE "comments"."deleted_at" IS NULL;
--> statement-breakpoint
CREATE INDEX `comments_author` ON `comments` (`author_id`,`id`);
--> statement-breakpoint
CREATE TRIGGER comments_subject_kind BEFORE INSERT ON comments
WHEN NOT EXISTS (SELECT 1 FROM subject_kinds WHERE kind = NEW.subject_kind AND commentable)
BEGIN SELECT RAISE(ABORT, 'comments: nothing of this kind can be commented on'); END;
--> statement-breakpoint
CREATE TRIGGER comments_subject_fixed BEFORE UPDATE OF subject_kind, subject_id ON comments
BEGIN SELECT RAISE(ABORT, 'comments: a comment stays where it was written'); END;
--> statement-breakpoint
CREATE TABLE `__new_reports` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`reporter_id` integer NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` integer NOT NULL,
	`reason` text NOT NULL,
	`created_at` integer NOT NULL,
	`resolved_at` integer,
	`resolved_by` integer,
	`resolution` text
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_reports` (id, reporter_id, subject_kind, subject_id, reason, created_at, resolved_at, resolved_by, resolution)
  SELECT id, reporter_id, subject_kind, subject_id, reason, created_at, resolved_at, resolved_by, resolution FROM `reports`;
--> statement-breakpoint
DELETE FROM sqlite_sequence WHERE name = '__new_reports';
--> statement-breakpoint
INSERT INTO sqlite_sequence (name, seq) SELECT '__new_reports', seq FROM sqlite_sequence WHERE name = 'reports';
--> statement-breakpoint
DROP TABLE `reports`;
--> statement-breakpoint
ALTER TABLE `__new_reports` RENAME TO `reports`;
--> statement-breakpoint
CREATE UNIQUE INDEX `reports_once` ON `reports` (`reporter_id`,`subject_kind`,`subject_id`) WHERE "reports"."resolved_at" IS NULL;
--> statement-breakpoint
CREATE INDEX `reports_open` ON `reports` (`id`) WHERE "reports"."resolved_at" IS NULL;
--> statement-breakpoint
CREATE TRIGGER reports_subject_kind BEFORE INSERT ON reports
WHEN NOT EXISTS (SELECT 1 FROM subject_kinds WHERE kind = NEW.subject_kind AND reportable)
BEGIN SELECT RAISE(ABORT, 'reports: nothing of this kind can be reported'); END;
--> statement-breakpoint
CREATE TRIGGER reports_subject_fixed BEFORE UPDATE OF subject_kind, subject_id ON reports
BEGIN SELECT RAISE(ABORT, 'reports: a report stays about what it was about'); END;
--> statement-breakpoint
-- Where a media item is in use is asked for each one.
CREATE INDEX `crucibles_cover` ON `crucibles` (`cover_media_id`) WHERE "crucibles"."cover_media_id" IS NOT NULL;
--> statement-breakpoint
-- One draft for each person and kind of thing.
CREATE TABLE `drafts` (
	`user_id` integer NOT NULL,
	`kind` text NOT NULL,
	`data` text NOT NULL,
	`updated_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `kind`)
) STRICT;
--> statement-breakpoint
INSERT INTO drafts (user_id, kind, data, updated_at, expires_at)
  SELECT user_id, 'crucible', data, updated_at, expires_at FROM crucible_drafts;
--> statement-breakpoint
DROP TABLE crucible_drafts;
--> statement-breakpoint
CREATE INDEX `drafts_expiry` ON `drafts` (`expires_at`);
--> statement-breakpoint
-- Words to search by, of things of any kind. Each kind's own triggers keep its rows; the index follows them.
CREATE TABLE `search_documents` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`subject_id` integer NOT NULL,
	`name` text NOT NULL,
	`words` text DEFAULT '' NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `search_documents_subject` ON `search_documents` (`kind`,`subject_id`);
--> statement-breakpoint
CREATE VIRTUAL TABLE search_index USING fts5 (name, words, content = 'search_documents', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');
--> statement-breakpoint
CREATE TRIGGER search_documents_insert AFTER INSERT ON search_documents
BEGIN INSERT INTO search_index (rowid, name, words) VALUES (NEW.id, NEW.name, NEW.words); END;
--> statement-breakpoint
CREATE TRIGGER search_documents_update AFTER UPDATE ON search_documents
BEGIN
  INSERT INTO search_index (search_index, rowid, name, words) VALUES ('delete', OLD.id, OLD.name, OLD.words);
  INSERT INTO search_index (rowid, name, words) VALUES (NEW.id, NEW.name, NEW.words);
END;
--> statement-breakpoint
CREATE TRIGGER search_documents_delete AFTER DELETE ON search_documents
BEGIN INSERT INTO search_index (search_index, rowid, name, words) VALUES ('delete', OLD.id, OLD.name, OLD.words); END;
--> statement-breakpoint
DROP TRIGGER crucible_search_insert;
--> statement-breakpoint
DROP TRIGGER crucible_search_update;
--> statement-breakpoint
DROP TABLE crucible_search;
--> statement-breakpoint
INSERT INTO search_documents (kind, subject_id, name, words) SELECT 'crucible', id, name, description FROM crucibles ORDER BY id;
--> statement-breakpoint
CREATE TRIGGER crucibles_search_insert AFTER INSERT ON crucibles
BEGIN INSERT INTO search_documents (kind, subject_id, name, words) VALUES ('crucible', NEW.id, NEW.name, NEW.description); END;
--> statement-breakpoint
CREATE TRIGGER crucibles_search_update AFTER UPDATE OF name, description ON crucibles
BEGIN
  UPDATE search_documents SET name = NEW.name, words = NEW.description WHERE kind = 'crucible' AND subject_id = NEW.id;
END;
