import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "~/db/client";
import { crucibles } from "~/db/schema/crucible";
import { seats, votes, voteVoids } from "~/db/schema/judging";
import { recordEvent } from "~/domain/event/recording.server";
import { voidVotes } from "./rewinding.server";

type VoidJudgeInput = { crucibleId: number; judgeId: number; moderatorId: number; reason: string; now: Date };

/**
 * Voids all votes of a judge in a crucible that is not settled yet, and replays its ratings without them. Says how many.
 * Refuses when there are none, and once the crucible is being settled or is over. Null: there is no such crucible.
 */
export async function voidJudge(tx: Tx, { crucibleId, judgeId, moderatorId, reason, now }: VoidJudgeInput) {
  const crucible = await tx.query.crucibles.findFirst({
    columns: { status: true },
    where: eq(crucibles.id, crucibleId),
  });
  if (!crucible) return null;
  if (crucible.status !== "active") return { ok: false, reason: "not-open" } as const;
  const voided = await countedVotesOf(tx, crucibleId, judgeId);
  if (voided.length === 0) return { ok: false, reason: "no-votes" } as const;

  await voidVotes(tx, { crucibleId, voided, actorId: moderatorId, reason, now });
  await emptySeat(tx, crucibleId, judgeId);
  const data = { judgeId, votes: voided.length, reason };
  await recordEvent(tx, { kind: "votes-voided", subject: `crucible:${crucibleId}`, actorId: moderatorId, data, now });
  return { ok: true, votes: voided.length } as const;
}

async function countedVotesOf(tx: Tx, crucibleId: number, judgeId: number) {
  const rows = await tx
    .select({ vote: votes })
    .from(votes)
    .leftJoin(voteVoids, eq(voteVoids.voteId, votes.id))
    .where(and(eq(votes.judgeId, judgeId), eq(votes.crucibleId, crucibleId), isNull(voteVoids.voteId)));
  return rows.map(({ vote }) => vote);
}

async function emptySeat(tx: Tx, crucibleId: number, judgeId: number) {
  await tx
    .update(seats)
    .set({ votes: 0, sessionVotes: 0, lastVoteId: null })
    .where(and(eq(seats.crucibleId, crucibleId), eq(seats.judgeId, judgeId)));
  await tx
    .update(crucibles)
    .set({ judgeCount: sql`${crucibles.judgeCount} - 1` })
    .where(eq(crucibles.id, crucibleId));
}
