import { integer, sqliteView, text } from "drizzle-orm/sqlite-core";
import { statuses } from "./values";

// Read models over all kinds. Their arms are in db/views, a file a kind.

/** Where media are in use: entries that were not withdrawn, and covers. */
export const mediaUses = sqliteView("media_uses", {
  mediaId: integer("media_id").notNull(),
  /** As what. */
  use: text("use", { enum: ["entry", "cover"] }).notNull(),
  kind: text("kind").notNull(),
  subjectId: integer("subject_id").notNull(),
  /** The name of the thing that uses it. */
  name: text("name").notNull(),
  /** The content rating under which it was entered; null for a cover. */
  level: integer("level"),
  /** Whether the thing that uses it is over. */
  over: integer("over", { mode: "boolean" }).notNull(),
}).existing();

/** What is on now or soon, and what moderators featured. */
export const onNow = sqliteView("on_now", {
  kind: text("kind").notNull(),
  id: integer("id").notNull(),
  name: text("name").notNull(),
  status: text("status", { enum: statuses }).notNull(),
  startsAt: integer("starts_at", { mode: "timestamp_ms" }).notNull(),
  entriesCloseAt: integer("entries_close_at", { mode: "timestamp_ms" }).notNull(),
  endsAt: integer("ends_at", { mode: "timestamp_ms" }).notNull(),
  entryCount: integer("entry_count").notNull(),
  voteCount: integer("vote_count").notNull(),
  featuredAt: integer("featured_at", { mode: "timestamp_ms" }),
}).existing();

/** How the entries of things that are over were placed. */
export const results = sqliteView("results", {
  kind: text("kind").notNull(),
  subjectId: integer("subject_id").notNull(),
  personId: integer("person_id").notNull(),
  place: integer("place"),
  /** Whole Buzz. */
  prize: integer("prize"),
  /** Whether the place was one of those that are paid. */
  paid: integer("paid", { mode: "boolean" }).notNull(),
}).existing();
