import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { instant } from "./columns";

/** One unfinished thing per person and kind, as typed. It survives reload, sign-in and another device. */
export const drafts = sqliteTable(
  "drafts",
  {
    userId: integer().notNull(),
    /** What it is to become: `crucible`. */
    kind: text().notNull(),
    data: text({ mode: "json" }).$type<Record<string, unknown>>().notNull(),
    updatedAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.kind] }), index("drafts_expiry").on(t.expiresAt)],
);
