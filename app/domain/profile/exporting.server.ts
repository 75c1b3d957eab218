import { and, eq, isNotNull, or, sql } from "drizzle-orm";
import { reader } from "~/db/client";
import { identities, sessions, users } from "~/db/schema/account";
import { comments, reactions } from "~/db/schema/comment";
import { crucibles, drafts, reminders } from "~/db/schema/crucible";
import { entries } from "~/db/schema/entry";
import { pairs, votes, voteVoids } from "~/db/schema/judging";
import { generations, media } from "~/db/schema/media";
import { auditLog, reports } from "~/db/schema/moderation";
import { notifications } from "~/db/schema/notification";
import { accounts, transfers } from "~/db/schema/wallet";

/**
 * Everything that the site keeps about a person, as plain JSON; `originals` lists the files that go with it. Secrets
 * (password, tokens) are left out. Null when there is no such person.
 */
export async function exportOf(userId: number, { now }: { now: Date }) {
  const person = await findPerson(userId);
  if (!person) return null;
  const owned = await mediaOf(userId);
  return {
    exportedAt: now,
    person,
    identities: await reader().select().from(identities).where(eq(identities.userId, userId)),
    sessions: await sessionsOf(userId),
    ...(await walletOf(userId)),
    media: owned,
    originals: owned
      .filter(({ deletedAt }) => !deletedAt)
      .map(({ id, fileName, type, bytes }) => ({ mediaId: id, fileName, type, bytes })),
    ...(await contestsOf(userId)),
    ...(await wordsOf(userId)),
  };
}

function findPerson(userId: number) {
  return reader().query.users.findFirst({ columns: { passwordHash: false }, where: eq(users.id, userId) });
}

function sessionsOf(userId: number) {
  const { userAgent, createdAt, expiresAt } = sessions;
  return reader().select({ userAgent, createdAt, expiresAt }).from(sessions).where(eq(sessions.userId, userId));
}

/** The person's own Buzz, blue Buzz and debt, the latter two where there ever were any, and what moved in each. */
async function walletOf(userId: number) {
  const own = await reader().query.accounts.findMany({
    columns: { id: true, kind: true, balance: true },
    where: and(eq(accounts.ownerKind, "user"), eq(accounts.ownerId, userId)),
  });
  const balances = Object.fromEntries(own.map(({ kind, balance }) => [kind, balance]));
  const moved = [];
  for (const { id, kind } of own) moved.push(...(await transfersOf(id)).map((row) => ({ account: kind, ...row })));
  return { balance: balances.user ?? 0, balances, transfers: moved };
}

function transfersOf(accountId: number) {
  return reader()
    .select({
      id: transfers.id,
      kind: transfers.kind,
      amount: sql<number>`CASE ${transfers.debitAccount} WHEN ${accountId} THEN -${transfers.amount} ELSE ${transfers.amount} END`,
      subject: transfers.subject,
      reason: transfers.reason,
      createdAt: transfers.createdAt,
    })
    .from(transfers)
    .where(or(eq(transfers.debitAccount, accountId), eq(transfers.creditAccount, accountId)))
    .orderBy(transfers.id);
}

async function mediaOf(userId: number) {
  const own = sql`${generations.mediaId} IN (SELECT id FROM media WHERE owner_id = ${userId})`;
  const made = await reader().select().from(generations).where(own);
  const byMedia = new Map(made.map((generation) => [generation.mediaId, generation]));
  const rows = await reader().query.media.findMany({ columns: { thumbhash: false }, where: eq(media.ownerId, userId) });
  return rows.map((item) => ({ ...item, generation: byMedia.get(item.id) ?? null }));
}

async function contestsOf(userId: number) {
  const { id, crucibleId, winnerId, loserId, side, weight, reasons, durationMs, createdAt } = votes;
  const cast = await reader()
    .select({
      id,
      crucibleId,
      winnerId,
      loserId,
      side,
      weight,
      reasons,
      durationMs,
      createdAt,
      voided: voteVoids.reason,
    })
    .from(votes)
    .leftJoin(voteVoids, eq(voteVoids.voteId, votes.id))
    .where(eq(votes.judgeId, userId));
  return {
    crucibles: await reader().query.crucibles.findMany({
      columns: { logSalt: false },
      where: eq(crucibles.creatorId, userId),
    }),
    draft: (await reader().query.drafts.findFirst({ where: eq(drafts.userId, userId) })) ?? null,
    reminders: await reader().select().from(reminders).where(eq(reminders.userId, userId)),
    entries: await reader().select().from(entries).where(eq(entries.entrantId, userId)),
    /** With the weight each one got, and why it weighs less than 1. */
    votes: cast,
    /** Every pair that was answered, the skipped ones too. */
    pairs: await pairsOf(userId),
  };
}

function pairsOf(userId: number) {
  const { id, crucibleId, leftEntry, rightEntry, state, servedAt, answeredAt } = pairs;
  const answered = and(eq(pairs.judgeId, userId), isNotNull(answeredAt));
  return reader()
    .select({ id, crucibleId, leftEntry, rightEntry, state, servedAt, answeredAt })
    .from(pairs)
    .where(answered);
}

async function wordsOf(userId: number) {
  return {
    comments: await reader().select().from(comments).where(eq(comments.authorId, userId)),
    reactions: await reader().select().from(reactions).where(eq(reactions.userId, userId)),
    notifications: await reader().select().from(notifications).where(eq(notifications.userId, userId)),
    reports: await reader().select().from(reports).where(eq(reports.reporterId, userId)),
    moderation: await reader()
      .select()
      .from(auditLog)
      .where(eq(auditLog.subject, `user:${userId}`)),
  };
}
