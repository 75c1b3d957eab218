import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { id, instant } from "./columns";

/** What happened, written in the transaction in which it happened. A job drains them. */
export const events = sqliteTable(
  "events",
  {
    id: id(),
    kind: text().notNull(),
    subject: text().notNull(),
    actorId: integer(),
    data: text({ mode: "json" }).$type<Record<string, unknown>>().notNull(),
    createdAt: instant().notNull(),
    drainedAt: instant(),
  },
  (t) => [
    index("events_waiting")
      .on(t.id)
      .where(sql`${t.drainedAt} IS NULL`),
    index("events_subject").on(t.subject, t.id),
  ],
);
