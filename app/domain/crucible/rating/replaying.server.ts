import { and, asc, eq, gt, isNull } from "drizzle-orm";
import type { Db } from "~/db/client";
import { crucibles } from "~/db/schema/crucible";
import { entries } from "~/db/schema/entry";
import { votes, voteVoids } from "~/db/schema/judging";
import { type BoundedRating, unrated } from "../elo";
import { replayRatings } from "./replaying";

const PAGE = 10_000;
const COMPARED = ["elo", "votes", "wins", "losses", "info", "lcb", "ucb"] as const;

export type Difference = { entry: number; column: (typeof COMPARED)[number]; row: number; replay: number };

/**
 * Casts every vote in a crucible's log again, without the voided ones, and compares with what the rows say: each entry's
 * rating to the last bit, and the crucible's count of votes. Sound rows give no differences.
 */
export async function compareWithReplay(db: Db, crucibleId: number) {
  const ratings = new Map<number, BoundedRating>();
  let counted = 0;
  for await (const page of countedVotes(db, crucibleId)) {
    replayRatings(page, ratings);
    counted += page.length;
  }
  const rows = await db.select().from(entries).where(eq(entries.crucibleId, crucibleId));
  const differences = rows.flatMap((row) => differencesOf(row, ratings.get(row.id) ?? unrated()));
  const [said] = await db.select({ votes: crucibles.voteCount }).from(crucibles).where(eq(crucibles.id, crucibleId));
  return { votes: counted, votesSaid: said!.votes, entries: rows.length, differences };
}

/** The crucibles that anybody judged. */
export async function votedCrucibles(db: Db) {
  const rows = await db
    .select({ id: crucibles.id })
    .from(crucibles)
    .where(gt(crucibles.voteCount, 0))
    .orderBy(asc(crucibles.id));
  return rows.map((row) => row.id);
}

async function* countedVotes(db: Db, crucibleId: number) {
  for (let last = 0; ;) {
    const page = await db
      .select({ id: votes.id, winner: votes.winnerId, loser: votes.loserId, weight: votes.weight })
      .from(votes)
      .leftJoin(voteVoids, eq(voteVoids.voteId, votes.id))
      .where(and(eq(votes.crucibleId, crucibleId), gt(votes.id, last), isNull(voteVoids.voteId)))
      .orderBy(asc(votes.id))
      .limit(PAGE);
    if (page.length === 0) return;
    yield page;
    last = page.at(-1)!.id;
  }
}

function differencesOf(row: typeof entries.$inferSelect, rating: BoundedRating): Difference[] {
  const differing = COMPARED.filter((column) => !Object.is(row[column], rating[column]));
  return differing.map((column) => ({ entry: row.id, column, row: row[column], replay: rating[column] }));
}
