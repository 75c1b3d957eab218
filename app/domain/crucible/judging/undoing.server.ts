import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { crucibles } from "~/db/schema/crucible";
import { pairs, seats, votes } from "~/db/schema/judging";
import { type Judge, judgingRefusal } from "./judges";
import type { Random } from "~/domain/contest/random";
import { voidVotes } from "./rewinding.server";
import { randomToken } from "./seat-filling.server";
import { seatQueries } from "./seat-queries.server";
import { UNDO_MS } from "./undo-window";

type UndoInput = { judge: Judge; crucibleId: number; token: string; now: Date; random: Random };
type Vote = typeof votes.$inferSelect;

/**
 * Takes a judge's latest answer back, if it was the vote on the pair of this token, within ten seconds and before the next
 * answer: the vote is voided, and its pair is before the judge again, under a new token; those on the seat wait behind it, so
 * that nothing is gained by asking for other pairs. The second answer to a pair stands. Null: there is no such crucible.
 */
export async function undoVote(tx: Tx, { judge, crucibleId, token, now, random }: UndoInput) {
  const terms = await seatQueries(tx).crucible.get({ crucible: crucibleId });
  if (!terms) return null;
  const refusal = judgingRefusal(terms, judge, now);
  if (refusal) return refusal;
  const vote = await lastVote(tx, { judge, crucibleId, token });
  if (!vote) return { ok: false, reason: "nothing-to-undo" } as const;
  if (now.getTime() - vote.createdAt.getTime() >= UNDO_MS) return { ok: false, reason: "too-late" } as const;

  await voidVotes(tx, { crucibleId, voided: [vote], actorId: judge.id, reason: "taken back", now });
  await rewindSeat(tx, vote);
  await bringBack(tx, vote, randomToken(random));
  return { ok: true } as const;
}

async function lastVote(tx: Tx, { judge, crucibleId, token }: Pick<UndoInput, "judge" | "crucibleId" | "token">) {
  const [found] = await tx
    .select({ vote: votes })
    .from(seats)
    .innerJoin(votes, eq(votes.id, seats.lastVoteId))
    .innerJoin(pairs, eq(pairs.id, votes.pairId))
    .where(and(eq(seats.crucibleId, crucibleId), eq(seats.judgeId, judge.id), eq(pairs.token, token)));
  return found?.vote;
}

/** The seat as it was before the vote, but that a control pair answered stays counted: it was answered all the same. */
async function rewindSeat(tx: Tx, { crucibleId, judgeId, skips }: Vote) {
  const mine = and(eq(seats.crucibleId, crucibleId), eq(seats.judgeId, judgeId));
  const [seat] = await tx
    .update(seats)
    .set({
      votes: sql`${seats.votes} - 1`,
      sessionVotes: sql`max(0, ${seats.sessionVotes} - 1)`,
      skipsInRow: skips,
      lastVoteId: null,
    })
    .where(mine)
    .returning({ votes: seats.votes });
  if (seat!.votes > 0) return;
  await tx
    .update(crucibles)
    .set({ judgeCount: sql`${crucibles.judgeCount} - 1` })
    .where(eq(crucibles.id, crucibleId));
}

/** The pairs on the seat move back by one; the one that finds no place there is held. */
async function bringBack(tx: Tx, { crucibleId, judgeId, pairId }: Vote, token: string) {
  const onSeat = (state: "next" | "current") =>
    and(eq(pairs.crucibleId, crucibleId), eq(pairs.judgeId, judgeId), eq(pairs.state, state), inSeat);
  await tx.update(pairs).set({ state: "held" }).where(onSeat("next"));
  await tx.update(pairs).set({ state: "next" }).where(onSeat("current"));
  await tx.update(pairs).set({ state: "current", answeredAt: null, token }).where(eq(pairs.id, pairId));
}

const inSeat = sql`${pairs.state} IN ('current', 'next', 'held')`;
