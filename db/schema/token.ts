import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { users } from "./account";
import { id, instant, oneOf } from "./columns";
import { deviceCodeStates } from "./values";

/** A token that a person made for a program of theirs. Of the token itself only a hash and the last six characters are kept. */
export const personalTokens = sqliteTable(
  "personal_tokens",
  {
    id: id(),
    userId: integer()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    name: text().notNull(),
    scopes: text({ mode: "json" }).$type<string[]>().notNull(),
    tokenHash: text().notNull().unique(),
    lastSix: text().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    lastUsedAt: instant(),
  },
  (t) => [
    index("personal_tokens_user").on(t.userId),
    index("personal_tokens_expiry").on(t.expiresAt),
    check("personal_tokens_name", sql`length(${t.name}) BETWEEN 1 AND 60`),
    check("personal_tokens_scopes", sql`json_valid(${t.scopes})`),
    check("personal_tokens_expires_later", sql`${t.expiresAt} > ${t.createdAt}`),
  ],
);

/** A program that was let in by a device code: one row for all the tokens it gets, one after the other. */
export const tokenFamilies = sqliteTable(
  "token_families",
  {
    id: id(),
    userId: integer()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    client: text().notNull(),
    scopes: text({ mode: "json" }).$type<string[]>().notNull(),
    /** What every refresh token of the family begins with, so that an old one is known for what it is. */
    tag: text().notNull().unique(),
    /** The key that makes the next pair of tokens from the present one. */
    nonce: text().notNull(),
    accessHash: text().notNull().unique(),
    accessExpiresAt: instant().notNull(),
    refreshHash: text().notNull().unique(),
    previousHash: text(),
    rotatedAt: instant().notNull(),
    createdAt: instant().notNull(),
    lastUsedAt: instant(),
  },
  (t) => [index("token_families_user").on(t.userId), check("token_families_scopes", sql`json_valid(${t.scopes})`)],
);

/** A device's request to be let in (RFC 8628), until it has been answered and fetched or has expired. */
export const deviceCodes = sqliteTable(
  "device_codes",
  {
    id: id(),
    deviceHash: text().notNull().unique(),
    userCode: text().notNull().unique(),
    client: text().notNull(),
    scopes: text({ mode: "json" }).$type<string[]>().notNull(),
    /** The network that the device asked from. */
    network: text().notNull(),
    state: text({ enum: deviceCodeStates }).notNull().default("waiting"),
    userId: integer().references(() => users.id, { onDelete: "cascade" }),
    intervalSeconds: integer().notNull().default(5),
    polledAt: instant(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [
    index("device_codes_expiry").on(t.expiresAt),
    oneOf("device_codes_state", t.state, deviceCodeStates),
    check("device_codes_approved_by", sql`(${t.state} = 'approved') <= (${t.userId} IS NOT NULL)`),
  ],
);
