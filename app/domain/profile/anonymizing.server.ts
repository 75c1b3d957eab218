import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { reader } from "~/db/client";
import type { Tx } from "~/db/client";
import { users } from "~/db/schema/account";
import { isLastAdmin } from "~/domain/account/account-status.server";
import { recordEvent } from "~/domain/event/recording.server";
import type { OrphanedFiles } from "~/domain/subject/archive";
import { archives } from "./exporting.server";

/** That somebody left: kept outside the database too, for a restore from before it. */
export type Tombstone = { userId: number; deletedAt: Date };

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
  const orphaned = await anonymize(tx, { userId, deletedAt: now });
  await recordEvent(tx, { kind: "user-deleted", subject: `user:${userId}`, actorId: userId, now });
  return { ok: true, ...orphaned } as const;
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
export async function replayTombstones(tx: Tx, tombstones: Tombstone[]): Promise<OrphanedFiles> {
  const all: OrphanedFiles[] = [];
  for (const tombstone of tombstones) {
    const back = and(
      eq(users.id, tombstone.userId),
      isNull(users.deletedAt),
      sql`${users.createdAt} <= ${tombstone.deletedAt.getTime()}`,
    );
    if ((await tx.$count(users, back)) === 0) continue;
    all.push(await anonymize(tx, tombstone));
    await recordEvent(tx, {
      kind: "user-deleted",
      subject: `user:${tombstone.userId}`,
      actorId: null,
      now: tombstone.deletedAt,
    });
  }
  return { gone: all.flatMap(({ gone }) => gone), shown: all.flatMap(({ shown }) => shown) };
}

async function anonymize(tx: Tx, leaving: Tombstone): Promise<OrphanedFiles> {
  const gone = [];
  const shown = [];
  for (const archive of archives) {
    const orphaned = await archive.anonymize?.(tx, leaving);
    if (!orphaned) continue;
    gone.push(...orphaned.gone);
    shown.push(...orphaned.shown);
  }
  return { gone, shown };
}
