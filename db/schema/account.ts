import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { flag, id, instant, oneOf } from "./columns";
import { identityProviders, emailPurposes, memberships, roles, themes } from "./values";

export const users = sqliteTable(
  "users",
  {
    id: id(),
    username: text().notNull(),
    email: text(),
    passwordHash: text(),
    role: text({ enum: roles }).notNull().default("user"),
    membership: text({ enum: memberships }).notNull().default("free"),
    score: integer().notNull().default(0),
    browsingLevels: integer().notNull().default(3),
    adultConfirmedAt: instant(),
    theme: text({ enum: themes }).notNull().default("system"),
    judgingKeys: flag().notNull().default(true),
    emailVerifiedAt: instant(),
    bannedAt: instant(),
    banReason: text(),
    deletedAt: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex("users_username").on(sql`${t.username} COLLATE NOCASE`),
    uniqueIndex("users_email")
      .on(sql`${t.email} COLLATE NOCASE`)
      .where(sql`${t.email} IS NOT NULL`),
    index("users_score").on(t.score),
    oneOf("users_role", t.role, roles),
    oneOf("users_membership", t.membership, memberships),
    oneOf("users_theme", t.theme, themes),
    check("users_levels", sql`${t.browsingLevels} BETWEEN 1 AND 31`),
    check("users_adult", sql`${t.browsingLevels} < 4 OR ${t.adultConfirmedAt} IS NOT NULL`),
  ],
);

export const sessions = sqliteTable(
  "sessions",
  {
    id: id(),
    tokenHash: text().notNull().unique(),
    userId: integer()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    userAgent: text().notNull().default(""),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [index("sessions_user").on(t.userId), index("sessions_expiry").on(t.expiresAt)],
);

export const identities = sqliteTable(
  "identities",
  {
    provider: text({ enum: identityProviders }).notNull(),
    providerId: text().notNull(),
    userId: integer()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.provider, t.providerId] }), index("identities_user").on(t.userId)],
);

/** A one-time link sent by mail. */
export const emailLinks = sqliteTable(
  "letters",
  {
    tokenHash: text().primaryKey(),
    userId: integer()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    purpose: text({ enum: emailPurposes }).notNull(),
    email: text().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  (t) => [index("letters_user").on(t.userId), oneOf("letters_purpose", t.purpose, emailPurposes)],
);
