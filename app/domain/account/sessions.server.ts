import { and, eq, gt, isNull, lte, sql } from "drizzle-orm";
import { createHash, randomBytes } from "node:crypto";
import { reader } from "~/db/client";
import type { Tx } from "~/db/client";
import { prepared } from "~/db/prepared";
import { emailLinks, sessions, users } from "~/db/schema/account";

type StartSessionInput = { userId: number; userAgent: string; now: Date; days: number; replaces: string | null };

/** A new session; the one that the browser had before ends with it. Returns the token that only the cookie knows. */
export async function startSession(tx: Tx, { userId, userAgent, now, days, replaces }: StartSessionInput) {
  const token = randomBytes(32).toString("base64url");
  if (replaces) await endSession(tx, replaces);
  await tx.insert(sessions).values({
    tokenHash: hashed(token),
    userId,
    userAgent: userAgent.slice(0, 300),
    createdAt: now,
    expiresAt: new Date(now.getTime() + days * 86_400_000),
  });
  return token;
}

export async function endSession(tx: Tx, token: string) {
  await tx.delete(sessions).where(eq(sessions.tokenHash, hashed(token)));
}

/** Forgets the sessions, and the emailed links with their addresses, that are of no use any more at `now`. */
export async function purgeSessions(tx: Tx, now: Date) {
  await tx.delete(emailLinks).where(lte(emailLinks.expiresAt, now));
  await tx.delete(sessions).where(lte(sessions.expiresAt, now));
}

/** The person behind a token. A session that ended, and a banned or deleted person, are nobody. */
export async function findSession(token: string, now: Date) {
  return (await queries(reader()).person.get({ tokenHash: hashed(token), now: now.getTime() })) ?? null;
}

const queries = prepared((db) => ({
  person: db
    .select(signedInUser)
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        eq(sessions.tokenHash, sql.placeholder("tokenHash")),
        gt(sessions.expiresAt, sql`${sql.placeholder("now")}`),
        isNull(users.bannedAt),
        isNull(users.deletedAt),
      ),
    )
    .prepare(),
}));

const signedInUser = {
  id: users.id,
  username: users.username,
  role: users.role,
  membership: users.membership,
  score: users.score,
  browsingLevels: users.browsingLevels,
  theme: users.theme,
  judgingKeys: users.judgingKeys,
  emailVerifiedAt: users.emailVerifiedAt,
  createdAt: users.createdAt,
  sessionId: sessions.id,
};

function hashed(token: string) {
  return createHash("sha256").update(token).digest("base64url");
}
