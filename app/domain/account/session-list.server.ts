import { and, desc, eq, gt } from "drizzle-orm";
import { reader } from "~/db/client";
import type { Tx } from "~/db/client";
import { sessions } from "~/db/schema/account";

/** Where a person is signed in, the latest first. */
export function sessionsOf(userId: number, now: Date) {
  return reader()
    .select({
      id: sessions.id,
      userAgent: sessions.userAgent,
      createdAt: sessions.createdAt,
      expiresAt: sessions.expiresAt,
    })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.id));
}

/** Signs a person out of one of their sessions. Null when it is not theirs. */
export async function revokeSession(tx: Tx, { userId, sessionId }: { userId: number; sessionId: number }) {
  const own = and(eq(sessions.id, sessionId), eq(sessions.userId, userId));
  const [ended] = await tx.delete(sessions).where(own).returning({ id: sessions.id });
  return ended ? ({ ok: true } as const) : null;
}

/** Signs a person out everywhere. */
export async function revokeSessions(tx: Tx, userId: number) {
  await tx.delete(sessions).where(eq(sessions.userId, userId));
}
