import { and, count, desc, eq, gt } from "drizzle-orm";
import { reader } from "~/db/client";
import type { Tx } from "~/db/client";
import { personalTokens } from "~/db/schema/token";
import { hashOf, lastSixOf, tokenOf } from "./format";
import { MAX_RISKY_DAYS, MAX_TOKENS, riskyScopes } from "./schema";
import type { Scope } from "./schema";

const DAY = 86_400_000;
const SENT_TWICE_MS = 10_000;

type Creation = { userId: number; name: string; scopes: Scope[]; days: number; random: Uint8Array; now: Date };

/**
 * Makes a token that is told this once. Refused: `name-taken`, `too-many` (20 live ones), `too-long` (account and admin tokens live for
 * seven days at most). Whether the person may have the admin scope is asked at each use.
 */
export async function createPersonalToken(tx: Tx, { userId, name, scopes, days, random, now }: Creation) {
  if (days > MAX_RISKY_DAYS && scopes.some((scope) => riskyScopes.includes(scope)))
    return { ok: false, reason: "too-long" } as const;
  if (!(await freeName(tx, { userId, name, now }))) return { ok: false, reason: "name-taken" } as const;
  if ((await liveTokens(tx, userId, now)) >= MAX_TOKENS) return { ok: false, reason: "too-many" } as const;
  const token = tokenOf("personal", random);
  const [row] = await tx
    .insert(personalTokens)
    .values({
      userId,
      name,
      scopes: [...new Set(scopes)],
      tokenHash: hashOf(token),
      lastSix: lastSixOf(token),
      createdAt: now,
      expiresAt: new Date(now.getTime() + days * DAY),
    })
    .returning({ id: personalTokens.id });
  return { ok: true, id: row!.id, token } as const;
}

/** A form sent twice replaces its first token, which nobody has seen yet; otherwise a name is used once. */
async function freeName(tx: Tx, { userId, name, now }: { userId: number; name: string; now: Date }) {
  const same = and(eq(personalTokens.userId, userId), eq(personalTokens.name, name), gt(personalTokens.expiresAt, now));
  const [taken] = await tx.select().from(personalTokens).where(same);
  if (!taken) return true;
  const unseen = taken.lastUsedAt === null && now.getTime() - taken.createdAt.getTime() < SENT_TWICE_MS;
  if (unseen) await tx.delete(personalTokens).where(eq(personalTokens.id, taken.id));
  return unseen;
}

async function liveTokens(tx: Tx, userId: number, now: Date) {
  const [row] = await tx
    .select({ live: count() })
    .from(personalTokens)
    .where(and(eq(personalTokens.userId, userId), gt(personalTokens.expiresAt, now)));
  return row!.live;
}

/** The person's tokens that still work, newest first. */
export function personalTokensOf(userId: number, now: Date) {
  const { id, name, scopes, lastSix, createdAt, expiresAt, lastUsedAt } = personalTokens;
  return reader()
    .select({ id, name, scopes, lastSix, createdAt, expiresAt, lastUsedAt })
    .from(personalTokens)
    .where(and(eq(personalTokens.userId, userId), gt(personalTokens.expiresAt, now)))
    .orderBy(desc(personalTokens.id));
}

/** Ends one of the person's tokens at once. Refused: `not-found`. */
export async function revokePersonalToken(tx: Tx, { userId, id }: { userId: number; id: number }) {
  const gone = await tx
    .delete(personalTokens)
    .where(and(eq(personalTokens.id, id), eq(personalTokens.userId, userId)))
    .returning({ name: personalTokens.name });
  return gone[0] ? ({ ok: true, name: gone[0].name } as const) : ({ ok: false, reason: "not-found" } as const);
}
