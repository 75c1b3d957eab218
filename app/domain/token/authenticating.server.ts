import { and, eq, gt, isNull, lte } from "drizzle-orm";
import { reader } from "~/db/client";
import type { Tx } from "~/db/client";
import { users } from "~/db/schema/account";
import { deviceCodes, personalTokens, tokenFamilies } from "~/db/schema/token";
import { hashOf, kindOf } from "./format";
import { REFRESH_DAYS } from "./schema";
import type { Scope } from "./schema";

const DAY = 86_400_000;

const person = {
  id: users.id,
  username: users.username,
  role: users.role,
  membership: users.membership,
  score: users.score,
  browsingLevels: users.browsingLevels,
  emailVerifiedAt: users.emailVerifiedAt,
  createdAt: users.createdAt,
};

const isWelcome = and(isNull(users.bannedAt), isNull(users.deletedAt));

/**
 * The person behind a personal or access token, with what the token may be used for; null when it is wrong, has expired or
 * was revoked, and when its person is banned or gone.
 */
export async function authenticate(token: string, now: Date) {
  const kind = kindOf(token);
  const found =
    kind === "personal" ? await byPersonal(token, now) : kind === "access" ? await byAccess(token, now) : null;
  return found ? { ...found, scopes: found.scopes as Scope[] } : null;
}

export type TokenHolder = NonNullable<Awaited<ReturnType<typeof authenticate>>>;

async function byPersonal(token: string, now: Date) {
  const rows = await reader()
    .select({ ...person, scopes: personalTokens.scopes, personalTokenId: personalTokens.id })
    .from(personalTokens)
    .innerJoin(users, eq(users.id, personalTokens.userId))
    .where(and(eq(personalTokens.tokenHash, hashOf(token)), gt(personalTokens.expiresAt, now), isWelcome));
  return rows[0] ? { ...rows[0], familyId: null } : null;
}

async function byAccess(token: string, now: Date) {
  const rows = await reader()
    .select({ ...person, scopes: tokenFamilies.scopes, familyId: tokenFamilies.id })
    .from(tokenFamilies)
    .innerJoin(users, eq(users.id, tokenFamilies.userId))
    .where(and(eq(tokenFamilies.accessHash, hashOf(token)), gt(tokenFamilies.accessExpiresAt, now), isWelcome));
  return rows[0] ? { ...rows[0], personalTokenId: null } : null;
}

type Use = Pick<TokenHolder, "personalTokenId" | "familyId">;

/** Writes down that a token was used, for its owner to see; at most once a minute each, which the caller sees to. */
export async function noteTokenUse(tx: Tx, { personalTokenId, familyId }: Use, now: Date) {
  if (personalTokenId !== null)
    await tx.update(personalTokens).set({ lastUsedAt: now }).where(eq(personalTokens.id, personalTokenId));
  if (familyId !== null) await tx.update(tokenFamilies).set({ lastUsedAt: now }).where(eq(tokenFamilies.id, familyId));
}

/** Ends every token of a person: after a new password, a ban, and before their account is deleted. */
export async function endAllTokens(tx: Tx, userId: number) {
  await tx.delete(personalTokens).where(eq(personalTokens.userId, userId));
  await tx.delete(tokenFamilies).where(eq(tokenFamilies.userId, userId));
  await tx.delete(deviceCodes).where(eq(deviceCodes.userId, userId));
}

/** Forgets tokens and device codes 30 days after their end. */
export async function purgeTokens(tx: Tx, now: Date) {
  const ago = (days: number) => new Date(now.getTime() - days * DAY);
  await tx.delete(deviceCodes).where(lte(deviceCodes.expiresAt, ago(30)));
  await tx.delete(personalTokens).where(lte(personalTokens.expiresAt, ago(30)));
  await tx.delete(tokenFamilies).where(lte(tokenFamilies.rotatedAt, ago(30 + REFRESH_DAYS)));
}
