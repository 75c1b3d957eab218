import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { users } from "./account";
import { instant } from "./columns";

/** Answers to requests that moved Buzz, under the key that the client gave them: sent again, they get the same answer. */
export const idempotencyKeys = sqliteTable(
  "idempotency_keys",
  {
    userId: integer()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    key: text().notNull(),
    /** A hash of what was asked, so that a key used for something else is noticed. */
    fingerprint: text().notNull(),
    status: integer().notNull(),
    body: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.key] }),
    index("idempotency_keys_age").on(t.createdAt),
    check("idempotency_keys_key", sql`length(${t.key}) BETWEEN 1 AND 255`),
  ],
);
