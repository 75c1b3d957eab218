import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { id, instant } from "./columns";

/** One row per person, kind and subject: updated rather than repeated. */
export const notifications = sqliteTable(
  "notifications",
  {
    id: id(),
    userId: integer().notNull(),
    kind: text().notNull(),
    subject: text().notNull(),
    data: text({ mode: "json" }).$type<Record<string, unknown>>().notNull(),
    times: integer().notNull().default(1),
    readAt: instant(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex("notifications_subject").on(t.userId, t.kind, t.subject),
    index("notifications_recent").on(t.userId, t.updatedAt),
  ],
);
