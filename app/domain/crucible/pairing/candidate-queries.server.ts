import { and, asc, desc, eq, gte, isNull, lt, ne, notExists, type SQL, sql } from "drizzle-orm";
import type { Db } from "~/db/client";
import { prepared } from "~/db/prepared";
import { entryCountsByLevel } from "~/db/schema/crucible";
import { entries } from "~/db/schema/entry";
import { duels, exposures, pairs } from "~/db/schema/judging";
import { isCompeting } from "../field.server";

const crucible = sql.placeholder("crucible");
const judge = sql.placeholder("judge");
const limit = sql.placeholder("limit");

const candidate = {
  id: entries.id,
  number: entries.number,
  elo: entries.elo,
  info: entries.info,
  lcb: entries.lcb,
  ucb: entries.ucb,
  votes: entries.votes,
  seen: sql<number>`coalesce(${exposures.times}, 0)`,
};

export type CandidateRow = Record<keyof typeof candidate, number>;

/** A row as `values` gives it, named by hand: drizzle's own mapping would take longer than the query. */
export function toRow([id, number, elo, info, lcb, ucb, votes, seen]: unknown[]) {
  return { id, number, elo, info, lcb, ucb, votes, seen } as CandidateRow;
}

/** The reads behind a `CandidateSource`. Lists come level by level, each from an index that holds them in their order. */
export const candidateQueries = prepared((db) => ({
  counts: db
    .select({ level: entryCountsByLevel.level, entries: entryCountsByLevel.entries })
    .from(entryCountsByLevel)
    .where(eq(entryCountsByLevel.crucibleId, crucible))
    .prepare(),
  own: db
    .select({ level: entries.level })
    .from(entries)
    .where(and(eq(entries.entrantId, judge), eq(entries.crucibleId, crucible), isCompeting))
    .prepare(),
  leastVoted: inLevel(db, lt(candidate.seen, sql.placeholder("tiredAt")))
    .orderBy(asc(entries.votes))
    .limit(limit)
    .prepare(),
  topByElo: inLevel(db).orderBy(desc(entries.elo)).limit(limit).prepare(),
  bottomByElo: inLevel(db).orderBy(asc(entries.elo)).limit(limit).prepare(),
  topByUcb: inLevel(db).orderBy(desc(entries.ucb)).limit(limit).prepare(),
  aboveElo: inLevel(db, gte(entries.elo, sql.placeholder("elo")))
    .orderBy(asc(entries.elo))
    .limit(limit)
    .prepare(),
  belowElo: inLevel(db, lt(entries.elo, sql.placeholder("elo")))
    .orderBy(desc(entries.elo))
    .limit(limit)
    .prepare(),
  fromNumber: inLevel(db, gte(entries.number, sql.placeholder("number")))
    .orderBy(asc(entries.number))
    .limit(1)
    .prepare(),
  unseen: inLevel(db, isNull(exposures.times)).orderBy(asc(entries.votes)).limit(limit).prepare(),
  numbered: candidates(db)
    .where(and(eq(entries.crucibleId, crucible), inList(entries.number, "numbers"), mayBeServed()))
    .prepare(),
  leastSeen: seen(db).orderBy(asc(exposures.times)).limit(limit).offset(sql.placeholder("offset")).prepare(),
  freshOpponent: seen(db, ne(entries.id, sql.placeholder("entry")), notExists(hadTogether(db)))
    .orderBy(asc(exposures.times))
    .limit(1)
    .prepare(),
  meetings: meetings(db),
}));

function candidates(db: Db) {
  const bySeat = and(
    eq(exposures.crucibleId, crucible),
    eq(exposures.judgeId, judge),
    eq(exposures.entryId, entries.id),
  );
  return db.select(candidate).from(entries).leftJoin(exposures, bySeat);
}

function inLevel(db: Db, ...more: SQL[]) {
  const level = eq(entries.level, sql.placeholder("level"));
  return candidates(db).where(
    and(eq(entries.crucibleId, crucible), level, isCompeting, ne(entries.entrantId, judge), ...more),
  );
}

function seen(db: Db, ...more: SQL[]) {
  return db
    .select(candidate)
    .from(exposures)
    .innerJoin(entries, eq(entries.id, exposures.entryId))
    .where(and(eq(exposures.crucibleId, crucible), eq(exposures.judgeId, judge), mayBeServed(), ...more));
}

function mayBeServed() {
  return and(isCompeting, ne(entries.entrantId, judge), sql`(${entries.level} & ${sql.placeholder("levels")}) <> 0`)!;
}

function hadTogether(db: Db) {
  const entry = sql.placeholder("entry");
  return db
    .select({ one: sql`1` })
    .from(pairs)
    .where(
      and(
        eq(pairs.crucibleId, crucible),
        eq(pairs.judgeId, judge),
        eq(pairs.lowEntry, sql`min(${entry}, ${entries.id})`),
        eq(pairs.highEntry, sql`max(${entry}, ${entries.id})`),
      ),
    );
}

/** For each of `others`, a JSON list, in its order. */
function meetings(db: Db) {
  const others = sql`json_each(${sql.placeholder("others")})`;
  const low = sql`min(${sql.placeholder("entry")}, value)`;
  const high = sql`max(${sql.placeholder("entry")}, value)`;
  const duel = and(eq(duels.crucibleId, crucible), eq(duels.lowEntry, low), eq(duels.highEntry, high));
  const had = and(
    eq(pairs.crucibleId, crucible),
    eq(pairs.judgeId, judge),
    eq(pairs.lowEntry, low),
    eq(pairs.highEntry, high),
  );
  return db
    .select({ votes: sql<number>`coalesce(${duels.votes}, 0)`, had: sql<number>`${pairs.id} IS NOT NULL` })
    .from(others)
    .leftJoin(duels, duel)
    .leftJoin(pairs, had)
    .prepare();
}

function inList(column: typeof entries.number, list: string) {
  return sql`${column} IN (SELECT value FROM json_each(${sql.placeholder(list)}))`;
}
