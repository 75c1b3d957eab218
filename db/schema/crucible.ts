import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { users } from "./account";
import { id, instant, oneOf } from "./columns";
import { baseModels, media, modelVersions } from "./media";
import { accounts, transfers } from "./wallet";
import { judgeRules, outcomes, resourceRules, statuses } from "./values";

export const crucibles = sqliteTable(
  "crucibles",
  {
    id: id(),
    creatorId: integer().notNull(),
    /** Given with the form that opened it, so that a form sent twice opens one. */
    requestKey: text().notNull().unique(),
    status: text({ enum: statuses }).notNull(),
    name: text().notNull(),
    description: text().notNull().default(""),
    coverMediaId: integer().references(() => media.id),
    durationHours: integer().notNull(),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    entriesCloseAt: instant().notNull(),
    entryFee: integer().notNull(),
    setupFee: integer().notNull(),
    setupTransferId: integer().references(() => transfers.id),
    entriesPerPerson: integer().notNull(),
    entriesCap: integer(),
    levels: integer().notNull(),
    /** Bits: 1 images, 2 videos. */
    mediaKinds: integer().notNull(),
    minSide: integer().notNull().default(0),
    resourceRule: text({ enum: resourceRules }).notNull().default("any"),
    /** Whole percents, best place first. */
    prizes: text({ mode: "json" }).$type<number[]>().notNull(),
    judgeRule: text({ enum: judgeRules }).notNull().default("anyone"),
    judgeMinScore: integer().notNull().default(0),
    /** Entries ever numbered; the next one gets the number after it. */
    lastNumber: integer().notNull().default(0),
    entryCount: integer().notNull().default(0),
    entrantCount: integer().notNull().default(0),
    voteCount: integer().notNull().default(0),
    judgeCount: integer().notNull().default(0),
    leftWins: integer().notNull().default(0),
    /** The account that holds its pool. Null only inside the verb that opens it; a trigger keeps it from then on. */
    escrowId: integer().references(() => accounts.id),
    /** The escrow's balance when it was paid out. */
    paidPool: integer(),
    outcome: text({ enum: outcomes }),
    logHead: text(),
    /** Keys the judges' pseudonyms in the public log. */
    logSalt: text().notNull(),
    featuredAt: instant(),
    /** By which rules it is settled: `version` of its log. */
    rules: integer().notNull().default(1),
    cancelReason: text(),
    createdAt: instant().notNull(),
    finishedAt: instant(),
  },
  (t) => [
    index("crucibles_status_start").on(t.status, t.startsAt),
    index("crucibles_status_end").on(t.status, t.endsAt),
    index("crucibles_creator").on(t.creatorId, t.id),
    index("crucibles_cover")
      .on(t.coverMediaId)
      .where(sql`${t.coverMediaId} IS NOT NULL`),
    index("crucibles_featured")
      .on(t.featuredAt)
      .where(sql`${t.featuredAt} IS NOT NULL`),
    oneOf("crucibles_status", t.status, statuses),
    oneOf("crucibles_outcome", t.outcome, outcomes),
    oneOf("crucibles_resource_rule", t.resourceRule, resourceRules),
    oneOf("crucibles_judge_rule", t.judgeRule, judgeRules),
    check("crucibles_name", sql`length(${t.name}) BETWEEN 3 AND 100`),
    check("crucibles_description", sql`length(${t.description}) <= 2000`),
    check("crucibles_times", sql`${t.startsAt} < ${t.entriesCloseAt} AND ${t.entriesCloseAt} <= ${t.endsAt}`),
    check("crucibles_duration", sql`${t.durationHours} IN (8, 24, 72, 168)`),
    check("crucibles_fee", sql`${t.entryFee} BETWEEN 0 AND 10000 AND ${t.setupFee} >= 0`),
    check("crucibles_per_person", sql`${t.entriesPerPerson} IN (1, 2, 3, 5, 10, 25, 100)`),
    check(
      "crucibles_cap",
      sql`${t.entriesCap} IS NULL OR (${t.entriesCap} >= 2 AND ${t.entryCount} <= ${t.entriesCap})`,
    ),
    check("crucibles_levels", sql`${t.levels} BETWEEN 1 AND 31`),
    check("crucibles_media_kinds", sql`${t.mediaKinds} BETWEEN 1 AND 3`),
    check("crucibles_min_side", sql`${t.minSide} BETWEEN 0 AND 8192`),
    check("crucibles_outcome_when_completed", sql`(${t.status} = 'completed') = (${t.outcome} IS NOT NULL)`),
    check("crucibles_reason_when_cancelled", sql`(${t.status} = 'cancelled') = (${t.cancelReason} IS NOT NULL)`),
  ],
);

export const crucibleBaseModels = sqliteTable(
  "crucible_base_models",
  {
    crucibleId: integer()
      .notNull()
      .references(() => crucibles.id, { onDelete: "cascade" }),
    baseModelId: integer()
      .notNull()
      .references(() => baseModels.id),
  },
  (t) => [
    primaryKey({ columns: [t.crucibleId, t.baseModelId] }),
    index("crucible_base_models_model").on(t.baseModelId),
  ],
);

export const crucibleResources = sqliteTable(
  "crucible_resources",
  {
    crucibleId: integer()
      .notNull()
      .references(() => crucibles.id, { onDelete: "cascade" }),
    versionId: integer()
      .notNull()
      .references(() => modelVersions.id),
  },
  (t) => [primaryKey({ columns: [t.crucibleId, t.versionId] }), index("crucible_resources_version").on(t.versionId)],
);

/** Who asked to be told when a crucible opens. The rows go when it does. */
export const reminders = sqliteTable(
  "crucible_reminders",
  {
    crucibleId: integer()
      .notNull()
      .references(() => crucibles.id, { onDelete: "cascade" }),
    userId: integer()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.crucibleId, t.userId] }), index("crucible_reminders_user").on(t.userId)],
);

/** Entries of each level that can be judged, kept by triggers, so that no page counts them one by one. */
export const entryCountsByLevel = sqliteTable(
  "field_counts",
  {
    crucibleId: integer()
      .notNull()
      .references(() => crucibles.id, { onDelete: "cascade" }),
    level: integer().notNull(),
    entries: integer().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.crucibleId, t.level] }), check("field_counts_entries", sql`${t.entries} >= 0`)],
);
