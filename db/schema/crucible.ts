import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { id, instant, oneOf } from "./columns";
import { baseModels, media, modelVersions } from "./media";
import { transfers } from "./wallet";
import { judgeRules, outcomes, pairStates, resourceRules, sides, statuses } from "./values";

/** One unfinished crucible per person, as typed. It survives reload, sign-in and another device. */
export const drafts = sqliteTable(
  "crucible_drafts",
  {
    userId: integer().primaryKey(),
    data: text({ mode: "json" }).$type<Record<string, unknown>>().notNull(),
    updatedAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [index("crucible_drafts_expiry").on(t.expiresAt)],
);

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
    /** The escrow's balance when it was paid out. */
    paidPool: integer(),
    outcome: text({ enum: outcomes }),
    logHead: text(),
    /** Keys the judges' pseudonyms in the public log. */
    logSalt: text().notNull(),
    featuredAt: instant(),
    cancelReason: text(),
    createdAt: instant().notNull(),
    finishedAt: instant(),
  },
  (t) => [
    index("crucibles_status_start").on(t.status, t.startsAt),
    index("crucibles_status_end").on(t.status, t.endsAt),
    index("crucibles_creator").on(t.creatorId, t.id),
    index("crucibles_featured").on(t.featuredAt).where(sql`${t.featuredAt} IS NOT NULL`),
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
    check("crucibles_cap", sql`${t.entriesCap} IS NULL OR (${t.entriesCap} >= 2 AND ${t.entryCount} <= ${t.entriesCap})`),
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
    crucibleId: integer().notNull().references(() => crucibles.id, { onDelete: "cascade" }),
    baseModelId: integer().notNull().references(() => baseModels.id),
  },
  (t) => [
    primaryKey({ columns: [t.crucibleId, t.baseModelId] }),
    index("crucible_base_models_model").on(t.baseModelId),
  ],
);

export const crucibleResources = sqliteTable(
  "crucible_resources",
  {
    crucibleId: integer().notNull().references(() => crucibles.id, { onDelete: "cascade" }),
    versionId: integer().notNull().references(() => modelVersions.id),
  },
  (t) => [primaryKey({ columns: [t.crucibleId, t.versionId] }), index("crucible_resources_version").on(t.versionId)],
);

/** Entries of each level that can be judged, kept by triggers, so that no page counts them one by one. */
export const fieldCounts = sqliteTable(
  "field_counts",
  {
    crucibleId: integer().notNull().references(() => crucibles.id, { onDelete: "cascade" }),
    level: integer().notNull(),
    entries: integer().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.crucibleId, t.level] }), check("field_counts_entries", sql`${t.entries} >= 0`)],
);

