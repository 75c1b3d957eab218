import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { users } from "./account";
import { flag, id, instant, oneOf } from "./columns";
import { media, modelVersions } from "./media";
import {
  callOutcomes,
  challengeOutcomes,
  challengeSources,
  challengeStatuses,
  duelStates,
  judgeKinds,
  modelRules,
  reviewStates,
} from "./values";
import { accounts, transfers } from "./wallet";

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

function challengeId() {
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

export const challengeEntries = sqliteTable(
  "challenge_entries",
  {
    id: id(),
    challengeId: challengeId(),
    entrantId: integer().notNull(),
    mediaId: integer()
      .notNull()
      .references(() => media.id),
    pixelHash: text().notNull(),
    /** Names its picture while nobody may know whose it is: random, and of this entry alone. */
    key: text().notNull().unique(),
    level: integer().notNull(),
    /** Its lot among the later entries, from the challenge's salt. */
    lot: integer().notNull(),
    createdAt: instant().notNull(),
    withdrawnAt: instant(),
    /** Taken out by a moderator, or with its media item. */
    removedAt: instant(),
    removedReason: text(),
    total: integer(),
    themeScore: integer(),
    roundWins: integer(),
    /** Half points of the final. */
    finalPoints: integer(),
    place: integer(),
    reason: text(),
  },
  (t) => [
    uniqueIndex("challenge_entries_same_media")
      .on(t.challengeId, t.mediaId)
      .where(sql`${t.withdrawnAt} IS NULL`),
    uniqueIndex("challenge_entries_same_pixels")
      .on(t.challengeId, t.pixelHash)
      .where(sql`${t.withdrawnAt} IS NULL`),
    index("challenge_entries_entrant").on(t.entrantId, t.challengeId),
    index("challenge_entries_media").on(t.mediaId),
    index("challenge_entries_lot").on(t.challengeId, t.lot),
    index("challenge_entries_place")
      .on(t.challengeId, t.place)
      .where(sql`${t.place} IS NOT NULL`),
    check("challenge_entries_level", sql`${t.level} IN (0, 1, 2, 4, 8, 16, 32)`),
    check("challenge_entries_removed", sql`(${t.removedAt} IS NULL) = (${t.removedReason} IS NULL)`),
  ],
);

/** One look at one picture; it belongs to the pixels, so that entering again brings the same review. */
export const challengeReviews = sqliteTable(
  "challenge_reviews",
  {
    id: id(),
    challengeId: challengeId(),
    entrantId: integer().notNull(),
    pixelHash: text().notNull(),
    state: text({ enum: reviewStates }).notNull(),
    /** Names the try that is under way; an answer to another one is dropped. */
    claim: text(),
    claimedAt: instant(),
    tries: integer().notNull().default(0),
    nextAt: instant().notNull(),
    model: text(),
    /** The person who judged by hand. */
    reviewerId: integer(),
    seen: text(),
    transcript: text(),
    strengths: text(),
    flaws: text(),
    /** 0 to 10 for each criterion, by position. */
    scores: text({ mode: "json" }).$type<number[]>(),
    /** 0 to 1000. */
    total: integer(),
    /** Set aside: text in the picture seems to address the judge. */
    asideAt: instant(),
    clearedAt: instant(),
    createdAt: instant().notNull(),
    doneAt: instant(),
  },
  (t) => [
    uniqueIndex("challenge_reviews_pixels").on(t.challengeId, t.pixelHash),
    index("challenge_reviews_due").on(t.state, t.nextAt),
    index("challenge_reviews_entrant").on(t.challengeId, t.entrantId),
    oneOf("challenge_reviews_state", t.state, reviewStates),
    check("challenge_reviews_done", sql`(${t.state} = 'done') = (${t.total} IS NOT NULL)`),
    check("challenge_reviews_total", sql`${t.total} IS NULL OR ${t.total} BETWEEN 0 AND 1000`),
  ],
);

/** Two entries side by side before the judge: rounds 1 to 5, and 6 for the final. */
export const challengeDuels = sqliteTable(
  "challenge_duels",
  {
    id: id(),
    challengeId: challengeId(),
    stage: integer().notNull(),
    firstEntry: integer()
      .notNull()
      .references(() => challengeEntries.id),
    secondEntry: integer()
      .notNull()
      .references(() => challengeEntries.id),
    state: text({ enum: duelStates }).notNull().default("due"),
    claim: text(),
    claimedAt: instant(),
    tries: integer().notNull().default(0),
    nextAt: instant().notNull(),
    winnerEntry: integer(),
    why: text(),
    model: text(),
    doneAt: instant(),
  },
  (t) => [
    uniqueIndex("challenge_duels_pair").on(t.challengeId, t.stage, t.firstEntry, t.secondEntry),
    index("challenge_duels_due").on(t.state, t.nextAt),
    oneOf("challenge_duels_state", t.state, duelStates),
    check("challenge_duels_two", sql`${t.firstEntry} <> ${t.secondEntry}`),
    check(
      "challenge_duels_winner",
      sql`${t.winnerEntry} IS NULL OR ${t.winnerEntry} IN (${t.firstEntry}, ${t.secondEntry})`,
    ),
  ],
);

export const challengeWinners = sqliteTable(
  "challenge_winners",
  {
    challengeId: challengeId(),
    place: integer().notNull(),
    userId: integer().notNull(),
    entryId: integer()
      .notNull()
      .references(() => challengeEntries.id),
    prize: integer().notNull(),
    transferId: integer().references(() => transfers.id),
  },
  (t) => [
    primaryKey({ columns: [t.challengeId, t.place] }),
    uniqueIndex("challenge_winners_person").on(t.challengeId, t.userId),
    index("challenge_winners_user").on(t.userId),
  ],
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

/** Every question to a model, what came of it and what it cost. No picture, text or key is kept. */
export const judgeCalls = sqliteTable(
  "judge_calls",
  {
    id: id(),
    task: text().notNull(),
    challengeId: integer(),
    model: text().notNull(),
    generation: text(),
    outcome: text({ enum: callOutcomes }).notNull(),
    ms: integer().notNull(),
    tokensIn: integer().notNull().default(0),
    tokensOut: integer().notNull().default(0),
    microUsd: integer().notNull().default(0),
    createdAt: instant().notNull(),
  },
  (t) => [index("judge_calls_time").on(t.createdAt), oneOf("judge_calls_outcome", t.outcome, callOutcomes)],
);

/** Whether a model passed the day's eye test. */
export const judgeModels = sqliteTable(
  "judge_models",
  {
    model: text().notNull(),
    /** The UTC day, `2026-05-01`. */
    day: text().notNull(),
    passed: flag().notNull(),
    note: text().notNull().default(""),
    testedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.model, t.day] })],
);

/** The site's own challenge of each day; null where a moderator emptied the day. */
export const systemDays = sqliteTable("system_days", {
  day: text().primaryKey(),
  challengeId: integer().references(() => challenges.id),
  theme: text().notNull().default(""),
});
