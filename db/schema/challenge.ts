import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { users } from "./account";
import { flag, id, instant, oneOf } from "./columns";
import { media, modelVersions } from "./media";
import { challengeOutcomes, challengeSources, challengeStatuses, judgeKinds, modelRules } from "./values";
import { accounts } from "./wallet";

export const challenges = sqliteTable(
  "challenges",
  {
    id: id(),
    source: text({ enum: challengeSources }).notNull(),
    /** Who opened it; null for the site itself. */
    creatorId: integer(),
    /** Given with the form that opened it, so that a form sent twice opens one. */
    requestKey: text().notNull().unique(),
    status: text({ enum: challengeStatuses }).notNull(),
    title: text().notNull(),
    theme: text().notNull(),
    invitation: text().notNull(),
    description: text().notNull().default(""),
    coverMediaId: integer().references(() => media.id),
    durationHours: integer().notNull(),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    visibleFrom: instant().notNull(),
    entriesPerPerson: integer().notNull(),
    entriesCap: integer().notNull(),
    /** The content ratings that entries may have. */
    levels: integer().notNull(),
    /** Its own content rating, by which lists show it. */
    level: integer().notNull(),
    /** Whether a moderator set `level`; it holds until the text changes. */
    leveled: flag().notNull().default(false),
    madeForThis: flag().notNull().default(false),
    modelRule: text({ enum: modelRules }).notNull().default("any"),
    prompt: text().notNull().default(""),
    /** Reviews paid for. */
    reviewsPaid: integer().notNull(),
    /** Reviews that are done or on their way. */
    reviewsTaken: integer().notNull().default(0),
    judgedBy: text({ enum: judgeKinds }).notNull(),
    careful: flag().notNull().default(false),
    /** Whole Buzz for one look; 0 where people judge. */
    lookPrice: integer().notNull(),
    looksPaid: integer().notNull(),
    looksUsed: integer().notNull().default(0),
    topUps: integer().notNull().default(0),
    /** The model that is asked, set by its first answer. */
    pinnedModel: text(),
    /** Decides every lot; published with the result. */
    lotSalt: text().notNull(),
    prizesAccountId: integer().references(() => accounts.id),
    looksAccountId: integer().references(() => accounts.id),
    entryCount: integer().notNull().default(0),
    entrantCount: integer().notNull().default(0),
    reviewCount: integer().notNull().default(0),
    /** How far picking winners has come: 0 reviews, 1 to 5 rounds, 6 the final, 7 done. */
    stage: integer().notNull().default(0),
    completingAt: instant(),
    finishedAt: instant(),
    outcome: text({ enum: challengeOutcomes }),
    /** How it was judged and how it came out, in Markdown. */
    process: text(),
    verdict: text(),
    cancelReason: text(),
    rematchOf: integer(),
    createdAt: instant().notNull(),
  },
  (t) => [
    index("challenges_status_start").on(t.status, t.startsAt),
    index("challenges_status_end").on(t.status, t.endsAt),
    index("challenges_creator").on(t.creatorId, t.id),
    index("challenges_cover")
      .on(t.coverMediaId)
      .where(sql`${t.coverMediaId} IS NOT NULL`),
    oneOf("challenges_source", t.source, challengeSources),
    oneOf("challenges_status", t.status, challengeStatuses),
    oneOf("challenges_outcome", t.outcome, challengeOutcomes),
    oneOf("challenges_model_rule", t.modelRule, modelRules),
    oneOf("challenges_judged_by", t.judgedBy, judgeKinds),
    check("challenges_title", sql`length(${t.title}) BETWEEN 3 AND 100`),
    check("challenges_theme", sql`length(${t.theme}) BETWEEN 1 AND 40`),
    check("challenges_invitation", sql`length(${t.invitation}) <= 140`),
    check("challenges_description", sql`length(${t.description}) <= 4000`),
    check("challenges_prompt", sql`length(${t.prompt}) <= 2000`),
    check("challenges_times", sql`${t.startsAt} < ${t.endsAt} AND ${t.visibleFrom} <= ${t.startsAt}`),
    check("challenges_per_person", sql`${t.entriesPerPerson} BETWEEN 1 AND 20`),
    check("challenges_cap", sql`${t.entriesCap} BETWEEN 10 AND 5000 AND ${t.entryCount} <= ${t.entriesCap}`),
    check("challenges_levels", sql`${t.levels} BETWEEN 1 AND 31`),
    check("challenges_level", sql`${t.level} IN (1, 2, 4, 8, 16, 32)`),
    check("challenges_reviews", sql`${t.reviewsTaken} BETWEEN 0 AND ${t.reviewsPaid}`),
    check("challenges_looks", sql`${t.looksUsed} BETWEEN 0 AND ${t.looksPaid}`),
    check("challenges_creator_or_site", sql`(${t.source} = 'system') = (${t.creatorId} IS NULL)`),
    check("challenges_outcome_when_completed", sql`(${t.status} = 'completed') = (${t.outcome} IS NOT NULL)`),
    check("challenges_reason_when_cancelled", sql`(${t.status} = 'cancelled') = (${t.cancelReason} IS NOT NULL)`),
  ],
);

/** The column that names the challenge. */
export function challengeId() {
  return integer()
    .notNull()
    .references(() => challenges.id);
}

export const challengeCriteria = sqliteTable(
  "challenge_criteria",
  {
    challengeId: challengeId(),
    /** 0 is the theme. */
    position: integer().notNull(),
    label: text().notNull(),
    question: text().notNull(),
    percent: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.challengeId, t.position] })],
);

export const challengePrizes = sqliteTable(
  "challenge_prizes",
  { challengeId: challengeId(), place: integer().notNull(), amount: integer().notNull() },
  (t) => [primaryKey({ columns: [t.challengeId, t.place] }), check("challenge_prizes_amount", sql`${t.amount} > 0`)],
);

/** The model versions that a challenge features or requires. */
export const challengeVersions = sqliteTable(
  "challenge_versions",
  {
    challengeId: challengeId(),
    versionId: integer()
      .notNull()
      .references(() => modelVersions.id),
  },
  (t) => [primaryKey({ columns: [t.challengeId, t.versionId] }), index("challenge_versions_version").on(t.versionId)],
);

/** Who asked to be told when it opens. The rows go when it does. */
export const challengeReminders = sqliteTable(
  "challenge_reminders",
  {
    challengeId: challengeId(),
    userId: integer()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.challengeId, t.userId] }), index("challenge_reminders_user").on(t.userId)],
);

/** The site's own challenge of each day; null where a moderator emptied the day. */
export const systemDays = sqliteTable("system_days", {
  day: text().primaryKey(),
  challengeId: integer().references(() => challenges.id),
  theme: text().notNull().default(""),
});
