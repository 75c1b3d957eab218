import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { challengeId } from "./challenge";
import { id, instant, oneOf } from "./columns";
import { media } from "./media";
import { duelStates, reviewStates } from "./values";
import { transfers } from "./wallet";

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
