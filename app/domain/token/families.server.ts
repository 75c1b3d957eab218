import { and, desc, eq, gt } from "drizzle-orm";
import { reader } from "~/db/client";
import type { Tx } from "~/db/client";
import { tokenFamilies } from "~/db/schema/token";
import { firstRefreshToken, hashOf, kindOf, nextPair, tagOf, tokenOf } from "./format";
import { ACCESS_MINUTES, REFRESH_DAYS, REPLAY_SECONDS } from "./schema";
import type { DeviceClient, Scope } from "./schema";

const MINUTE = 60_000;
const DAY = 86_400_000;

type Family = typeof tokenFamilies.$inferSelect;
type Start = {
  userId: number;
  client: DeviceClient;
  scopes: Scope[];
  random: (bytes: number) => Uint8Array;
  now: Date;
};

/** Lets a program in: its first access and refresh token. */
export async function startFamily(tx: Tx, { userId, client, scopes, random, now }: Start) {
  const access = tokenOf("access", random(32));
  const { token: refresh, tag } = firstRefreshToken(random(32));
  await tx.insert(tokenFamilies).values({
    userId,
    client,
    scopes,
    tag,
    nonce: Buffer.from(random(32)).toString("base64url"),
    accessHash: hashOf(access),
    accessExpiresAt: accessEnd(now),
    refreshHash: hashOf(refresh),
    rotatedAt: now,
    createdAt: now,
  });
  return { access, refresh, scopes, expiresIn: ACCESS_MINUTES * 60 };
}

/**
 * The next pair of tokens for a refresh token. The one just replaced gets the same pair again for a minute, so that a lost
 * answer or a second window signs nobody out. An older one can only be a copy: it ends the family, and `reuse` says whose
 * it was so that they are told. Refused: `invalid`, `reuse`.
 */
export async function refreshFamily(tx: Tx, { token, now }: { token: string; now: Date }) {
  const family = kindOf(token) === "refresh" ? await familyOf(tx, token) : undefined;
  if (!family || isIdle(family, now)) return { ok: false, reason: "invalid" } as const;
  const hash = hashOf(token);
  const isReplay = hash === family.previousHash && now.getTime() - family.rotatedAt.getTime() <= REPLAY_SECONDS * 1000;
  if (hash !== family.refreshHash && !isReplay) {
    await tx.delete(tokenFamilies).where(eq(tokenFamilies.id, family.id));
    return { ok: false, reason: "reuse", userId: family.userId, client: family.client } as const;
  }
  const pair = nextPair(token, family.nonce);
  if (!isReplay) await rotate(tx, family, { ...pair, now });
  const left = isReplay ? family.accessExpiresAt.getTime() - now.getTime() : ACCESS_MINUTES * MINUTE;
  return { ok: true, ...pair, scopes: family.scopes as Scope[], expiresIn: Math.floor(left / 1000) } as const;
}

async function familyOf(tx: Tx, refreshToken: string) {
  return (
    await tx
      .select()
      .from(tokenFamilies)
      .where(eq(tokenFamilies.tag, tagOf(refreshToken)))
  )[0];
}

function isIdle({ rotatedAt }: Family, now: Date) {
  return now.getTime() - rotatedAt.getTime() > REFRESH_DAYS * DAY;
}

async function rotate(
  tx: Tx,
  family: Family,
  { access, refresh, now }: { access: string; refresh: string; now: Date },
) {
  await tx
    .update(tokenFamilies)
    .set({
      accessHash: hashOf(access),
      accessExpiresAt: accessEnd(now),
      refreshHash: hashOf(refresh),
      previousHash: family.refreshHash,
      rotatedAt: now,
    })
    .where(and(eq(tokenFamilies.id, family.id), eq(tokenFamilies.refreshHash, family.refreshHash)));
}

function accessEnd(now: Date) {
  return new Date(now.getTime() + ACCESS_MINUTES * MINUTE);
}

/** Programs that a person has let in and that still could come back, newest first. */
export function familiesOf(userId: number, now: Date) {
  const { id, client, scopes, createdAt, lastUsedAt, rotatedAt } = tokenFamilies;
  return reader()
    .select({ id, client, scopes, createdAt, lastUsedAt })
    .from(tokenFamilies)
    .where(and(eq(tokenFamilies.userId, userId), gt(rotatedAt, new Date(now.getTime() - REFRESH_DAYS * DAY))))
    .orderBy(desc(id));
}

/** Signs a program out: by its owner from the settings, or by itself with one of its tokens. Refused: `not-found`. */
export async function endFamily(tx: Tx, { userId, id }: { userId: number; id: number }) {
  const gone = await tx
    .delete(tokenFamilies)
    .where(and(eq(tokenFamilies.id, id), eq(tokenFamilies.userId, userId)))
    .returning({ client: tokenFamilies.client });
  return gone[0] ? ({ ok: true, client: gone[0].client } as const) : ({ ok: false, reason: "not-found" } as const);
}