export const entries = sqliteTable(
  "entries",
  {
    id: id(),
    crucibleId: integer().notNull().references(() => crucibles.id),
    /** 1, 2, 3 … in the order of entering; holes where entries were withdrawn. */
    number: integer().notNull(),
    entrantId: integer().notNull(),
    mediaId: integer().notNull().references(() => media.id),
    pixelHash: text().notNull(),
    level: integer().notNull(),
    fee: integer().notNull(),
    feeTransferId: integer().references(() => transfers.id),
    elo: real().notNull().default(1500),
    votes: integer().notNull().default(0),
    wins: integer().notNull().default(0),
    losses: integer().notNull().default(0),
    info: real().notNull().default(0),
    lcb: real().notNull(),
    ucb: real().notNull(),
    settled: real(),
    place: integer(),
    prize: integer(),
    /** The chance that it would beat the next place again, from the bootstrap; null for the last. */
    firmness: real(),
    /** The link of the tie chain that set it before the next place, when ratings were equal. */
    tieBrokenBy: text(),
    createdAt: instant().notNull(),
    withdrawnAt: instant(),
    disqualifiedAt: instant(),
    disqualifiedReason: text(),
  },
  (t) => [
    uniqueIndex("entries_number").on(t.crucibleId, t.number),
    uniqueIndex("entries_same_media").on(t.crucibleId, t.mediaId).where(sql`${t.withdrawnAt} IS NULL`),
    uniqueIndex("entries_same_pixels").on(t.crucibleId, t.pixelHash).where(sql`${t.withdrawnAt} IS NULL`),
    index("entries_by_elo").on(t.crucibleId, t.elo).where(inField(t)),
    // What a judge may see is a set of levels, and is read level by level, so that the rest of the field costs nothing.
    index("entries_level_number").on(t.crucibleId, t.level, t.number).where(inField(t)),
    index("entries_level_votes").on(t.crucibleId, t.level, t.votes).where(inField(t)),
    index("entries_level_elo").on(t.crucibleId, t.level, t.elo).where(inField(t)),
    index("entries_level_ucb").on(t.crucibleId, t.level, t.ucb).where(inField(t)),
    index("entries_entrant").on(t.entrantId, t.crucibleId),
    index("entries_media").on(t.mediaId),
    index("entries_place").on(t.crucibleId, t.place).where(sql`${t.place} IS NOT NULL`),
    check("entries_fee", sql`${t.fee} >= 0 AND (${t.fee} > 0) = (${t.feeTransferId} IS NOT NULL)`),
    check("entries_counts", sql`${t.votes} = ${t.wins} + ${t.losses} AND ${t.wins} >= 0 AND ${t.losses} >= 0`),
    check("entries_level", sql`${t.level} IN (0, 1, 2, 4, 8, 16, 32)`),
    check("entries_withdrawn_unjudged", sql`${t.withdrawnAt} IS NULL OR ${t.votes} = 0`),
    check("entries_reason", sql`(${t.disqualifiedAt} IS NULL) = (${t.disqualifiedReason} IS NULL)`),
  ],
);

function inField(t: { withdrawnAt: unknown; disqualifiedAt: unknown }) {
  return sql`${t.withdrawnAt} IS NULL AND ${t.disqualifiedAt} IS NULL`;
}

/** A judge's place in a crucible: what the pair choice and the weights need to know about the judge. */
export const seats = sqliteTable(
  "seats",
  {
    crucibleId: integer().notNull().references(() => crucibles.id),
    judgeId: integer().notNull(),
    votes: integer().notNull().default(0),
    /** Pairs had so far, of those that can still be judged; what is left of all possible ones is left to judge. */
    pairs: integer().notNull().default(0),
    skipsInRow: integer().notNull().default(0),
    controls: integer().notNull().default(0),
    controlsWrong: integer().notNull().default(0),
    sessionVotes: integer().notNull().default(0),
    lastVoteAt: instant(),
    /** The vote that can still be taken back: the latest answer, when it was a vote. */
    lastVoteId: integer(),
    createdAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.crucibleId, t.judgeId] }),
    index("seats_votes").on(t.crucibleId, t.votes),
    index("seats_judge").on(t.judgeId, t.votes),
  ],
);

/**
 * Every pair that was ever put before a judge. The one that is `current` and the one that is `next` are the seat; one that
 * had to make room for a vote taken back is `held`, and comes next.
 */
export const pairs = sqliteTable(
  "pairs",
  {
    id: id(),
    token: text().notNull().unique(),
    crucibleId: integer().notNull().references(() => crucibles.id),
    judgeId: integer().notNull(),
    leftEntry: integer().notNull().references(() => entries.id),
    rightEntry: integer().notNull().references(() => entries.id),
    /** The same two, smaller id first: no judge gets them twice. */
    lowEntry: integer().notNull(),
    highEntry: integer().notNull(),
    state: text({ enum: pairStates }).notNull(),
    /** Whether either side is a video, which takes longer to judge. */
    video: integer({ mode: "boolean" }).notNull().default(false),
    /** The entry that a control pair expects to win. */
    expected: integer(),
    servedAt: instant().notNull(),
    shownAt: instant(),
    answeredAt: instant(),
  },
  (t) => [
    uniqueIndex("pairs_once").on(t.crucibleId, t.judgeId, t.lowEntry, t.highEntry),
    uniqueIndex("pairs_on_seat").on(t.crucibleId, t.judgeId, t.state).where(onSeat(t)),
    oneOf("pairs_state", t.state, pairStates),
    check("pairs_two", sql`${t.lowEntry} < ${t.highEntry}`),
    check("pairs_sides", sql`min(${t.leftEntry}, ${t.rightEntry}) = ${t.lowEntry} AND max(${t.leftEntry}, ${t.rightEntry}) = ${t.highEntry}`),
  ],
);

