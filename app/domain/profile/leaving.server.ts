import { and, eq, isNotNull, isNull, ne, sql } from "drizzle-orm";
import { reader } from "~/db/client";
import type { Tx } from "~/db/client";
import { identities, letters, sessions, users } from "~/db/schema/account";
import { reactions } from "~/db/schema/comment";
import { drafts, reminders } from "~/db/schema/crucible";
import { generations, media } from "~/db/schema/media";
import { notifications } from "~/db/schema/notification";
import { nameOfDeleted } from "~/domain/account/rules";
import { record } from "~/domain/event/recording.server";

/** That somebody left: kept outside the database too, for a restore from before it. */
export type Tombstone = { userId: number; deletedAt: Date };

/** By their keys: the media that are gone, and those that are shown on, of which only the original is to go. */
export type Leftovers = { gone: string[]; shown: string[] };

/**
 * Deletes an account. Its name, address, sign-ins, draft, reminders and notifications are gone; its comments stay under a name that
 * says nothing; its media are unpublished but for those in entries, which keep the picture and lose everything around it;
 * the ledger and the vote log stay. Tells the media whose files are to be deleted after the commit. Refuses the only admin.
 */
export async function deleteAccount(tx: Tx, { userId, now }: { userId: number; now: Date }) {
  const person = await tx.query.users.findFirst({
    columns: { role: true },
    where: and(eq(users.id, userId), isNull(users.deletedAt)),
  });
  if (!person) return null;
  if (person.role === "admin" && (await isLastAdmin(tx, userId))) return { ok: false, reason: "last-admin" } as const;
  const leftovers = await bury(tx, { userId, deletedAt: now });
  await record(tx, { kind: "user-deleted", subject: `user:${userId}`, actorId: userId, now });
  return { ok: true, ...leftovers } as const;
}

/** Everyone who has left, for the copy outside the database. */
export async function readTombstones(): Promise<Tombstone[]> {
  const rows = await reader()
    .select({ userId: users.id, deletedAt: users.deletedAt })
    .from(users)
    .where(isNotNull(users.deletedAt));
  return rows.map(({ userId, deletedAt }) => ({ userId, deletedAt: deletedAt! }));
}

/** Deletes again those whom a restore brought back. Who is deleted already, or not yet born, is left alone. */
export async function replayTombstones(tx: Tx, tombstones: Tombstone[]): Promise<Leftovers> {
  const all: Leftovers[] = [];
  for (const tombstone of tombstones) {
    const back = and(
      eq(users.id, tombstone.userId),
      isNull(users.deletedAt),
      sql`${users.createdAt} <= ${tombstone.deletedAt.getTime()}`,
    );
    if ((await tx.$count(users, back)) === 0) continue;
    all.push(await bury(tx, tombstone));
    await record(tx, {
      kind: "user-deleted",
      subject: `user:${tombstone.userId}`,
      actorId: null,
      now: tombstone.deletedAt,
    });
  }
  return { gone: all.flatMap(({ gone }) => gone), shown: all.flatMap(({ shown }) => shown) };
}

async function isLastAdmin(tx: Tx, userId: number) {
  const others = and(eq(users.role, "admin"), isNull(users.deletedAt), isNull(users.bannedAt), ne(users.id, userId));
  return (await tx.$count(users, others)) === 0;
}

async function bury(tx: Tx, { userId, deletedAt }: Tombstone) {
  await takeReactionsBack(tx, userId);
  for (const table of [sessions, identities, letters, drafts, reminders, notifications]) {
    await tx.delete(table).where(eq(table.userId, userId));
  }
  await tx
    .update(users)
    .set({ ...nobody, username: nameOfDeleted(userId), deletedAt })
    .where(eq(users.id, userId));
  return unpublish(tx, userId, deletedAt);
}

const nobody = {
  email: null,
  passwordHash: null,
  emailVerifiedAt: null,
  role: "user",
  membership: "free",
  score: 0,
  browsingLevels: 3,
  adultConfirmedAt: null,
  banReason: null,
} as const;

async function takeReactionsBack(tx: Tx, userId: number) {
  await tx.run(sql`
    UPDATE comments SET reaction_count = reaction_count
      - (SELECT count(*) FROM reactions r WHERE r.comment_id = comments.id AND r.user_id = ${userId})
    WHERE id IN (SELECT comment_id FROM reactions WHERE user_id = ${userId})`);
  await tx.delete(reactions).where(eq(reactions.userId, userId));
}

async function unpublish(tx: Tx, userId: number, deletedAt: Date): Promise<Leftovers> {
  const own = eq(media.ownerId, userId);
  const kept = sql`EXISTS (SELECT 1 FROM entries e WHERE e.media_id = ${media.id} AND e.withdrawn_at IS NULL)
    OR EXISTS (SELECT 1 FROM crucibles c WHERE c.cover_media_id = ${media.id})`;
  const words = sql`${generations.mediaId} IN (SELECT id FROM media WHERE owner_id = ${userId})`;
  await tx.update(generations).set({ normal: null, raw: [] }).where(words);
  await tx.update(media).set({ fileName: "", alt: "", hidePrompt: true }).where(own);
  const gone = await tx
    .update(media)
    .set({ deletedAt })
    .where(and(own, isNull(media.deletedAt), sql`NOT (${kept})`))
    .returning({ key: media.key });
  const shown = await tx
    .select({ key: media.key })
    .from(media)
    .where(and(own, isNull(media.deletedAt)));
  return { gone: gone.map(({ key }) => key), shown: shown.map(({ key }) => key) };
}
