import { and, eq, isNotNull } from "drizzle-orm";
import { reader } from "~/db/client";
import { crucibles, reminders } from "~/db/schema/crucible";
import { entries } from "~/db/schema/entry";
import { pairs, votes, voteVoids } from "~/db/schema/judging";
import type { Archive } from "~/domain/subject/archive";
import { countCreated } from "./created.server";

/** What one opened, entered and judged. All of it stays, under a name that says nothing. */
export const archive: Archive = {
  async exportOf(userId) {
    return {
      crucibles: await reader().query.crucibles.findMany({
        columns: { logSalt: false },
        where: eq(crucibles.creatorId, userId),
      }),
      reminders: await reader().select().from(reminders).where(eq(reminders.userId, userId)),
      entries: await reader().select().from(entries).where(eq(entries.entrantId, userId)),
      /** With the weight each one got, and why it weighs less than 1. */
      votes: await votesOf(userId),
      /** Every pair that was answered, the skipped ones too. */
      pairs: await pairsOf(userId),
    };
  },
  async anonymize(tx, { userId }) {
    await tx.delete(reminders).where(eq(reminders.userId, userId));
  },
  tab: { path: "crucibles", label: "Crucibles created", order: 20, count: countCreated },
  votes: (userId) => reader().$count(votes, eq(votes.judgeId, userId)),
};

function votesOf(userId: number) {
  const { id, crucibleId, winnerId, loserId, side, weight, reasons, durationMs, createdAt } = votes;
  const { reason: voided } = voteVoids;
  return reader()
    .select({ id, crucibleId, winnerId, loserId, side, weight, reasons, durationMs, createdAt, voided })
    .from(votes)
    .leftJoin(voteVoids, eq(voteVoids.voteId, votes.id))
    .where(eq(votes.judgeId, userId));
}

function pairsOf(userId: number) {
  const { id, crucibleId, leftEntry, rightEntry, state, servedAt, answeredAt } = pairs;
  const answered = and(eq(pairs.judgeId, userId), isNotNull(answeredAt));
  return reader()
    .select({ id, crucibleId, leftEntry, rightEntry, state, servedAt, answeredAt })
    .from(pairs)
    .where(answered);
}