function onSeat(t: { state: unknown }) {
  return sql`${t.state} IN ('current', 'next', 'held')`;
}

/** How often a judge has had an entry. */
export const exposures = sqliteTable(
  "exposures",
  {
    crucibleId: integer().notNull(),
    judgeId: integer().notNull(),
    entryId: integer().notNull().references(() => entries.id),
    times: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.crucibleId, t.judgeId, t.entryId] }),
    index("exposures_times").on(t.crucibleId, t.judgeId, t.times),
  ],
);

/** How often two entries have met, smaller id first. */
export const duels = sqliteTable(
  "duels",
  {
    crucibleId: integer().notNull(),
    lowEntry: integer().notNull().references(() => entries.id),
    highEntry: integer().notNull().references(() => entries.id),
    votes: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.crucibleId, t.lowEntry, t.highEntry] })],
);

/** The vote log. Append-only by triggers; what is taken back gets a row in `vote_voids`. */
export const votes = sqliteTable(
  "votes",
  {
    id: id(),
    crucibleId: integer().notNull().references(() => crucibles.id),
    pairId: integer().notNull().references(() => pairs.id),
    /** 1, or 2 for the answer after a first one was taken back. */
    take: integer().notNull().default(1),
    judgeId: integer().notNull(),
    winnerId: integer().notNull().references(() => entries.id),
    loserId: integer().notNull().references(() => entries.id),
    side: text({ enum: sides }).notNull(),
    weight: real().notNull(),
    /** Why it weighs less than 1. */
    reasons: text({ mode: "json" }).$type<string[]>().notNull(),
    skips: integer().notNull(),
    durationMs: integer().notNull(),
    control: integer({ mode: "boolean" }).notNull(),
    /** Ratings before this vote, from which ratings can be replayed exactly. */
    winnerElo: real().notNull(),
    winnerInfo: real().notNull(),
    loserElo: real().notNull(),
    loserInfo: real().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex("votes_once").on(t.pairId, t.take),
    index("votes_crucible").on(t.crucibleId, t.id),
    index("votes_judge").on(t.judgeId, t.crucibleId, t.id),
    index("votes_winner").on(t.winnerId),
    index("votes_loser").on(t.loserId),
    oneOf("votes_side", t.side, sides),
    check("votes_take", sql`${t.take} IN (1, 2)`),
    check("votes_weight", sql`${t.weight} BETWEEN 0 AND 1`),
    check("votes_two", sql`${t.winnerId} <> ${t.loserId}`),
  ],
);

export const voteVoids = sqliteTable(
  "vote_voids",
  {
    voteId: integer().primaryKey().references(() => votes.id),
    crucibleId: integer().notNull(),
    /** The judge who took it back, or the moderator. */
    actorId: integer().notNull(),
    reason: text().notNull(),
    /** The latest vote of the crucible by then: ratings written down up to it may still hold what was voided. */
    upToVote: integer().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [index("vote_voids_crucible").on(t.crucibleId, t.upToVote, t.voteId)],
);

/** What the end of a crucible found out about each judge; a factor on the weight of every vote. */
export const reliabilities = sqliteTable(
  "reliabilities",
  {
    crucibleId: integer().notNull().references(() => crucibles.id),
    judgeId: integer().notNull(),
    weight: real().notNull(),
  },
  (t) => [primaryKey({ columns: [t.crucibleId, t.judgeId] })],
);
