import { and, desc, eq, sql } from "drizzle-orm";
import type { Db } from "~/db/client";
import { prepared } from "~/db/prepared";
import { crucibles } from "~/db/schema/crucible";
import { entries } from "~/db/schema/entry";
import { duels, pairs, seats, votes } from "~/db/schema/judging";
import { WINDOW } from "../weights/too-fast";

const crucible = sql.placeholder("crucible");
const judge = sql.placeholder("judge");
const now = sql.placeholder("now");

/** What a vote reads and writes. */
export const voteQueries = prepared((db) => ({
  rating: db
    .select(rating)
    .from(entries)
    .where(eq(entries.id, sql.placeholder("entry")))
    .prepare(),
  answers: answers(db),
  takes: db
    .select({ votes: sql<number>`count(*)` })
    .from(votes)
    .where(eq(votes.pairId, sql.placeholder("pair")))
    .prepare(),
  cast: db.insert(votes).values(newVote).returning({ id: votes.id }).prepare(),
  rate: db
    .update(entries)
    .set({
      elo: sql`${sql.placeholder("elo")}`,
      votes: sql`${sql.placeholder("votes")}`,
      wins: sql`${sql.placeholder("wins")}`,
      losses: sql`${sql.placeholder("losses")}`,
      info: sql`${sql.placeholder("info")}`,
      lcb: sql`${sql.placeholder("lcb")}`,
      ucb: sql`${sql.placeholder("ucb")}`,
    })
    .where(eq(entries.id, sql.placeholder("entry")))
    .prepare(),
  duel: db
    .insert(duels)
    .values({ crucibleId: crucible, lowEntry: sql.placeholder("low"), highEntry: sql.placeholder("high"), votes: 1 })
    .onConflictDoUpdate({
      target: [duels.crucibleId, duels.lowEntry, duels.highEntry],
      set: { votes: sql`${duels.votes} + 1` },
    })
    .prepare(),
  count: db
    .update(crucibles)
    .set({
      voteCount: sql`${crucibles.voteCount} + 1`,
      leftWins: sql`${crucibles.leftWins} + ${sql.placeholder("left")}`,
      judgeCount: sql`${crucibles.judgeCount} + ${sql.placeholder("newJudges")}`,
    })
    .where(eq(crucibles.id, crucible))
    .prepare(),
  seat: db
    .update(seats)
    .set({
      votes: sql`${seats.votes} + 1`,
      skipsInRow: 0,
      controls: sql`${sql.placeholder("shown")}`,
      controlsWrong: sql`${sql.placeholder("wrong")}`,
      sessionVotes: sql`${sql.placeholder("session")}`,
      lastVoteAt: sql`${now}`,
      lastVoteId: sql`${sql.placeholder("lastVoteId")}`,
    })
    .where(and(eq(seats.crucibleId, crucible), eq(seats.judgeId, judge)))
    .prepare(),
}));

const rating = {
  elo: entries.elo,
  votes: entries.votes,
  wins: entries.wins,
  losses: entries.losses,
  info: entries.info,
};

const newVote = {
  crucibleId: crucible,
  pairId: sql.placeholder("pair"),
  take: sql.placeholder("take"),
  judgeId: judge,
  winnerId: sql.placeholder("winner"),
  loserId: sql.placeholder("loser"),
  side: sql.placeholder("side"),
  weight: sql.placeholder("weight"),
  reasons: sql.placeholder("reasons"),
  skips: sql.placeholder("skips"),
  durationMs: sql.placeholder("durationMs"),
  control: sql.placeholder("control"),
  winnerElo: sql.placeholder("winnerElo"),
  winnerInfo: sql.placeholder("winnerInfo"),
  loserElo: sql.placeholder("loserElo"),
  loserInfo: sql.placeholder("loserInfo"),
  createdAt: now,
};

/** How long this judge took for the answers before this one, latest first; also for those taken back or voided since. */
function answers(db: Db) {
  return db
    .select({ durationMs: votes.durationMs, video: pairs.video })
    .from(votes)
    .innerJoin(pairs, eq(pairs.id, votes.pairId))
    .where(and(eq(votes.judgeId, judge), eq(votes.crucibleId, crucible)))
    .orderBy(desc(votes.id))
    .limit(WINDOW - 1)
    .prepare();
}
