import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { flag, id, instant, oneOf } from "./columns";
import { crucibles } from "./crucible";
import { entries } from "./entry";
import { pairStates, sides } from "./values";

/** A judge's place in a crucible: what the pair choice and the weights need to know about the judge. */
export const seats = sqliteTable(
  "seats",
  {
    crucibleId: integer()
      .notNull()
      .references(() => crucibles.id),
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
    crucibleId: integer()
      .notNull()
      .references(() => crucibles.id),
    judgeId: integer().notNull(),
    leftEntry: integer()
      .notNull()
      .references(() => entries.id),
    rightEntry: integer()
      .notNull()
      .references(() => entries.id),
    /** The same two, smaller id first: no judge gets them twice. */
    lowEntry: integer().notNull(),
    highEntry: integer().notNull(),
    state: text({ enum: pairStates }).notNull(),
    /** Whether either side is a video, which takes longer to judge. */
    video: integer({ mode: "boolean" }).notNull().default(false),
    /** The entry that a control pair expects to win. */
    expected: integer(),
    /** Skips in a row behind the judge when it was drawn: it weighs by them, also after a vote in between. */
    skips: integer().notNull().default(0),
    /** Given back because a side could not be shown: skipped, at no cost. */
    unseen: flag().notNull().default(false),
    servedAt: instant().notNull(),
    shownAt: instant(),
    answeredAt: instant(),
  },
  (t) => [
    uniqueIndex("pairs_once").on(t.crucibleId, t.judgeId, t.lowEntry, t.highEntry),
    uniqueIndex("pairs_on_seat").on(t.crucibleId, t.judgeId, t.state).where(onSeat(t)),
    oneOf("pairs_state", t.state, pairStates),
    check("pairs_two", sql`${t.lowEntry} < ${t.highEntry}`),
    check(
      "pairs_sides",
      sql`min(${t.leftEntry}, ${t.rightEntry}) = ${t.lowEntry} AND max(${t.leftEntry}, ${t.rightEntry}) = ${t.highEntry}`,
    ),
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
    entryId: integer()
      .notNull()
      .references(() => entries.id),
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
    lowEntry: integer()
      .notNull()
      .references(() => entries.id),
    highEntry: integer()
      .notNull()
      .references(() => entries.id),
    votes: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.crucibleId, t.lowEntry, t.highEntry] })],
);

/** The vote log. Append-only by triggers; what is taken back gets a row in `vote_voids`. */
export const votes = sqliteTable(
  "votes",
  {
    id: id(),
    crucibleId: integer()
      .notNull()
      .references(() => crucibles.id),
    pairId: integer()
      .notNull()
      .references(() => pairs.id),
    /** 1, or 2 for the answer after a first one was taken back. */
    take: integer().notNull().default(1),
    judgeId: integer().notNull(),
    winnerId: integer()
      .notNull()
      .references(() => entries.id),
    loserId: integer()
      .notNull()
      .references(() => entries.id),
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
    voteId: integer()
      .primaryKey()
      .references(() => votes.id),
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
