import { and, asc, eq, gte, lt, sql } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { crucibles } from "~/db/schema/crucible";
import { entries } from "~/db/schema/entry";
import { duels, votes, voteVoids } from "~/db/schema/judging";
import { bounded, type BoundedRating } from "../elo";
import { replayRatings } from "../rating/replaying";
import { voteQueries } from "./vote-queries.server";

type Vote = typeof votes.$inferSelect;
type VoidVotesInput = { crucibleId: number; voided: Vote[]; actorId: number; reason: string; now: Date };

/**
 * Voids votes of one crucible: a row for each beside the log, counts taken back, and the ratings of the votes that came
 * after them cast again, to the same bits as if the voided ones had never been. `voided` holds at least one vote, none of them
 * void yet.
 */
export async function voidVotes(tx: Tx, voiding: VoidVotesInput) {
  await writeVoids(tx, voiding);
  for (const vote of voiding.voided) await uncount(tx, vote);
  await uncountInCrucible(tx, voiding);
  const first = Math.min(...voiding.voided.map(({ id }) => id));
  await rerate(tx, voiding.crucibleId, await soundStart(tx, voiding.crucibleId, first));
}

async function writeVoids(tx: Tx, { crucibleId, voided, actorId, reason, now }: VoidVotesInput) {
  const upToVote = sql`(SELECT max(${votes.id}) FROM ${votes} WHERE ${votes.crucibleId} = ${crucibleId})`;
  for (const { id } of voided) {
    await tx.insert(voteVoids).values({ voteId: id, crucibleId, actorId, reason, upToVote, createdAt: now });
  }
}

async function uncount(tx: Tx, { crucibleId, winnerId, loserId }: Vote) {
  const one = { votes: sql`${entries.votes} - 1` };
  await tx
    .update(entries)
    .set({ ...one, wins: sql`${entries.wins} - 1` })
    .where(eq(entries.id, winnerId));
  await tx
    .update(entries)
    .set({ ...one, losses: sql`${entries.losses} - 1` })
    .where(eq(entries.id, loserId));
  const met = [eq(duels.lowEntry, Math.min(winnerId, loserId)), eq(duels.highEntry, Math.max(winnerId, loserId))];
  await tx
    .update(duels)
    .set({ votes: sql`${duels.votes} - 1` })
    .where(and(eq(duels.crucibleId, crucibleId), ...met));
}

async function uncountInCrucible(tx: Tx, { crucibleId, voided }: VoidVotesInput) {
  const left = voided.filter(({ side }) => side === "left").length;
  await tx
    .update(crucibles)
    .set({ voteCount: sql`${crucibles.voteCount} - ${voided.length}`, leftWins: sql`${crucibles.leftWins} - ${left}` })
    .where(eq(crucibles.id, crucibleId));
}

/**
 * The vote at or before `first` from which on the log's own ratings can be trusted: no vote before it was voided after it had
 * been cast.
 */
async function soundStart(tx: Tx, crucibleId: number, first: number) {
  for (let start = first; ;) {
    const [stale] = await tx
      .select({ id: sql<number | null>`min(${voteVoids.voteId})` })
      .from(voteVoids)
      .where(and(eq(voteVoids.crucibleId, crucibleId), gte(voteVoids.upToVote, start), lt(voteVoids.voteId, start)));
    if (!stale?.id) return start;
    start = stale.id;
  }
}

async function rerate(tx: Tx, crucibleId: number, start: number) {
  const tail = await tx
    .select({
      winner: votes.winnerId,
      loser: votes.loserId,
      weight: votes.weight,
      winnerBefore: { elo: votes.winnerElo, info: votes.winnerInfo },
      loserBefore: { elo: votes.loserElo, info: votes.loserInfo },
      voided: sql<number>`${voteVoids.voteId} IS NOT NULL`,
    })
    .from(votes)
    .leftJoin(voteVoids, eq(voteVoids.voteId, votes.id))
    .where(and(eq(votes.crucibleId, crucibleId), gte(votes.id, start)))
    .orderBy(asc(votes.id));
  const counted = tail.filter(({ voided }) => !voided);
  const ratings = replayRatings(counted, await ratingsAt(tx, tail, counted));
  for (const [entry, rating] of ratings) await voteQueries(tx).rate.run({ entry, ...rating });
}

type Cast = { winner: number; loser: number; winnerBefore: Before; loserBefore: Before };
type Before = { elo: number; info: number };

/** Ratings before the first of `tail`: as the log has them where each entry first comes up, with the counts of `counted` off. */
async function ratingsAt(tx: Tx, tail: readonly Cast[], counted: readonly Cast[]) {
  const ratings = new Map<number, BoundedRating>();
  for (const { winner, loser, winnerBefore, loserBefore } of tail) {
    for (const [id, before] of [
      [winner, winnerBefore],
      [loser, loserBefore],
    ] as const) {
      if (!ratings.has(id)) ratings.set(id, bounded({ ...(await countsOf(tx, id)), ...before }));
    }
  }
  for (const { winner, loser } of counted) {
    const [won, lost] = [ratings.get(winner)!, ratings.get(loser)!];
    ratings.set(winner, { ...won, votes: won.votes - 1, wins: won.wins - 1 });
    ratings.set(loser, { ...lost, votes: lost.votes - 1, losses: lost.losses - 1 });
  }
  return ratings;
}

async function countsOf(tx: Tx, id: number) {
  return (await voteQueries(tx).rating.get({ entry: id }))!;
}
