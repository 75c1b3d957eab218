import { and, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Db } from "~/db/client";
import { prepared } from "~/db/prepared";
import { crucibles } from "~/db/schema/crucible";
import { entries } from "~/db/schema/entry";
import { exposures, pairs, seats } from "~/db/schema/judging";
import { media } from "~/db/schema/media";

const crucible = sql.placeholder("crucible");
const judge = sql.placeholder("judge");
const pair = sql.placeholder("pair");
const ofSeat = and(eq(seats.crucibleId, crucible), eq(seats.judgeId, judge));
const ofJudge = and(eq(pairs.crucibleId, crucible), eq(pairs.judgeId, judge));

/** Everything that sitting down and moving on to the next pair asks and writes. */
export const seatQueries = prepared((db) => ({
  crucible: db.select(terms).from(crucibles).where(eq(crucibles.id, crucible)).prepare(),
  seat: db.select().from(seats).where(ofSeat).prepare(),
  open: db
    .insert(seats)
    .values({ crucibleId: crucible, judgeId: judge, createdAt: sql.placeholder("now") })
    .onConflictDoNothing()
    .prepare(),
  onSeat: served(db)
    .where(and(ofJudge, sql`${pairs.state} IN ('current', 'next', 'held')`))
    .prepare(),
  byToken: served(db)
    .where(and(eq(pairs.token, sql.placeholder("token")), ofJudge))
    .prepare(),
  move: db
    .update(pairs)
    .set({ state: sql`${sql.placeholder("state")}` })
    .where(eq(pairs.id, pair))
    .prepare(),
  show: db
    .update(pairs)
    .set({ state: "current", shownAt: sql`coalesce(${pairs.shownAt}, ${sql.placeholder("now")})` })
    .where(eq(pairs.id, pair))
    .prepare(),
  answer: db
    .update(pairs)
    .set({ state: sql`${sql.placeholder("state")}`, answeredAt: sql`${sql.placeholder("now")}` })
    .where(eq(pairs.id, pair))
    .prepare(),
  giveBack: db
    .update(pairs)
    .set({ state: "skipped", unseen: true, answeredAt: sql`${sql.placeholder("now")}` })
    .where(eq(pairs.id, pair))
    .prepare(),
  givenBack: db
    .select({ pairs: sql<number>`count(*)` })
    .from(pairs)
    .where(and(eq(pairs.crucibleId, crucible), eq(pairs.judgeId, judge), eq(pairs.unseen, true)))
    .prepare(),
  serve: db.insert(pairs).values(newPair).prepare(),
  expose: db
    .insert(exposures)
    .values({ crucibleId: crucible, judgeId: judge, entryId: sql.placeholder("entry"), times: 1 })
    .onConflictDoUpdate({
      target: [exposures.crucibleId, exposures.judgeId, exposures.entryId],
      set: { times: sql`${exposures.times} + 1` },
    })
    .prepare(),
  countPairs: db
    .update(seats)
    .set({ pairs: sql`${seats.pairs} + ${sql.placeholder("more")}` })
    .where(ofSeat)
    .prepare(),
  setPairs: db
    .update(seats)
    .set({ pairs: sql`${sql.placeholder("pairs")}` })
    .where(ofSeat)
    .prepare(),
  skip: db
    .update(seats)
    .set({ skipsInRow: sql`${seats.skipsInRow} + 1`, lastVoteId: null })
    .where(ofSeat)
    .prepare(),
  pairsHad: pairsHad(db),
  videos: db
    .select({ id: entries.id })
    .from(entries)
    .innerJoin(media, eq(media.id, entries.mediaId))
    .where(and(inArray(entries.id, [sql.placeholder("left"), sql.placeholder("right")]), eq(media.kind, "video")))
    .prepare(),
}));

export type SeatPair = Awaited<ReturnType<ReturnType<typeof seatQueries>["onSeat"]["all"]>>[number];
export type Terms = NonNullable<Awaited<ReturnType<ReturnType<typeof seatQueries>["crucible"]["get"]>>>;

const terms = {
  id: crucibles.id,
  status: crucibles.status,
  startsAt: crucibles.startsAt,
  endsAt: crucibles.endsAt,
  entriesCloseAt: crucibles.entriesCloseAt,
  prizes: crucibles.prizes,
  judgeRule: crucibles.judgeRule,
  judgeMinScore: crucibles.judgeMinScore,
  lastNumber: crucibles.lastNumber,
  voteCount: crucibles.voteCount,
};

const newPair = {
  token: sql.placeholder("token"),
  crucibleId: crucible,
  judgeId: judge,
  leftEntry: sql.placeholder("left"),
  rightEntry: sql.placeholder("right"),
  lowEntry: sql.placeholder("low"),
  highEntry: sql.placeholder("high"),
  state: sql.placeholder("state"),
  video: sql.placeholder("video"),
  expected: sql.placeholder("expected"),
  skips: sql`(SELECT ${seats.skipsInRow} FROM ${seats} WHERE ${ofSeat})`,
  servedAt: sql.placeholder("now"),
  shownAt: sql`${sql.placeholder("shownAt")}`,
};

/** A pair, and whether this judge may still see both of its entries. */
function served(db: Db) {
  const [left, right] = [alias(entries, "left"), alias(entries, "right")];
  return db
    .select({
      id: pairs.id,
      state: pairs.state,
      left: pairs.leftEntry,
      right: pairs.rightEntry,
      video: pairs.video,
      expected: pairs.expected,
      skips: pairs.skips,
      shownAt: pairs.shownAt,
      fit: sql<number>`${isVisible(left)} AND ${isVisible(right)}`,
    })
    .from(pairs)
    .innerJoin(left, eq(left.id, pairs.leftEntry))
    .innerJoin(right, eq(right.id, pairs.rightEntry));
}

/** Pairs this judge has had, of entries that this judge may see now. */
function pairsHad(db: Db) {
  const [low, high] = [alias(entries, "low"), alias(entries, "high")];
  return db
    .select({ pairs: sql<number>`count(*)` })
    .from(pairs)
    .innerJoin(low, eq(low.id, pairs.lowEntry))
    .innerJoin(high, eq(high.id, pairs.highEntry))
    .where(and(ofJudge, isVisible(low), isVisible(high)))
    .prepare();
}

type Entry = ReturnType<typeof alias<typeof entries, string>>;

/** In the crucible still, and of a level that the judge browses. */
export function isVisible({ withdrawnAt, disqualifiedAt, level }: Entry) {
  const levels = sql.placeholder("levels");
  return sql`(${withdrawnAt} IS NULL AND ${disqualifiedAt} IS NULL AND (${level} & ${levels}) <> 0)`;
}
